using System.Globalization;
using ClusterDsl.Analyzers.Interpretation;

namespace ClusterDsl.Analyzers.Tests;

/// <summary>The pages of the rules tell the bounds that hold.</summary>
public class BoundTests
{
    [Fact]
    public void The_page_says_how_many_steps_a_definition_may_take() => Says("CDL0003", $"more than {Number(Budget.Steps)} steps");

    [Fact]
    public void The_page_says_how_deep_a_definition_may_nest()
    {
        Says("CDL0005", $"The calls of a definition nest more than {Number(Budget.Depth)} deep");
        Says("CDL0005", $"nest no more than {Number(Budget.Depth)} deep either");
        Says("CDL0005", $"a query over a query no more than {Number(Budget.Queries)}");
    }

    [Fact]
    public void The_page_says_how_large_a_value_may_be()
    {
        Says("CDL0006", $"more than {Number(Budget.Size)} elements");
        Says("CDL0006", $"more than {Number(Budget.Memory >> 20)} MB");
        Says("CDL0006", $"combined of more than {Number(Budget.Functions)} is too large");
    }

    static void Says(string rule, string sentence) =>
        Assert.Contains(sentence, File.ReadAllText(Path.Combine(Pages.Folder, rule + ".md")).ReplaceLineEndings(" "), StringComparison.Ordinal);

    static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
