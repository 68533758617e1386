namespace ClusterDsl.Plans;

/// <summary>Questions to a bundle about its parts, answered by halving its box: the cost is that of the parts, not of the links.</summary>
public static class BundleParts
{
    /// <summary>The links between some devices of the lower end and some of the upper, and the devices that they take there.</summary>
    public static LinkSpan Between(this Bundle bundle, DeviceRun a, DeviceRun b)
    {
        var span = LinkSpan.None;
        if (bundle.Links == 0) return span;
        var open = new Stack<BoxPart>();
        open.Push(new BoxPart(bundle.A.Device, bundle.B.Device, bundle.Extents));
        while (open.Count > 0)
        {
            var part = open.Pop();
            if (part.MaxA < a.First || part.MinA > a.Last || part.MaxB < b.First || part.MinB > b.Last) continue;
            if (part.MinA >= a.First && part.MaxA <= a.Last && part.MinB >= b.First && part.MaxB <= b.Last)
            {
                span = span.With(part.Links, new DeviceRun(part.MinA, part.MaxA), new DeviceRun(part.MinB, part.MaxB));
                continue;
            }
            var (left, right) = part.Split();
            open.Push(right);
            open.Push(left);
        }
        return span;
    }

    /// <summary>How many links lead from each place to each other; a place stands for racks that follow each other, and none comes before that of a rack before it.</summary>
    public static IEnumerable<(int PlaceA, int PlaceB, long Links)> ByPlaces(this Bundle bundle, Placement a, Func<int, int> placeA, Placement b, Func<int, int> placeB) =>
        bundle.Links == 0 ? []
        : new BoxPart(bundle.A.Device, bundle.B.Device, bundle.Extents).ByPlaces(a, placeA, b, placeB).Select(p => (p.PlaceA, p.PlaceB, p.Part.Links));

    /// <summary>The longest way that a cable of a bundle has from rack to rack, slack included, and the two racks; 0 where no way is known.</summary>
    public static (int LengthMm, int RackA, int RackB) LongestRun(this Plan plan, Bundle bundle) =>
        bundle.Links > 0 && plan.Route(bundle) is { } route
            ? new BoxPart(bundle.A.Device, bundle.B.Device, bundle.Extents).Farthest(plan.Group(bundle.A.Group).Placement!, plan.Group(bundle.B.Group).Placement!, route.AtMostMm, route.LengthMm)
            : default;
}

/// <summary>Devices of a group that follow each other.</summary>
/// <param name="First">The first.</param>
/// <param name="Last">The last.</param>
public readonly record struct DeviceRun(int First, int Last)
{
    /// <summary>How many they are.</summary>
    public int Count => Last - First + 1;
}

/// <summary>Links of a bundle, and bounds of the devices at their ends.</summary>
/// <param name="Links">How many links.</param>
/// <param name="A">The devices at the lower ends.</param>
/// <param name="B">The devices at the upper ends.</param>
public readonly record struct LinkSpan(long Links, DeviceRun A, DeviceRun B)
{
    /// <summary>No link at all.</summary>
    public static LinkSpan None { get; } = new(0, new DeviceRun(int.MaxValue, int.MinValue), new DeviceRun(int.MaxValue, int.MinValue));

    /// <summary>These links and others.</summary>
    public LinkSpan With(long links, DeviceRun a, DeviceRun b) => new(Links + links, Around(A, a), Around(B, b));

    static DeviceRun Around(DeviceRun one, DeviceRun other) => new(Math.Min(one.First, other.First), Math.Max(one.Last, other.Last));
}
