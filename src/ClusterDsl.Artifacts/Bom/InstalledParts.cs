using System.Globalization;

namespace ClusterDsl.Artifacts.Bom;

/// <summary>What installed cabling is made of: trunks by stock length with the fibres that stay dark, panels with the units they take, patch cords by stock length.</summary>
static class InstalledParts
{
    public static IEnumerable<BomLine> Of(Plan plan)
    {
        var installed = Installed.Of(plan);
        return [.. Trunks(plan, installed), .. Panels(plan, installed), .. Cords(plan)];
    }

    static IEnumerable<BomLine> Trunks(Plan plan, Installed installed) => installed.Runs
        .GroupBy(run => (run.Trunk, run.LengthMm))
        .OrderBy(runs => runs.Key.Trunk.Id, StringComparer.Ordinal).ThenBy(runs => runs.Key.LengthMm)
        .Select(runs =>
        {
            var (count, trunk) = (runs.Sum(run => (long)run.Trunks), runs.Key.Trunk);
            var part = BillOfMaterials.Find(plan, trunk.Id, "trunk");
            var unused = runs.Sum(run => run.SpareConnectors) * trunk.PerConnector;
            return BillOfMaterials.Line(part, count) with
            {
                Part = CableRun.PartNumber(trunk.Id, runs.Key.LengthMm),
                Description = $"{part.Description}, {CableRun.Metres(runs.Key.LengthMm)} m; {Number(unused)} of {Number(count * trunk.Fibres)} fibres on spare connectors",
            };
        });

    static IEnumerable<BomLine> Panels(Plan plan, Installed installed) => installed.Panels
        .GroupBy(panel => panel.Panel)
        .OrderBy(panels => panels.Key.Id, StringComparer.Ordinal)
        .Select(panels =>
        {
            var part = BillOfMaterials.Find(plan, panels.Key.Id, "panel");
            return BillOfMaterials.Line(part, panels.LongCount()) with { Description = $"{part.Description}; {Number(panels.LongCount() * panels.Key.HeightU)} U in all" };
        });

    static IEnumerable<BomLine> Cords(Plan plan) => PatchCords.Of(plan)
        .GroupBy(cord => (cord.Part, Mm: BillOfMaterials.Find(plan, cord.Part, "cable").StockLength(cord.LengthMm)))
        .OrderBy(cords => cords.Key.Part, StringComparer.Ordinal).ThenBy(cords => cords.Key.Mm)
        .Select(cords => BillOfMaterials.Line(BillOfMaterials.Find(plan, cords.Key.Part, "cable"), cords.Sum(cord => cord.Count)) is var line && cords.Key.Mm > 0
            ? line with { Category = "cord", Part = CableRun.PartNumber(line.Part, cords.Key.Mm), Description = $"{line.Description}, {CableRun.Metres(cords.Key.Mm)} m, patch cord" }
            : line with { Category = "cord" });

    static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
