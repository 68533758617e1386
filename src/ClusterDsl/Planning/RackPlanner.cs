using ClusterDsl.Language;
using ClusterDsl.Model;
using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>
/// Stands the devices of a site in the racks of its first hall: GPU nodes first, each scalable unit with its leaves in a block
/// of racks of its own, then the rest, sharing racks where units and power allow.
/// </summary>
sealed class RackPlanner(Draft draft, SiteDesign site, IEnumerable<GroupDraft> devices)
{
    /// <summary>The shortest row of a hall that nobody declared.</summary>
    const int ShortestRow = 12;

    int _nextRack, _blockRacks;
    ILookup<GroupDraft, BlockDraft>? _ownLeaves;
    (int Rack, int UsedUnits, int UsedWatts)? _open;

    public void Plan()
    {
        var groups = devices.Where(g => g.Model is not NodeModel { Kind: "external" }).ToList();
        if (groups.Count == 0) return;
        var design = site.Halls.FirstOrDefault();
        var hall = new HallDraft(design, new HallPlan(
            site.Name, design?.Name ?? "hall", design?.Racks?.Rows ?? 1, design?.Racks?.PerRow ?? Limits.Racks,
            design?.RackPitchMm ?? 600, design?.RowPitchMm ?? 2_400, design?.TrayAboveMm ?? 400,
            design?.RackUnits ?? 48, design?.RackPower?.Watts ?? 0, design?.SlackMm ?? 2_000));
        draft.Halls.Add(hall);

        Fill(groups, hall);
        if (design?.Racks is not null) return;
        // One endless row told how many racks there are; now as many rows as make the room about as deep as it is wide.
        Square(hall);
        Fill(groups, hall);
        hall.Plan = hall.Plan with { Rows = (hall.RacksUsed + hall.Plan.PerRow - 1) / hall.Plan.PerRow };
        draft.Assumptions.Add($"{site.Name}: no racks were declared, {Text.Count(hall.Plan.Rows, "row")} of {hall.Plan.PerRow} assumed");
    }

    void Square(HallDraft hall)
    {
        var side = Math.Sqrt((double)hall.RacksUsed * hall.Plan.RowPitchMm / hall.Plan.RackPitchMm);
        var racks = Math.Max(ShortestRow, (int)side);
        // Rows hold whole blocks, so that none of their racks stays empty.
        hall.Plan = hall.Plan with { PerRow = _blockRacks == 0 ? racks : Math.Max(1, racks / _blockRacks) * _blockRacks };
    }

    void Fill(List<GroupDraft> groups, HallDraft hall)
    {
        (_nextRack, _open) = (0, null);
        var placed = new HashSet<GroupDraft>();
        foreach (var group in groups.Where(g => g.Model.Height > 0).OrderBy(Order).ThenBy(g => g.Id, StringComparer.Ordinal))
            if (placed.Add(group)) Place(group, hall, placed);
        foreach (var group in groups.Where(g => g.Model.Height == 0).OrderBy(g => g.Id, StringComparer.Ordinal))
            PlaceBeside(group, hall);
        foreach (var group in groups) group.Hall = hall;
        hall.RacksUsed = _nextRack;
    }

    static int Order(GroupDraft group) => group.Nodes is { } nodes ? nodes.Model.Gpus > 0 ? 0 : 1 : 2;

