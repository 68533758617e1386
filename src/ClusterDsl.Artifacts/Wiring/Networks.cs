namespace ClusterDsl.Artifacts.Wiring;

/// <summary>What formats ask of the networks of a plan.</summary>
static class Networks
{
    public static bool IsInfiniBand(this FabricPlan fabric) => fabric.Protocol.StartsWith("InfiniBand", StringComparison.Ordinal);

    /// <summary>The bundles of the fabrics that a format speaks of.</summary>
    public static IEnumerable<Bundle> BundlesOf(this Plan plan, Func<FabricPlan, bool> isMeant)
    {
        var names = plan.Fabrics.Where(isMeant).Select(f => f.Name).ToHashSet();
        return plan.Bundles.Where(b => names.Contains(b.Fabric));
    }

    /// <summary>The groups of switches of a plan: all that are part of a fabric's tiers.</summary>
    public static HashSet<string> Switches(this Plan plan) => [.. plan.Fabrics.SelectMany(f => f.Tiers).SelectMany(t => t.Groups)];

    /// <summary>The bank of cages at an end.</summary>
    public static PortBank Bank(this Plan plan, BundleEnd end) => plan.Model(plan.Group(end.Group)).Bank(end.Bank);

    /// <summary>The links of a bundle by number, one after another, for formats that name few of their ends.</summary>
    public static IEnumerable<Link> InOrder(this Bundle bundle)
    {
        if (bundle.Links == 0) yield break;
        var cursor = new LinkCursor(bundle);
        for (var left = bundle.Links; left > 0; left--, cursor.Next()) yield return cursor.Current;
    }
}
