using System.Globalization;
using ClusterDsl.Artifacts.Bom;

namespace ClusterDsl.Artifacts;

/// <summary>What has to be bought: devices, the racks they fill, transceivers by cage, cables by stock length, and what is installed between panels.</summary>
public static class BillOfMaterials
{
    /// <summary>The lines of a plan, each category by part number, so that the order of declarations does not matter.</summary>
    public static IReadOnlyList<BomLine> Of(Plan plan)
    {
        List<BomLine> lines = [.. Devices(plan), .. FilledRacks(plan), .. Optics(plan), .. Cables(plan), .. InstalledParts.Of(plan)];
        return [.. lines, .. Spares(plan, lines)];
    }

    /// <summary>Lines of their own, so that what is installed can still be read beside them.</summary>
    static IEnumerable<BomLine> Spares(Plan plan, IEnumerable<BomLine> installed) =>
        from line in installed
        from spare in plan.Spares
        where spare.Category == (line.Category == "cord" ? "cable" : line.Category) && spare.Of(line.Quantity) > 0
        select line with { Category = "spare", Description = $"Spare: {(line.Description.Length > 0 ? line.Description : line.Part)}", Quantity = spare.Of(line.Quantity) };


    /// <summary>Everything but what is outside the plan and only connected to it.</summary>
    static IEnumerable<BomLine> Devices(Plan plan) => plan.Groups
        .Where(group => group.Role != "external")
        .GroupBy(group => group.Model)
        .Select(groups => (Part: Find(plan, groups.Key, groups.First().Role), Count: groups.Sum(g => (long)g.Count)))
        .Where(line => line.Count > 0)
        .OrderBy(line => CategoryOrder(line.Part.Category)).ThenBy(line => line.Part.Category, StringComparer.Ordinal).ThenBy(line => line.Part.Id, StringComparer.Ordinal)
        .Select(line => Line(line.Part, line.Count));

    static IEnumerable<BomLine> FilledRacks(Plan plan) => Racks.Used(plan)
        .GroupBy(run => run.Hall.RackUnits)
        .OrderBy(runs => runs.Key)
        .Select(runs =>
        {
            var units = runs.Key.ToString(CultureInfo.InvariantCulture);
            return new BomLine("rack", $"rack-{units}u", $"Rack of {units} U", runs.Sum(run => (long)run.Count), "", "");
        });

    static IEnumerable<BomLine> Optics(Plan plan) => OccupiedCages.ByOptic(plan)
        .OrderBy(count => count.Key, StringComparer.Ordinal)
        .Select(count => Line(Find(plan, count.Key, "optic"), count.Value));

    static IEnumerable<BomLine> Cables(Plan plan) => plan.Bundles
        .SelectMany(bundle => CableLengths.Of(plan, bundle).Select(count => (bundle, Stock: count.Key, Cables: count.Value)))
        .GroupBy(line => (line.bundle.Cable, line.Stock))
        .OrderBy(lines => lines.Key.Cable, StringComparer.Ordinal).ThenBy(lines => lines.Key.Stock)
        .Select(lines =>
        {
            var run = new CableRun(plan, lines.First().bundle);
            var line = Line(Find(plan, lines.Key.Cable, "cable"), lines.Sum(l => l.Cables)) with { Part = run.PartNumber(lines.Key.Stock) };
            return lines.Key.Stock == 0 ? line : line with { Description = $"{line.Description}, {CableRun.Metres(lines.Key.Stock)} m" };
        });

    static int CategoryOrder(string category) => category switch
    {
        "node" => 0,
        "switch" => 1,
        _ => 2,
    };

    internal static Part Find(Plan plan, string id, string category) =>
        plan.Parts.FirstOrDefault(part => part.Id == id) ?? new Part(id, category, "", Seq<int>.Empty, "", "");

    internal static BomLine Line(Part part, long quantity) =>
        new(part.Category, part.Id, part.Description, quantity, part.PriceUsd, part.PriceSource);
}
