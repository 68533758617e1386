using ClusterDsl.Tool;
using Spectre.Console;

namespace ClusterDsl.EndToEnd.Tests;

/// <summary>What <c>clusterdsl compare</c> prints for a person, whose window is narrower than a file.</summary>
public sealed class CompareInWindowTests
{
    /// <summary>Names are not cut, whatever the width of a column: a person reads them in a window of 80 columns.</summary>
    [Fact]
    public void What_a_workload_exchanges_is_read_in_a_narrow_window()
    {
        var plan = Cluster.Named("two").Site("dc", s => s.Unit("dgx", "compute")).Workload("pretrain [moe]", w => w.Gpus(256).Parallel(tensor: 2, expert: 8)
            .Model(46_700_000_000, tokensPerStep: 4 << 20, layers: 32, hidden: 4_096, expertsPerToken: 2, expertParameters: 45_097_156_608)).Plan;
        using var output = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = 80;
        console.Write(CompareCommand.InWindow(plan.Workloads.Single()).Border(TableBorder.Rounded));
        var lines = output.ToString().Split('\n');
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 80));
        Assert.Contains(lines, line => line.Contains("pretrain [moe]: 256 GPUs", StringComparison.Ordinal));
        foreach (var name in new[] { "all-reduce", "expert data", "1 × 16 × 1", "all-to-all", "double binary tree", "hierarchical", "pairwise" })
            Assert.Contains(lines, line => line.Contains(name, StringComparison.Ordinal));
    }
}
