namespace ClusterDsl.Tests;

/// <summary>Counts of a plan as the published tables name them.</summary>
static class Count
{
    /// <summary>Switches of a group; 0 when the plan has no such group.</summary>
    public static int Switches(this Plan plan, string group) => plan.Groups.Where(g => g.Id == group).Sum(g => g.Count);

    /// <summary>Links from one group up to another.</summary>
    public static long Links(this Plan plan, string lower, string upper) =>
        plan.Bundles.Where(b => b.A.Group == lower && b.B.Group == upper).Sum(b => b.Links);

    /// <summary>Cables from one group up to another: a splitter is one.</summary>
    public static long Cables(this Plan plan, string lower, string upper) =>
        plan.Bundles.Where(b => b.A.Group == lower && b.B.Group == upper).Sum(b => b.Assemblies);

    /// <summary>Cages of a bank that hold at least one link of a fabric, found by walking every link.</summary>
    public static int OccupiedCages(this Plan plan, string fabric, string bank, params string[] groups) => (
        from bundle in plan.Bundles
        where bundle.Fabric == fabric
        from k in Range(bundle.Links)
        let link = bundle.LinkAt(k)
        from end in new[] { (bundle.A, Device: link.DeviceA, Port: link.PortA), (bundle.B, Device: link.DeviceB, Port: link.PortB) }
        where end.Item1.Bank == bank && groups.Contains(end.Item1.Group)
        let model = plan.Model(plan.Group(end.Item1.Group))
        select (end.Item1.Group, end.Device, model.Bank(bank).CageOf(end.Port, end.Item1.Split))).Distinct().Count();

    static IEnumerable<long> Range(long count)
    {
        for (var k = 0L; k < count; k++) yield return k;
    }
}
