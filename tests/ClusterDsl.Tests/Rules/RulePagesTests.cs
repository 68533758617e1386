using ClusterDsl.Rules;

namespace ClusterDsl.Tests;

/// <summary>Every design rule has the page that its diagnostics link to, and the page says what the rule is.</summary>
public sealed class RulePagesTests
{
    /// <summary>CDL0xxx are the language's own rules; the analyzers' tests look after their pages.</summary>
    const string LanguagePrefix = "CDL0";

    /// <summary>CDL91xx are what the tool says of the formats it writes, CDL92xx of the networks that it verifies.</summary>
    static readonly string[] ToolPrefixes = ["CDL91", "CDL92"];

    public static TheoryData<string> Ids => new(RuleSet.All.Select(r => r.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_states_the_rule(string id)
    {
        var rule = Rule(id);
        var lines = File.ReadAllLines(Path.Combine(Pages(), id + ".md"));

        Assert.Equal($"# {id}: {rule.Title}", lines[0]);
        var cells = Cells(lines.SkipWhile(l => !l.StartsWith("| ---")).Skip(1).First());
        Assert.Equal(
            [rule.Category, Lower(rule.Severity), YesNo(((DesignRule)rule).CanBeAccepted)],
            new[] { cells[0], cells[1], cells[3] });
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_example_of_a_page_shows_the_place_and_the_message(string id)
    {
        var page = File.ReadAllText(Path.Combine(Pages(), id + ".md"));

        Assert.Contains($"// {id}: ", page);
        Assert.Contains($"> {Lower(Rule(id).Severity)} {id}: ", page);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_index_lists_the_rule(string id)
    {
        var rule = Rule(id);
        var row = Assert.Single(File.ReadAllLines(Path.Combine(Pages(), "README.md")), l => l.StartsWith($"| [{id}]"));

        Assert.Equal([$"[{id}]({id}.md)", rule.Title, rule.Category, Lower(rule.Severity)], Cells(row).Take(4));
    }

    [Fact]
    public void No_page_is_without_a_rule() =>
        Assert.Equal(
            RuleSet.All.Select(r => r.Id).Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(Pages(), "CDL*.md").Select(f => Path.GetFileNameWithoutExtension(f)!)
                .Where(id => !id.StartsWith(LanguagePrefix, StringComparison.Ordinal) && !ToolPrefixes.Any(prefix => id.StartsWith(prefix, StringComparison.Ordinal))).Order(StringComparer.Ordinal));

    static Rule Rule(string id) => RuleSet.All.Single(r => r.Id == id);

    static string Lower(Severity severity) => severity.ToString().ToLowerInvariant();

    static string YesNo(bool value) => value ? "yes" : "no";

    static string[] Cells(string row) => [.. row.Trim('|').Split('|').Select(c => c.Trim())];

    static string Pages()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "analyzers", "rules") is var pages && Directory.Exists(pages)) return pages;
        throw new DirectoryNotFoundException("analyzers/rules is in no folder above the tests.");
    }
}
