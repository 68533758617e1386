using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using static ClusterDsl.Tool.Tables;

namespace ClusterDsl.Tool;

/// <summary><c>clusterdsl compare</c>: scale-up, scale-out and scale-across side by side, as this design has them, and how long its workloads exchange data over them.</summary>
static class CompareCommand
{
    public static Command Create(TextWriter output)
    {
        var assembly = Cli.AssemblyArgument();
        var command = new Command("compare", "Compares scale-up, scale-out and scale-across as each cluster has them, and what its workloads make of them.") { assembly };
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(assembly);
            return Run(output, EmbeddedClusters.Read(path), path);
        });
        return command;
    }

    static int Run(TextWriter output, EmbeddedClusters clusters, string assembly)
    {
        var (console, border) = On(output);
        foreach (var error in clusters.Errors) FindingText.Write(output, error);
        if (clusters is { Plans.Count: 0, Errors.Count: 0 }) output.WriteLine($"{assembly}: {EmbeddedClusters.None}");
        foreach (var plan in clusters.Plans)
        {
            console.MarkupLineInterpolated($"[bold]{plan.Name}[/]: {PlanSummary.Line(plan)}");
            console.Write(Layers(plan).Border(border));
            if (border == TableBorder.Markdown && plan.Workloads.Count > 0) console.Write(Exchanges(plan).Border(border));
            else foreach (var workload in plan.Workloads) console.Write(InWindow(workload).Border(border));
            foreach (var layer in plan.Layers) Note(console, layer.Name, layer.Basis);
            foreach (var workload in plan.Workloads.Where(w => w.Basis.Length > 0)) Note(console, workload.Name, workload.Basis);
            foreach (var workload in plan.Workloads.Where(w => w.Exchanges.Any(e => e.Fastest is not null)))
                console.MarkupLineInterpolated($"[bold]{workload.Name}[/]: {InStep(workload)}");
            if (plan.Workloads.Any(w => w.Exchanges.Count > 0)) Note(console, "times", Assumptions);
            foreach (var finding in plan.Findings.Where(f => f.Rule.StartsWith("CDL8", StringComparison.Ordinal))) FindingText.Write(output, finding);
        }
        return clusters.Errors.Count == 0 ? Cli.Done : Cli.HasErrors;
    }

    /// <summary>What a figure rests on, less loud than the figure.</summary>
    static void Note(IAnsiConsole console, string of, string text) => console.MarkupLineInterpolated($"[bold]{of}[/][grey]: {text}[/]");

    const string Assumptions = "α-β model at line rate, start-ups counted, nothing overlapped, a domain or site that is partly used counted whole; measured rings of eight H100 reach 82 % of it, of eight GB200 90 % (analyzers/rules/choice.md)";

    /// <summary>"85.8 ms of exchanging in a step of 100 ms", each exchange by its fastest algorithm.</summary>
    static string InStep(WorkloadPlan workload) =>
        $"{Decimal(workload.Exchanges.Sum(e => (e.Fastest?.Microseconds ?? 0) / 1_000m))} ms of exchanging, each by its fastest algorithm{(workload.StepMs > 0 ? $", in a step of {Number(workload.StepMs)} ms" : "")}";

    static Table Layers(Plan plan)
    {
        var table = Columns(["layer", .. LayerOverview.Layers]);
        foreach (var (what, columns) in LayerOverview.Of(plan)) Row(table, [what, .. columns]);
        return table;
    }

    /// <summary>A row for each algorithm, the fastest marked.</summary>
    static Table Exchanges(Plan plan)
    {
        var table = Columns("workload", "#GPUs", "collective", "across", "domain × site × sites", "#GiB a step", "#operations", "algorithm", "#ms a step", "fastest");
        foreach (var workload in plan.Workloads)
        {
            if (workload.Exchanges.Count == 0) Row(table, workload.Name, Number(workload.Gpus), "nothing declared", "", "", "", "", "", "", "");
            foreach (var exchange in workload.Exchanges)
                foreach (var (algorithm, time, isFastest) in Estimates(exchange))
                    Row(table, workload.Name, Number(workload.Gpus), exchange.Collective, exchange.Across, Lie(exchange), Decimal(exchange.Kibibytes / 1_048_576m), Number(exchange.Calls), algorithm, time, isFastest ? "yes" : "");
        }
        return table;
    }

    /// <summary>The same of one workload, no wider than a window: a row for each exchange, its algorithms one below the other, the fastest in colour.</summary>
    internal static Table InWindow(WorkloadPlan workload)
    {
        var table = Columns("exchange", "#GiB a step", "#operations", "algorithm", "#ms a step").ShowRowSeparators()
            .Title($"[bold]{Markup.Escape(workload.Name)}[/]: {Number(workload.Gpus)} GPUs{(workload.Exchanges.Count == 0 ? ", nothing declared that they exchange" : ", groups of domain × site × sites")}");
        foreach (var exchange in workload.Exchanges)
            table.AddRow($"{exchange.Collective}\n{exchange.Across}\n{Lie(exchange)}", Decimal(exchange.Kibibytes / 1_048_576m), Number(exchange.Calls),
                Lines(exchange, e => e.Algorithm), Lines(exchange, e => e.Time));
        return table;

        static string Lines(ExchangePlan exchange, Func<(string Algorithm, string Time, bool IsFastest), string> cell) =>
            string.Join("\n", Estimates(exchange).Select(e => e.IsFastest ? $"[green]{Markup.Escape(cell(e))}[/]" : Markup.Escape(cell(e))));
    }

    /// <summary>"8 × 32 × 1": GPUs in a domain, domains in a site, sites.</summary>
    static string Lie(ExchangePlan exchange) => string.Join(" × ", exchange.Widths);

    static IEnumerable<(string Algorithm, string Time, bool IsFastest)> Estimates(ExchangePlan exchange) =>
        exchange.Estimates.Count > 0 ? exchange.Estimates.Select(e => (e.Algorithm, Decimal(e.Microseconds / 1_000m), e == exchange.Fastest))
        : [(exchange.Widths.All(w => w == 1) ? "nothing: one GPU in each group" : "not known: a layer is missing, or nothing is known of it", "", false)];

    static string Decimal(decimal number) => number.ToString("#,0.###", CultureInfo.InvariantCulture);
}
