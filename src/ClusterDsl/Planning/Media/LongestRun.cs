using ClusterDsl.Model;
using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>The longest routed length of a bundle. Its cost does not grow with the number of cables.</summary>
static class LongestRun
{
    public static int Of(LinkDraft link) => Find(link).LengthMm;

    /// <summary>The run of the first link of a bundle; 0 where no way leads from the one end to the other.</summary>
    public static int OfFirst(LinkDraft link) =>
        Way.Of(link) is { } way
            ? way.LengthMm(way.A.Rack(link.Lower.Device.At(new int[link.Extents.Count])), way.B.Rack(link.Upper.Device.At(new int[link.Extents.Count]))) : 0;

    /// <summary>The longest run and the racks at its ends; 0 where no way leads from the one end to the other.</summary>
    public static (int LengthMm, int RackA, int RackB) Find(LinkDraft link) => Find(link, link.Channel);

    /// <summary>The longest run by a channel; 0 where no link needs it.</summary>
    public static (int LengthMm, int RackA, int RackB) Find(LinkDraft link, ChannelDesign? channel)
    {
        if (Way.Of(link, channel) is not { } way) return default;
        // Where both ends go on block by block together, every block is like the first, unless one of them holds a gap.
        var part = new BoxPart(link.Lower.Device, link.Upper.Device,
            [.. link.Extents.Select((e, d) => (0, way.IsAlikeEverywhere && Together(link, way.A, way.B, d) ? 0 : e - 1))]);
        return part.Farthest(way.A, way.B, way.AtMostMm, way.LengthMm);
    }

    /// <summary>Whether a dimension moves both ends on by as many blocks of the same racks.</summary>
    static bool Together(LinkDraft link, Placement a, Placement b, int d)
    {
        if (link.Lower.Device.Round is not null || link.Upper.Device.Round is not null) return false;
        if (a is not { Rest: null, InTurn: 1, Steps.Count: > 1 } || b is not { Rest: null, InTurn: 1 } || a.Steps.Count != b.Steps.Count) return false;
        var (blockA, blockB) = (a.Steps[a.Steps.Count - 1], b.Steps[b.Steps.Count - 1]);
        for (var s = 0; s < a.Steps.Count; s++)
            if (a.Steps[s].Racks != b.Steps[s].Racks || a.Steps[s].Devices / blockA.Devices != b.Steps[s].Devices / blockB.Devices) return false;
        var (strideA, strideB) = (link.Lower.Device.Strides[d], link.Upper.Device.Strides[d]);
        return blockA.Filled && blockB.Filled
            && strideA % blockA.Devices == 0 && strideB % blockB.Devices == 0 && strideA / blockA.Devices == strideB / blockB.Devices
            && (a.Skipped + link.Lower.Device.Offset) / blockA.Devices == (b.Skipped + link.Upper.Device.Offset) / blockB.Devices
            && Math.Abs(a.FirstRack - b.FirstRack) < blockA.Racks;
    }
}
