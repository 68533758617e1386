using static ClusterDsl.Artifacts.Report.Figures;

namespace ClusterDsl.Artifacts.Report;

/// <summary>The figures of a plan at a glance, its networks tier by tier, and its layers side by side.</summary>
static class OverviewSection
{
    public static Markup Of(Plan plan, IReadOnlyList<BomLine> bill) =>
        Markup.Lines(Cards(plan, bill), Tiers(plan), Promises(plan), Paths(plan), Layers(plan), Assumptions(plan));

    static Markup Cards(Plan plan, IReadOnlyList<BomLine> bill) => Markup.Of($"""
        <dl class="cards">
        {new[] { Nodes(plan), Card("Cables", Number(plan.Cables), "", plan.Links == plan.Cables ? "one link each" : $"{Number(plan.Links)} links"), Switches(plan), Ratios(plan), Bisection(plan), Racked(plan), Power(plan), Cost(bill), Findings(plan) }}
        </dl>
        """);

    /// <summary>A figure, its unit and a remark; nothing where the figure is not known.</summary>
    static Markup Card(string what, string figure, string unit, string more) => figure.Length == 0 ? Markup.None : Markup.Of($"""
        <div class="card"><dt>{what}</dt><dd class="figure">{figure} <small>{unit}</small></dd><dd class="more">{more}</dd></div>
        """);

    static Markup Nodes(Plan plan)
    {
        var nodes = plan.Groups.Where(g => g.Role == "node" && (plan.Gpus == 0 || plan.Model(g).Gpus > 0)).Sum(g => (long)g.Count);
        return plan.Gpus == 0 ? Card("Nodes", Number(nodes), "", "") : Card("GPUs", Number(plan.Gpus), "", $"in {Number(nodes)} nodes");
    }

    static Markup Switches(Plan plan) => Card("Switches", Number(plan.Fabrics.SelectMany(f => f.Tiers).Sum(t => (long)t.Devices)), "",
        string.Join(" · ", plan.Fabrics.Where(f => f.Tiers.Count > 0).Select(f => $"{f.Name}: {f.Tiers.Count} {(f.Tiers.Count == 1 ? "tier" : "tiers")}")));

    /// <summary>Of each network the worst of its tiers.</summary>
    static Markup Ratios(Plan plan)
    {
        var worst = plan.Fabrics
            .Select(f => (f.Name, Ratio: f.Tiers.Select(t => t.Ratio).Where(r => r.Length > 0).OrderByDescending(Share).FirstOrDefault()))
            .Where(f => f.Ratio is not null).OrderByDescending(f => Share(f.Ratio!)).ToList();
        return worst.Count == 0 ? Markup.None : Card("Oversubscription", worst[0].Ratio!, "", string.Join(" · ", worst.Select(f => $"{f.Name} {f.Ratio}")));
    }