    void Place(GroupDraft group, HallDraft hall, HashSet<GroupDraft> placed)
    {
        Work.Done();
        var plan = hall.Plan;
        var perRack = PerRack(group, plan);
        if (group.Nodes is { Model.Gpus: > 0, Units: { } units } && units.Size < group.Count)
        {
            PlaceUnits(group, units.Size, perRack, hall, placed);
            return;
        }

        var own = group.Nodes is { PerRack: not null } or { Model.Gpus: > 0 };
        var (height, watts) = (group.Model.Height, group.Model.Power.Watts);
        if (!own && _open is { } open && Fits(open, group, plan))
        {
            group.Placement = new Placement(site.Name, plan.Name, open.Rack, group.Count, open.UsedUnits + 1, height);
            _open = (open.Rack, open.UsedUnits + group.Count * height, open.UsedWatts + group.Count * watts);
            return;
        }
        group.Placement = new Placement(site.Name, plan.Name, _nextRack, perRack, 1, height);
        var racks = RacksFor(group.Count, perRack);
        var last = group.Count - (racks - 1) * perRack;
        _open = own ? null : (_nextRack + racks - 1, last * height, last * watts);
        _nextRack += racks;
    }

    /// <summary>A block of racks for each unit: its nodes, then the leaves that only it uses.</summary>
    void PlaceUnits(GroupDraft nodes, int size, int perRack, HallDraft hall, HashSet<GroupDraft> placed)
    {
        var plan = hall.Plan;
        _ownLeaves ??= draft.Fabrics.SelectMany(f => f.Blocks).Where(b => b.Units.Count == 1 && b.Leaves.Site == site).ToLookup(b => b.Units[0].Nodes);
        var members = new List<(GroupDraft Group, int Devices, int PerRack)> { (nodes, size, perRack) };
        members.AddRange(_ownLeaves[nodes].Select(b => (b.Leaves, b.Ways, PerRack(b.Leaves, plan))));

        _blockRacks = members.Sum(m => RacksFor(m.Devices, m.PerRack));
        var perRow = plan.PerRow / _blockRacks;
        var offset = 0;
        foreach (var (group, devices, each) in members)
        {
            placed.Add(group);
            var block = new RackStep(devices, _blockRacks, Filled: true);
            group.Placement = new Placement(site.Name, plan.Name, _nextRack + offset, each, 1, group.Model.Height)
            { Steps = perRow == 0 ? Seq.Of(block) : Seq.Of(new RackStep(perRow * devices, plan.PerRow), block) };
            offset += RacksFor(devices, each);
        }
        var units = (nodes.Count + size - 1) / size;
        _nextRack += (perRow == 0 ? units * _blockRacks : (units - 1) / perRow * plan.PerRow + ((units - 1) % perRow + 1) * _blockRacks);
        _open = null;
    }

    /// <summary>Devices of a group in a rack: as declared, so that the rules can say what is wrong with it, else what fits.</summary>
    int PerRack(GroupDraft group, HallPlan hall)
    {
        if (group.Nodes?.PerRack is { } declared) return declared.Count;
        var byUnits = hall.RackUnits / Math.Max(1, group.Model.Height);
        var watts = group.Model.Power.Watts;
        var byPower = hall.RackPowerW == 0 || watts <= 0 ? int.MaxValue : draft.Thresholds.Usable(hall.RackPowerW) / watts;
        return Math.Max(1, Math.Min(byUnits, byPower));
    }

    static int RacksFor(int devices, int perRack) => (devices + perRack - 1) / perRack;

    bool Fits((int Rack, int UsedUnits, int UsedWatts) open, GroupDraft group, HallPlan hall) =>
        open.UsedUnits + (long)group.Count * group.Model.Height <= hall.RackUnits
        && (hall.RackPowerW == 0 || open.UsedWatts + (long)group.Count * group.Model.Power.Watts <= draft.Thresholds.Usable(hall.RackPowerW));

    /// <summary>PDUs and their like hang beside the units, spread evenly from the first rack.</summary>
    void PlaceBeside(GroupDraft group, HallDraft hall)
    {
        var perRack = group.Nodes?.PerRack?.Count ?? RacksFor(group.Count, Math.Max(1, _nextRack));
        group.Placement = new Placement(site.Name, hall.Plan.Name, 0, perRack, 0, 0);
        _nextRack = Math.Max(_nextRack, RacksFor(group.Count, perRack));
    }
}
