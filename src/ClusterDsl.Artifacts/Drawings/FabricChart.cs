namespace ClusterDsl.Artifacts.Drawings;

/// <summary>What is drawn of a fabric: its groups of devices, level by level from the nodes upwards, and the links between each two of them.</summary>
sealed class FabricChart
{
    /// <summary>Groups of one level that are drawn by themselves; those beyond stand together as one.</summary>
    const int MostGroups = 24;

    readonly Plan _plan;

    public FabricChart(Plan plan, FabricPlan fabric)
    {
        (_plan, Fabric) = (plan, fabric);
        var roles = fabric.Tiers.Select(t => t.Role).Distinct().ToList();
        foreach (var tier in fabric.Tiers)
            foreach (var id in tier.Groups) _levels[id] = roles.IndexOf(tier.Role) + 1;
        var bundles = plan.Bundles.Where(b => b.Fabric == fabric.Name && b.Links > 0).ToList();
        var others = bundles.SelectMany(b => new[] { b.A.Group, b.B.Group }).Distinct().Where(id => !_levels.ContainsKey(id)).ToList();
        foreach (var (id, level) in others.Select(id => (id, Beside(id, bundles, roles.Count))).ToList()) _levels[id] = level;

        Boxes = [.. _levels.GroupBy(l => l.Value).OrderBy(l => l.Key).SelectMany(level => Together(level.Key, [.. level.Select(l => plan.Group(l.Key)).Where(g => g.Count > 0)]))];
        Joints =
        [
            .. from bundle in bundles
               let a = BoxOf(bundle.A.Group)
               let b = BoxOf(bundle.B.Group)
               let flipped = a.Level > b.Level
               group (bundle, flipped) by (Lower: flipped ? b : a, Upper: flipped ? a : b) into alike
               select new Joint(alike.Key.Lower, alike.Key.Upper, [.. alike]),
        ];
        foreach (var box in Boxes.OrderByDescending(b => b.Level)) box.Parts = PartsOf(box);
    }

    readonly Dictionary<string, int> _levels = [];

    public FabricPlan Fabric { get; }

    public IReadOnlyList<GroupBox> Boxes { get; }

    public IReadOnlyList<Joint> Joints { get; }

    /// <summary>The links between switches of one group.</summary>
    public IEnumerable<Joint> Among => Joints.Where(j => j.Lower == j.Upper);

    /// <summary>Whether cells of switches are joined to each other: such a fabric is not drawn by tier.</summary>
    public bool IsMesh => Among.Any(j => j.Lower.IsTier && j.Lower.Parts.Count > 1);

    /// <summary>What a tier lets through, at the box of its switches.</summary>
    public string Ratio(GroupBox box) => Fabric.Tiers.FirstOrDefault(t => t.Groups.Contains(box.Groups[0].Id))?.Ratio ?? "";

    GroupBox BoxOf(string group) => Boxes.First(b => b.Groups.Any(g => g.Id == group));

    /// <summary>What is no switch of the fabric stands below it, or above where it is joined to upper tiers alone.</summary>
    int Beside(string id, List<Bundle> bundles, int tiers)
    {
        var joined = bundles.Where(b => b.A.Group == id).Select(b => b.B.Group).Concat(bundles.Where(b => b.B.Group == id).Select(b => b.A.Group))
            .Select(other => _levels.GetValueOrDefault(other)).Where(level => level > 0).DefaultIfEmpty(1).Min();
        return bundles.Any(b => b.B.Group == id && _levels.ContainsKey(b.A.Group)) || joined > 1 ? tiers + 1 : 0;
    }

    IEnumerable<GroupBox> Together(int level, List<DeviceGroup> groups)
    {
        // The largest first: they are what the fabric is there for.
        var ordered = groups.OrderByDescending(g => (long)g.Count * _plan.Model(g).Gpus).ThenByDescending(g => g.Count).ThenBy(g => g.Id, StringComparer.Ordinal).ToList();
        var alone = ordered.Count > MostGroups ? MostGroups - 1 : ordered.Count;
        foreach (var group in ordered.Take(alone)) yield return new GroupBox(_plan, Fabric, level, [group]);
        if (alone < ordered.Count) yield return new GroupBox(_plan, Fabric, level, [.. ordered.Skip(alone)]);
    }

    /// <summary>Divided as what is above it divides it, else as its devices are called: units, pods, cells, planes.</summary>
    DeviceParts PartsOf(GroupBox box)
    {
        if (box.Groups.Count > 1) return DeviceParts.Whole(box.Count);
        var named = DeviceParts.Named(Fabric, box.Groups[0]);
        foreach (var joint in Joints.Where(j => j.Lower == box && j.Upper != box && j.Upper.Parts.Count > 1))
            if (DeviceParts.Below(joint) is { } parts) return parts.Count == named.Count ? parts with { Name = named.Name } : parts;
        return named;
    }
}

/// <summary>The links between two groups of a fabric.</summary>
/// <param name="lower">The group below.</param>
/// <param name="upper">The group above; the same where its switches are joined to each other.</param>
/// <param name="bundles">The bundles, and whether their lower end is at the group above.</param>
sealed class Joint(GroupBox lower, GroupBox upper, IReadOnlyList<(Bundle Bundle, bool Flipped)> bundles)
{
    public GroupBox Lower { get; } = lower;

    public GroupBox Upper { get; } = upper;

    public IReadOnlyList<(Bundle Bundle, bool Flipped)> Bundles { get; } = bundles;

    public long Links => Bundles.Sum(b => b.Bundle.Links);

    /// <summary>"1,024 × 400G".</summary>
    public string Text => string.Join(" + ", Bundles.GroupBy(b => b.Bundle.SpeedGbps).OrderByDescending(s => s.Key).Select(s => $"{LayerOverview.Number(s.Sum(b => b.Bundle.Links))} × {s.Key}G"));

    /// <summary>The links between some of the lower and some of the upper devices: A is below.</summary>
    public LinkSpan Between(DeviceRun below, DeviceRun above)
    {
        var all = LinkSpan.None;
        foreach (var (bundle, flipped) in Bundles)
        {
            var span = flipped ? bundle.Between(above, below) : bundle.Between(below, above);
            if (span.Links > 0) all = all.With(span.Links, flipped ? span.B : span.A, flipped ? span.A : span.B);
        }
        return all;
    }

    public bool Joins(DeviceRun below, DeviceRun above) => Between(below, above).Links > 0;
}