    /// <summary>"7:1" is 7.</summary>
    static decimal Share(string ratio)
    {
        var sides = ratio.Split(':').Select(side => decimal.TryParse(side, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0).ToList();
        return sides is [var down, > 0 and var up] ? down / up : 0;
    }

    static Markup Bisection(Plan plan)
    {
        var known = plan.Fabrics.Where(f => f.Metrics?.BisectionGbps is not null).OrderByDescending(f => f.Metrics!.BisectionGbps).ToList();
        if (known.Count == 0) return Markup.None;
        string[] rate = Rate(known[0].Metrics!.BisectionGbps!.Value).Split(' ');
        return Card("Bisection", rate[0], rate[1], $"{known[0].Name}, one way" + string.Concat(known.Skip(1).Select(f => $" · {f.Name} {Rate(f.Metrics!.BisectionGbps!.Value)}")));
    }

    static Markup Racked(Plan plan)
    {
        var (used, all) = (Plans.Racks.Used(plan).Sum(run => (long)run.Count), plan.Halls.Sum(hall => (long)hall.Racks));
        return used == 0 ? Markup.None : Card("Racks", Number(used), "", $"of {Number(all)} in {plan.Halls.Count} {(plan.Halls.Count == 1 ? "hall" : "halls")}");
    }

    static Markup Power(Plan plan)
    {
        var watts = plan.Groups.Where(g => g.Role != "external").Sum(g => (long)g.Count * plan.Model(g).PowerW);
        return watts == 0 ? Markup.None
            : watts >= 1_000_000 ? Card("Power", Decimal(watts / 1_000_000m), "MW", "the most that devices draw") : Card("Power", Decimal(watts / 1_000m), "kW", "the most that devices draw");
    }

    /// <summary>A sum without the parts whose price is not known is said to be one.</summary>
    static Markup Cost(IReadOnlyList<BomLine> bill)
    {
        var priced = bill.Where(line => decimal.TryParse(line.UnitPriceUsd, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out _)).ToList();
        if (priced.Count == 0) return Markup.None;
        var usd = priced.Sum(line => line.Quantity * decimal.Parse(line.UnitPriceUsd, System.Globalization.CultureInfo.InvariantCulture));
        var (parts, all) = (priced.Sum(line => line.Quantity), bill.Sum(line => line.Quantity));
        return Card("Cost of what has a price", usd >= 1_000_000 ? Decimal(decimal.Round(usd / 1_000_000m, 2)) : Number((long)usd), usd >= 1_000_000 ? "M USD" : "USD",
            parts == all ? "list prices of all parts" : $"list prices of {Number(parts)} of {Number(all)} parts");
    }

    static Markup Findings(Plan plan) =>
        Card("Findings", Number(plan.Findings.Count), "", $"{plan.Waivers.Count} {(plan.Waivers.Count == 1 ? "waiver" : "waivers")}");

    static Markup Tiers(Plan plan)
    {
        var table = new Table("Networks, tier by tier", "Network", "Protocol", "Tier", "#Switches", "#Oversubscription", "#Allowed", "#Free ports of the fullest");
        foreach (var fabric in plan.Fabrics)
            foreach (var tier in fabric.Tiers)
                table.Add(fabric.Name, fabric.Protocol, fabric.Called(tier.Role), Number(tier.Devices), tier.Ratio, tier.Declared, tier.Ports == 0 ? "" : $"{Number(tier.SparePorts)} of {Number(tier.Ports)}");
        return table.Html;
    }

    static Markup Promises(Plan plan)
    {
        var table = new Table("What each network promises", "Network", "#Links across", "#Bisection", "#At full load", "#A GPU at full load", "#A link lost", "#A leaf lost", "#A spine lost", "#A rack lost");
        foreach (var fabric in plan.Fabrics)
            if (fabric.Metrics is { } m)
                table.Add(fabric.Name, m.Hops is { } hops ? Number(hops) : "", m.BisectionGbps is { } gbps ? Rate(gbps) : "", Percent(m.FullLoadPpm), m.PerGpuMbps is { } mbps ? $"{Decimal(mbps / 1_000m)} Gb/s" : "",
                    Percent(m.After("link")?.LeftPpm), Percent(m.After("leaf")?.LeftPpm), Percent(m.After("spine")?.LeftPpm), Percent(m.After("rack")?.LeftPpm));
        return table.Html;
    }

    static Markup Paths(Plan plan)
    {
        var table = new Table("Between sites", "Path", "Kind", "#Kilometres", "#Wavelengths", "Mode", "#Capacity", "#There and back", "#Margin");
        foreach (var line in plan.Interconnects)
            foreach (var path in line.Paths)
                table.Add($"{line.Name} · {path.Name}", path.Kind, Decimal(path.LengthMm / 1_000_000m), Number(path.Wavelengths), path.Mode, Rate((long)path.Wavelengths * path.WavelengthGbps),
                    $"{Decimal(2 * path.OneWayNs / 1_000m)} µs", path.MarginHundredthsDb is { } margin ? $"{Decimal(margin / 100m)} dB" : "");
        return table.Html;
    }

    static Markup Layers(Plan plan)
    {
        var table = new Table("The three layers", ["Of each", .. LayerOverview.Layers]);
        if (plan.Gpus > 0)
            foreach (var (what, columns) in LayerOverview.Of(plan)) table.Add([what, .. columns]);
        return table.Html;
    }

    static Markup Assumptions(Plan plan) => plan.Assumptions.Count + plan.Settings.Count == 0 ? Markup.None : Markup.Of($"""
        <details><summary>{plan.Assumptions.Count + plan.Settings.Count} assumptions and settings behind these figures</summary>
        <ul>{plan.Assumptions.Concat(plan.Settings).Select(text => Markup.Of($"<li>{text}</li>"))}</ul></details>
        """);
}
