namespace ClusterDsl.Planning;

/// <summary>What a single failure takes from the devices below it. The shares of the links below a switch stay as they were.</summary>
abstract class Failure(FabricTree tree, Traffic intact)
{
    readonly Dictionary<(GroupDraft, int), decimal> _drops = intact.Drops();
    readonly Dictionary<(Fan, int), decimal> _sums = intact.Sums();

    protected FabricTree Tree { get; } = tree;

    /// <summary>What the links of a device upwards carry less than before, in Gb/s.</summary>
    public decimal Takes(GroupDraft group, int device)
    {
        var gbps = 0m;
        foreach (var fan in Tree.Up(group))
            if (fan.Of(device) is { } strand) gbps += strand.EachGbps * Sum(strand);
        return gbps;
    }

    /// <summary>Many devices have links to the same switches above: what those drop is added up once.</summary>
    decimal Sum(Strand strand)
    {
        if (!_sums.TryGetValue((strand.Fan, strand.First), out var sum)) _sums[(strand.Fan, strand.First)] = sum = Drops(strand);
        return sum;
    }

    /// <summary>By how much the shares of all switches at the upper ends fall, added up.</summary>
    protected abstract decimal Drops(Strand strand);

    /// <summary>The same switch by switch.</summary>
    protected decimal DropsOneByOne(Strand strand)
    {
        var sum = 0m;
        for (var i = 0; i < strand.Count; i++) sum += Drop(strand.Other, strand.At(i));
        return sum;
    }

    /// <summary>By how much the share of a switch falls.</summary>
    protected virtual decimal Drop(GroupDraft group, int device)
    {
        if (_drops.TryGetValue((group, device), out var known)) return known;
        var taken = Takes(group, device);
        return _drops[(group, device)] = taken == 0 ? 0
            : intact.Share(group, device) - intact.Share(group, device, intact.Carried(group, device) - taken);
    }
}

/// <summary>A switch whose share falls: to nothing where it fails, by what a link carried where it loses one.</summary>
sealed class SwitchFailure(FabricTree tree, Traffic intact, GroupDraft group, int device, decimal drop) : Failure(tree, intact)
{
    protected override decimal Drops(Strand strand)
    {
        if (strand.Other == group) return strand.Contains(device) ? drop : 0;
        var down = Tree.LevelOf(group) - Tree.LevelOf(strand.Other);
        if (down < 1) return 0;
        if (down > 1) return DropsOneByOne(strand);
        // Of the switches above, those that are also below the one that fails: all alike.
        var sum = 0m;
        foreach (var fan in Tree.Down(group))
            if (fan.Other == strand.Other && fan.Of(device) is { } below && below.Set is var these && strand.Set is var those && those.Common(these) is { } one)
                sum += those.CommonCount(these) * Drop(strand.Other, (int)one);
        return sum;
    }
}

/// <summary>Devices of several tiers that fail together.</summary>
abstract class JointFailure(FabricTree tree, Traffic intact) : Failure(tree, intact)
{
    readonly Traffic _intact = intact;

    public abstract bool Holds(GroupDraft group, int device);

    /// <summary>How many of the switches at the upper ends it holds.</summary>
    protected abstract int Held(Strand strand);

    protected sealed override decimal Drops(Strand strand) => Tree.IsTop(strand.Other) ? Held(strand) : DropsOneByOne(strand);

    protected sealed override decimal Drop(GroupDraft group, int device) => Holds(group, device) ? _intact.Share(group, device) : base.Drop(group, device);
}

/// <summary>A feed of all racks of a hall, with what does not run on without it: of devices with one supply, all, as nobody says by which feed each runs.</summary>
sealed class FeedFailure(FabricTree tree, Traffic intact, HallDraft hall, int feeds) : JointFailure(tree, intact)
{
    public override bool Holds(GroupDraft group, int device) => group.Hall == hall && group.Model.SurvivesLossOfOneOf(feeds) == false;

    protected override int Held(Strand strand) => Holds(strand.Other, strand.First) ? strand.Count : 0;
}

/// <summary>A rack with everything that stands in it.</summary>
sealed class RackFailure(FabricTree tree, Traffic intact, HallDraft hall, int rack) : JointFailure(tree, intact)
{
    public override bool Holds(GroupDraft group, int device) => group.Hall == hall && group.Placement?.Rack(device) == rack;

    protected override int Held(Strand strand)
    {
        if (strand.Other.Hall != hall || strand.Other.Placement is not { } placement) return 0;
        if (strand.Fan.IsRun) return placement.DevicesIn(rack, strand.Last + 1) - placement.DevicesIn(rack, strand.First);
        var held = 0;
        for (var i = 0; i < strand.Count; i++)
            if (Holds(strand.Other, strand.At(i))) held++;
        return held;
    }
}
