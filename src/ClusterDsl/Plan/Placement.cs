namespace ClusterDsl.Plans;

/// <summary>
/// Where the devices of a group stand, in closed form: they fill slots of one height, <paramref name="PerRack"/> to a rack, in
/// racks that follow each other; steps lead from row to row, over racks that are kept free, and from block to block.
/// </summary>
/// <param name="Site">The site.</param>
/// <param name="Hall">The hall in it.</param>
/// <param name="FirstRack">The rack of the first slot, counted from 0 along the rows.</param>
/// <param name="PerRack">Devices of this group in a rack.</param>
/// <param name="BaseU">The lowest unit of the lowest slot of a rack, from 1; 0 for devices mounted beside the units.</param>
/// <param name="StepU">Units from one device of a rack to the next.</param>
public sealed record Placement(string Site, string Hall, int FirstRack, int PerRack, int BaseU, int StepU)
{
    /// <summary>The steps, from the widest to the narrowest; none where the racks just follow each other.</summary>
    public Seq<RackStep> Steps { get; init; } = Seq<RackStep>.Empty;

    /// <summary>Slots left free before device 0.</summary>
    public int Skipped { get; init; }

    /// <summary>Racks that the devices take in turn: 2 stands the two of a pair in racks beside each other.</summary>
    public int InTurn { get; init; } = 1;

    /// <summary>Where the devices stand for which there is no regular place here; null for none.</summary>
    public PlacementRest? Rest { get; init; }

    /// <summary>The lowest unit that the group uses anywhere.</summary>
    public int LowestUnit => Rest is { } rest ? Math.Min(BaseU, rest.Placement.LowestUnit) : BaseU;

    /// <summary>The rack of device <paramref name="index"/>.</summary>
    public int Rack(int index)
    {
        if (Rest is { } rest && index >= rest.From) return rest.Placement.Rack(index - rest.From);
        var (rack, slot) = (FirstRack, Skipped + index);
        for (var s = 0; s < Steps.Count; s++)
        {
            rack += slot / Steps[s].Devices * Steps[s].Racks;
            slot %= Steps[s].Devices;
        }
        return rack + slot / (PerRack * InTurn) * InTurn + slot % InTurn;
    }

    /// <summary>The lowest unit that device <paramref name="index"/> takes; 0 when it takes none.</summary>
    public int Unit(int index)
    {
        if (Rest is { } rest && index >= rest.From) return rest.Placement.Unit(index - rest.From);
        return BaseU == 0 ? 0 : BaseU + Slot(index) % (PerRack * InTurn) / InTurn * StepU;
    }

    /// <summary>How many devices, this one among them, follow in the same rack.</summary>
    public int LeftInRack(int index)
    {
        if (Rest is { } rest && index >= rest.From) return rest.Placement.LeftInRack(index - rest.From);
        if (InTurn > 1) return 1;
        var slot = Slot(index);
        var left = Math.Min(PerRack - slot % PerRack, Rest is { } other ? other.From - index : int.MaxValue);
        return Steps.Count == 0 ? left : Math.Min(left, Steps[Steps.Count - 1].Devices - slot);
    }

    /// <summary>The lowest and the highest rack of a run of devices; where devices take racks in turn, they may be one too wide.</summary>
    public (int Lowest, int Highest) Racks(int first, int last)
    {
        if (Rest is { } rest && last >= rest.From)
        {
            var others = rest.Placement.Racks(Math.Max(0, first - rest.From), last - rest.From);
            if (first >= rest.From) return others;
            var own = (this with { Rest = null }).Racks(first, rest.From - 1);
            return (Math.Min(own.Lowest, others.Lowest), Math.Max(own.Highest, others.Highest));
        }
        var (lowest, highest) = (Rack(first), Rack(last));
        return InTurn == 1 || first == last ? (lowest, highest) : (lowest - Slot(first) % InTurn, highest - Slot(last) % InTurn + InTurn - 1);
    }

    /// <summary>How many of the first <paramref name="count"/> devices stand in a rack.</summary>
    public int DevicesIn(int rack, int count)
    {
        if (Rest is { } rest && count > rest.From)
            return (this with { Rest = null }).DevicesIn(rack, rest.From) + rest.Placement.DevicesIn(rack, count - rest.From);
        var (racks, slot, within) = ((long)rack - FirstRack, 0L, long.MaxValue);
        if (racks < 0) return 0;
        foreach (var step in Steps)
        {
            var steps = racks / step.Racks;
            if (steps * step.Devices >= within) return 0;
            slot += steps * step.Devices;
            within = Math.Min(step.Devices, within - steps * step.Devices);
            racks %= step.Racks;
        }
        // The slots of the rack, of those that the last step leads over and that devices of the group take.
        var first = slot + racks / InTurn * InTurn * PerRack + racks % InTurn;
        var end = Math.Min(within == long.MaxValue ? within : slot + within, (long)Skipped + count);
        return (int)(Before(end) - Before(Math.Min(end, Skipped)));

        long Before(long slots) => Math.Min(PerRack, Math.Max(0, (slots - first + InTurn - 1) / InTurn));
    }

    int Slot(int index)
    {
        var slot = Skipped + index;
        for (var s = 0; s < Steps.Count; s++) slot %= Steps[s].Devices;
        return slot;
    }
}

/// <summary>After so many slots, on by so many racks.</summary>
/// <param name="Devices">Slots of the group from one step to the next.</param>
/// <param name="Racks">Racks from one step to the next.</param>
/// <param name="Filled">Whether no rack between the first step and the last stays empty: other groups stand where this one does not.</param>
public sealed record RackStep(int Devices, int Racks, bool Filled = false);

/// <summary>The devices of a group that stand elsewhere.</summary>
/// <param name="From">The first of them.</param>
/// <param name="Placement">Where they stand, counted from 0 again.</param>
public sealed record PlacementRest(int From, Placement Placement);
