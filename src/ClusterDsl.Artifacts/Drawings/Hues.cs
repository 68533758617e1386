namespace ClusterDsl.Artifacts.Drawings;

/// <summary>Which rail and which plane a switch serves, by the links that it has: the colours of a fabric.</summary>
sealed class Hues
{
    /// <summary>Fewer ports of a node than this that lead to switches of their own are not called rails.</summary>
    const int LeastRails = 4;

    const int MostPlanes = 64;

    readonly FabricChart _chart;
    readonly Dictionary<GroupBox, (Affine Device, int Dimension, int Extent, int PerRail)> _rails = [];
    readonly Dictionary<GroupBox, GroupBox> _planes = [];

    public Hues(FabricChart chart)
    {
        _chart = chart;
        foreach (var joint in chart.Joints.Where(j => j.Lower.IsTier && j.Lower != j.Upper && IsPlanes(j.Upper) && j.Lower.Parts.Above != j.Upper)) _planes.TryAdd(joint.Lower, joint.Upper);
        foreach (var joint in chart.Joints.Where(j => j.Lower.Level == 0 && j.Upper.IsTier).OrderByDescending(j => j.Links))
            if (RailOf(joint) is { } rail) _rails.TryAdd(joint.Upper, rail);
    }

    /// <summary>How many rails end at a group; 0 for none.</summary>
    public int Rails(GroupBox box) => _rails.TryGetValue(box, out var rail) ? rail.Extent / rail.PerRail : 0;

    public int? Rail(GroupBox box, int device) => _rails.TryGetValue(box, out var rail)
        ? (device - rail.Device.Offset) / rail.Device.Strides[rail.Dimension] % rail.Extent / rail.PerRail : null;

    /// <summary>Whether the parts of a group are planes: each of them is joined to all that is below, not to a part of it.</summary>
    public bool IsPlanes(GroupBox box) => box.IsTier && box.Parts.Count > 1
        && (_chart.Joints.Any(j => j.Upper == box && j.Lower.IsTier && j.Lower != box && j.Lower.Parts.Above != box) || _chart.Boxes.Any(b => b.Parts.Above == box && b.IsTier && IsPlanes(b)));

    /// <summary>The planes that are drawn; null where the fabric has none.</summary>
    public GroupBox? Planes => _chart.Boxes.FirstOrDefault(IsPlanes);

    /// <summary>The plane that a switch belongs to, or is alone joined to.</summary>
    public int? Plane(GroupBox box, int device)
    {
        if (IsPlanes(box)) return Enumerable.Range(0, Math.Min(MostPlanes, box.Parts.Count)).Where(p => Holds(box.Parts.At(p), device)).Select(p => (int?)p).FirstOrDefault();
        if (!_planes.TryGetValue(box, out var above)) return null;
        var joint = _chart.Joints.First(j => j.Lower == box && j.Upper == above);
        var planes = Enumerable.Range(0, Math.Min(MostPlanes, above.Parts.Count)).Where(p => joint.Joins(new DeviceRun(device, device), above.Parts.At(p))).Take(2).ToList();
        return planes.Count == 1 ? planes[0] : null;
    }

    static bool Holds(DeviceRun run, int device) => run.First <= device && device <= run.Last;

    /// <summary>The dimension along which the ports of one node lead to one switch after another.</summary>
    (Affine, int, int, int)? RailOf(Joint joint)
    {
        var (bundle, flipped) = joint.Bundles.MaxBy(b => b.Bundle.Links);
        var (node, leaf) = flipped ? (bundle.B, bundle.A) : (bundle.A, bundle.B);
        if (node.Device.Round is not null || leaf.Device.Round is not null) return null;
        for (var d = 0; d < bundle.Extents.Count; d++)
            if (node.Device.Strides[d] == 0 && node.Port.Strides[d] != 0 && leaf.Device.Strides[d] > 0 && bundle.Extents[d] > 1)
            {
                // Two switches of one rail, each in a plane of its own, take the two ports of an adapter.
                int? first = Plane(joint.Upper, leaf.Device.Offset), second = Plane(joint.Upper, leaf.Device.Offset + leaf.Device.Strides[d]);
                var planes = _planes.TryGetValue(joint.Upper, out var above) ? above.Parts.Count : 1;
                var perRail = first != second && bundle.Extents[d] % planes == 0 && bundle.Extents[d] / planes >= LeastRails && planes < bundle.Extents[d] ? planes : 1;
                return bundle.Extents[d] / perRail >= LeastRails ? (leaf.Device, d, bundle.Extents[d], perRail) : null;
            }
        return null;
    }
}
