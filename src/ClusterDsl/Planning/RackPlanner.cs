using ClusterDsl.Model;
using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>
/// Stands the devices of a site in the racks of its first hall: GPU nodes first, in racks of their own, then the rest, sharing
/// racks where units and power allow.
/// </summary>
sealed class RackPlanner(Draft draft, SiteDesign site)
{
    const int RacksPerAssumedRow = 12;

    int _nextRack;
    (int Rack, int UsedUnits, int UsedWatts)? _open;

    public void Plan()
    {
        var groups = draft.Groups.Where(g => g.Site == site && g.Model is not NodeModel { Kind: "external" }).ToList();
        if (groups.Count == 0) return;
        var design = site.Halls.FirstOrDefault();
        var hall = new HallDraft(design, Assume(design));
        draft.Halls.Add(hall);

        foreach (var group in groups.Where(g => g.Model.Height > 0).OrderBy(Order).ThenBy(g => g.Id, StringComparer.Ordinal))
            Place(group, hall);
        foreach (var group in groups.Where(g => g.Model.Height == 0).OrderBy(g => g.Id, StringComparer.Ordinal))
            PlaceBeside(group, hall);
        hall.RacksUsed = _nextRack;
        if (design?.Racks is null) Fit(hall);
    }

    static int Order(GroupDraft group) => group.Nodes is { } nodes ? nodes.Model.Gpus > 0 ? 0 : 1 : 2;

    HallPlan Assume(HallDesign? design) => new(
        site.Name, design?.Name ?? "hall", design?.Racks?.Rows ?? 1, design?.Racks?.PerRow ?? RacksPerAssumedRow,
        design?.RackPitchMm ?? 600, design?.RowPitchMm ?? 2_400, design?.TrayAboveMm ?? 400,
        design?.RackUnits ?? 48, design?.RackPower?.Watts ?? 0, design?.SlackMm ?? 2_000);

    void Fit(HallDraft hall)
    {
        hall.Plan = hall.Plan with { Rows = Math.Max(1, (hall.RacksUsed + RacksPerAssumedRow - 1) / RacksPerAssumedRow) };
        draft.Assumptions.Add($"{site.Name}: no racks were declared, {Text.Count(hall.Plan.Rows, "row")} of {RacksPerAssumedRow} assumed");
    }

    void Place(GroupDraft group, HallDraft hall)
    {
        var (height, watts, plan) = (group.Model.Height, group.Model.Power.Watts, hall.Plan);
        var byUnits = plan.RackUnits / height;
        var byPower = plan.RackPowerW == 0 || watts <= 0 ? int.MaxValue : plan.RackPowerW / watts;
        // What is declared is done, so that the rules can say what is wrong with it.
        var perRack = group.Nodes?.PerRack?.Count ?? Math.Max(1, Math.Min(byUnits, byPower));
        var own = group.Nodes is { PerRack: not null } or { Model.Gpus: > 0 };

        if (!own && _open is { } open && Fits(open, group, plan))
        {
            group.Placement = new Placement(site.Name, plan.Name, open.Rack, group.Count, 0, open.UsedUnits + 1, height);
            _open = (open.Rack, open.UsedUnits + group.Count * height, open.UsedWatts + group.Count * watts);
        }
        else
        {
            group.Placement = new Placement(site.Name, plan.Name, _nextRack, perRack, 0, 1, height);
            var racks = (group.Count + perRack - 1) / perRack;
            var last = group.Count - (racks - 1) * perRack;
            _open = own ? null : (_nextRack + racks - 1, last * height, last * watts);
            _nextRack += racks;
        }
        group.Hall = hall;
    }

    static bool Fits((int Rack, int UsedUnits, int UsedWatts) open, GroupDraft group, HallPlan hall) =>
        open.UsedUnits + (long)group.Count * group.Model.Height <= hall.RackUnits
        && (hall.RackPowerW == 0 || open.UsedWatts + (long)group.Count * group.Model.Power.Watts <= hall.RackPowerW);

    /// <summary>PDUs and their like hang beside the units, spread evenly from the first rack.</summary>
    void PlaceBeside(GroupDraft group, HallDraft hall)
    {
        var racks = Math.Max(1, _nextRack);
        var perRack = group.Nodes?.PerRack?.Count ?? (group.Count + racks - 1) / racks;
        group.Placement = new Placement(site.Name, hall.Plan.Name, 0, perRack, 0, 0, 0);
        group.Hall = hall;
    }
}
