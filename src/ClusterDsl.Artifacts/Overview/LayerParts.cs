using System.Globalization;

namespace ClusterDsl.Artifacts;

/// <summary>
/// What one layer of a plan is made of: the nodes with GPUs are scale-up, the devices and cables of interconnects scale-across, all others scale-out. What links GPUs inside a
/// node comes with it and is nobody's cable.
/// </summary>
sealed class LayerParts
{
    readonly Plan _plan;
    readonly List<DeviceGroup> _groups;
    readonly List<Bundle> _bundles;
    readonly List<BomLine> _bill;

    public LayerParts(Plan plan, string layer)
    {
        _plan = plan;
        var lines = plan.Interconnects.Select(i => i.Name).ToHashSet();
        var across = plan.Bundles.Where(b => lines.Contains(b.Fabric)).SelectMany(b => new[] { b.A.Group, b.B.Group }).ToHashSet();
        // A switch that a fabric has too is the fabric's.
        across.ExceptWith(plan.Bundles.Where(b => !lines.Contains(b.Fabric)).SelectMany(b => new[] { b.A.Group, b.B.Group }));
        string LayerOf(DeviceGroup group) => plan.Model(group).Gpus > 0 ? "scale-up" : across.Contains(group.Id) || group.Huts is not null ? "scale-across" : "scale-out";

        _groups = [.. plan.Groups.Where(g => g.Role != "external" && LayerOf(g) == layer)];
        _bundles = layer == "scale-up" ? [] : [.. plan.Bundles.Where(b => lines.Contains(b.Fabric) == (layer == "scale-across"))];
        // The bill of the devices alone, and of the cables alone with all devices to hang them at.
        var devices = BillOfMaterials.Of(plan with { Groups = _groups.ToSeq(), Bundles = Seq<Bundle>.Empty, Spares = Seq<Spare>.Empty }).Where(l => l.Category != "rack").ToList();
        var others = plan.Groups.Select(g => g.Model).ToHashSet();
        _bill = [.. devices, .. BillOfMaterials.Of(plan with { Bundles = _bundles.ToSeq(), Spares = Seq<Spare>.Empty }).Where(l => l.Category != "rack" && !others.Contains(l.Part))];
    }

    public bool IsPresent => _groups.Count > 0 || _bundles.Count > 0;

    public long Devices => _groups.Sum(g => (long)g.Count);

    public long Cables => _bundles.Sum(b => b.Assemblies);

    /// <summary>Each end of each cable, each leg of a splitter.</summary>
    public long Plugs => _bundles.Sum(b => b.Assemblies * (1 + b.Legs));

    public long DistinctParts => _bill.Select(l => l.Part).Distinct().Count();

    public long Watts => _groups.Sum(g => (long)g.Count * _plan.Model(g).PowerW);

    /// <summary>The models that draw power, and those of them that say how much: multiplexers and panels draw none.</summary>
    public long Models => Active.Count();
    public long Drawing => Active.Count(m => m.PowerW > 0);

    IEnumerable<DeviceModel> Active => _groups.Where(g => g.Role is not ("mux" or "panel")).Select(_plan.Model).Distinct();

    /// <summary>What the parts that have a price cost together, and how many of the distinct parts that are.</summary>
    public decimal Usd => _bill.Sum(l => Price(l) * l.Quantity);
    public long PricedParts => _bill.Where(l => Price(l) > 0).Select(l => l.Part).Distinct().Count();

    static decimal Price(BomLine line) => decimal.TryParse(line.UnitPriceUsd, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var each) ? each : 0;

    /// <summary>The models with most devices, and the networks they make up.</summary>
    public string Components()
    {
        var models = _groups.GroupBy(g => g.Model).Select(m => (Model: m.Key, Count: m.Sum(g => (long)g.Count))).OrderByDescending(m => m.Count).ThenBy(m => m.Model, StringComparer.Ordinal).ToList();
        var first = string.Join(", ", models.Take(3).Select(m => $"{LayerOverview.Number(m.Count)} × {m.Model}"));
        return models.Count > 3 ? $"{first} and {models.Count - 3} other {(models.Count == 4 ? "model" : "models")}" : first;
    }
}
