using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using static ClusterDsl.Tool.Tables;

namespace ClusterDsl.Tool;

/// <summary><c>clusterdsl show</c>: the tiers, counts, ratios and bill of materials of every cluster, for reading.</summary>
static class ShowCommand
{
    public static Command Create(TextWriter output)
    {
        var assembly = Cli.AssemblyArgument();
        var command = new Command("show", "Shows the tiers, counts, ratios and bill of materials of every cluster.") { assembly };
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
            console.Write(Tiers(plan).Border(border));
            console.Write(Promises(plan).Border(border));
            if (plan.Interconnects.Count > 0) console.Write(Paths(plan).Border(border));
            console.Write(Bill(plan).Border(border));
            foreach (var finding in plan.Findings) FindingText.Write(output, finding);
            foreach (var waiver in plan.Waivers) output.WriteLine(FindingText.Of(waiver));
        }
        return clusters.Errors.Count == 0 ? Cli.Done : Cli.HasErrors;
    }

    static Table Tiers(Plan plan)
    {
        var table = Columns("fabric", "protocol", "tier", "#switches", "ratio", "declared", "#cables up", "#spare ports");
        foreach (var fabric in plan.Fabrics)
            foreach (var tier in fabric.Tiers)
                Row(table, fabric.Name, fabric.Protocol, fabric.Called(tier.Role), Number(tier.Devices), tier.Ratio, tier.Declared, CablesUp(plan, fabric, tier), $"{Number(tier.SparePorts)} of {Number(tier.Ports)}");
        return table;
    }

    /// <summary>What each fabric promises as a whole: nothing where it is not known.</summary>
    static Table Promises(Plan plan)
    {
        var table = Columns("fabric", "connected", "#links across", "#bisection, Gb/s", "#at full load", "#link lost", "#leaf lost", "#spine lost", "#rack lost");
        foreach (var fabric in plan.Fabrics)
            if (fabric.Metrics is { } m)
                Row(table, fabric.Name, m.Connected ? "yes" : "no", m.Hops is { } hops ? Number(hops) : "", m.BisectionGbps is { } gbps ? Number(gbps) : "",
                    Percent(m.FullLoadPpm), Percent(m.After("link")?.LeftPpm), Percent(m.After("leaf")?.LeftPpm), Percent(m.After("spine")?.LeftPpm), Percent(m.After("rack")?.LeftPpm));
        return table;
    }

    /// <summary>What joins the sites, path by path. The budget of a leased line is its carrier's.</summary>
    static Table Paths(Plan plan)
    {
        var table = Columns("interconnect", "path", "#km", "#wavelengths", "mode", "#Gb/s", "#left after a loss", "#there and back, µs", "#loss, dB", "#OSNR, dB", "#margin, dB");
        foreach (var line in plan.Interconnects)
            foreach (var path in line.Paths)
                Row(table, line.Name, path.Name, Decimal(path.LengthMm, 1_000_000), Number(path.Wavelengths), path.Mode, Number((long)path.Wavelengths * path.WavelengthGbps),
                    path == line.Paths[0] ? $"{Number(line.AfterLossGbps)} of {Number(line.CapacityGbps)}" : "", Decimal(2 * path.OneWayNs, 1_000),
                    Decimal(path.LossHundredthsDb, 100), Decimal(path.OsnrHundredthsDb, 100), Decimal(path.MarginHundredthsDb, 100));
        return table;
    }

    static string Decimal(int? value, int unit) => value is { } number ? ((decimal)number / unit).ToString("0.##", CultureInfo.InvariantCulture) : "";

    static string Percent(int? millionths) => millionths is { } part ? (part / 100 / 100m).ToString("0.##", CultureInfo.InvariantCulture) + " %" : "";

    /// <summary>Cables to the tier above. Links between the leaves of a pair stay in the tier.</summary>
    static string CablesUp(Plan plan, FabricPlan fabric, TierPlan tier)
    {
        var cables = plan.Bundles
            .Where(b => b.Fabric == fabric.Name && tier.Groups.Contains(b.A.Group) && !tier.Groups.Contains(b.B.Group))
            .Sum(b => b.Assemblies);
        return cables == 0 ? "" : Number(cables);
    }

    static Table Bill(Plan plan)
    {
        var table = Columns("category", "part", "description", "#quantity", "#unit price, USD");
        foreach (var line in BillOfMaterials.Of(plan))
            Row(table, line.Category, line.Part, line.Description, Number(line.Quantity), line.UnitPriceUsd);
        return table;
    }
}
