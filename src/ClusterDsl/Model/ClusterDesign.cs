using System.Globalization;
using System.Runtime.CompilerServices;
using ClusterDsl.Plans;

namespace ClusterDsl.Model;

/// <summary>What a definition declared, as it said it: the builders write it, the planner and the rules read it.</summary>
sealed class ClusterDesign(string name, Origin at) : Declared(null)
{
    readonly Dictionary<(Declared Declaration, string What), Origin> _said = [];

    public string Name { get; } = name;
    public Origin At { get; } = at;
    public List<SiteDesign> Sites { get; } = [];
    public List<InterconnectDesign> Interconnects { get; } = [];
    public List<SiteSurvivalDesign> Survivals { get; } = [];
    public List<WorkloadDesign> Workloads { get; } = [];
    public List<Acceptance> Accepted { get; } = [];
    public LabelDesign? Labels { get; set; }

    /// <summary>Spares of each category of parts, in hundredths of a percent.</summary>
    public List<(string Category, int Share)> Spares { get; } = [];
    public List<Violation> Violations { get; } = [];
    public List<Repetition> Repetitions { get; } = [];
    public bool Incomplete { get; set; }

    /// <summary>Whether any part could not be evaluated, so that what is missing may only be unknown.</summary>
    public bool HasUnknowns => Incomplete || Sites.Any(s => s.Incomplete) || Nodes.Any(n => n.Incomplete) || Fabrics.Any(f => f.Incomplete) || Interconnects.Any(i => i.Incomplete);

    public IEnumerable<NodesDesign> Nodes => Sites.SelectMany(s => s.Nodes);
    public IEnumerable<FabricDesign> Fabrics => Sites.SelectMany(s => s.Fabrics);

    /// <summary>A declared number, or the nearest legal one when it is out of its range; says which it was.</summary>
    public int Within(int value, int least, int most, string what, Origin at, out bool legal, string unit = "")
    {
        legal = value >= least && value <= most;
        var nearest = Math.Min(Math.Max(value, least), most);
        if (!legal)
            Violations.Add(new Violation($"{what} is {Shown(value, unit)}; it must be {Shown(least, unit)} to {Shown(most, unit)}", at)
            { Fix = Fix.Instead($"Use {Shown(nearest, unit)}", at, Written(nearest, unit)) });
        return nearest;
    }

    static string Shown(int value, string unit) => unit switch
    {
        "Kilometres" => $"{Text.Kilometres(value)} km",
        "Percent" => $"{Text.Hundredths(value)} %",
        "Thousandths" => Text.Thousandths(value),
        _ => Text.Number(value),
    };

    static string Written(int value, string unit) => unit switch
    {
        "" => value.ToString(CultureInfo.InvariantCulture),
        "Metres" => $"{Text.Metres(value)}.Metres()",
        "Kilometres" => $"{Text.Kilometres(value)}.Kilometres()",
        "Percent" => $"{Text.Hundredths(value)}.Percent()",
        "Thousandths" => Text.Thousandths(value),
        _ => FormattableString.Invariant($"{value}.{unit}()"),
    };

    /// <summary>Takes down that findings of a rule about a declaration are accepted.</summary>
    public void Accept(Declared about, string? rule, string? reason, Origin at)
    {
        if (string.IsNullOrWhiteSpace(reason))
            Violations.Add(new Violation("the reason for accepting a finding is empty", at.Argument("reason")));
        else Accepted.Add(new Acceptance(about, rule ?? "", reason!, at));
    }

    /// <summary>Notes a call that gives a declaration something it has one of; called again, the later one counts.</summary>
    public Origin Once(Declared declaration, Origin at, [CallerMemberName] string what = "")
    {
        if (_said.TryGetValue((declaration, what), out var before)) Repetitions.Add(new Repetition(declaration, what, before, at));
        return _said[(declaration, what)] = at;
    }

    /// <summary>Where something is said to stand; null where that cannot be a place.</summary>
    public PlaceDesign? Where(Place place, string what, Origin at)
    {
        if (Missing(place, $"the place of {what}", at)) return null;
        var legal = true;
        foreach (var rack in place.Racks)
            foreach (var (value, most, name) in new[] { (rack.Row, 1_024, "row"), (rack.Rack, 1_024, "rack"), (rack.Unit ?? 1, 60, "unit") })
                if (value < 1 || value > most)
                {
                    Violations.Add(new Violation($"the {name} of {what} is {Text.Number(value)}; it must be 1 to {Text.Number(most)}", at));
                    legal = false;
                }
        return legal ? new PlaceDesign(place, at) : null;
    }

    /// <summary>Whether a model can be planned with; notes what makes no sense of it.</summary>
    public bool Possible(HardwareModel model, Origin at)
    {
        var faults = ModelFaults.Of(model).ToList();
        Violations.AddRange(faults.Select(fault => new Violation($"model `{model.Id}`: {fault}", at)));
        return faults.Count == 0;
    }

    /// <summary>Notes a null where something is needed; whoever called goes on without it.</summary>
    public bool Missing(object? value, string what, Origin at)
    {
        if (value is null) Violations.Add(new Violation($"{what} is null", at));
        return value is null;
    }
}

/// <summary>A value that no design can have, found while it was declared.</summary>
sealed record Violation(string What, Origin At)
{
    public Fix? Fix { get; init; }
}

/// <summary>Something said of a declaration a second time.</summary>
sealed record Repetition(Declared About, string What, Origin Before, Origin At);

/// <summary>The bounds of what can be declared. They keep every product of a plan within 64 bits.</summary>
static class Limits
{
    public const int Devices = 1 << 24;
    public const int Ports = 1 << 12;
    public const int Cells = 1 << 16;
    public const int Racks = 1 << 20;
    public const int Millimetres = 10_000_000;
    public const int Watts = 10_000_000;
    public const int Grams = 10_000_000;
    public const int RouteMm = 2_000_000_000;
    public const int Kibibytes = 1 << 30;
}

sealed class SiteDesign(ClusterDesign cluster, string name, Origin at) : Declared(cluster)
{
    public ClusterDesign Cluster { get; } = cluster;
    public string Name { get; } = name;
    public Origin At { get; } = at;
    public List<HallDesign> Halls { get; } = [];
    public List<TrayDesign> Trays { get; } = [];
    public List<NodesDesign> Nodes { get; } = [];
    public List<FabricDesign> Fabrics { get; } = [];

    /// <summary>Degrees north and east.</summary>
    public (double Latitude, double Longitude, Origin At)? Where { get; set; }
    public (int Watts, Origin At)? Power { get; set; }

    /// <summary>Its power was said, if only as a figure that cannot be.</summary>
    public bool SaysPower { get; set; }

    /// <summary>Racks that it has room for.</summary>
    public (int Racks, Origin At)? Space { get; set; }
    public (AddressPrefix Prefix, Origin At)? Addresses { get; set; }

    /// <summary>Something in it could not be evaluated, so what is missing may only be unknown.</summary>
    public bool Incomplete { get; set; }
}

sealed class NodesDesign(SiteDesign site, string name, NodeModel model, int count, Origin at) : Declared(site)
{
    public SiteDesign Site { get; } = site;

    /// <summary>The name as it was said; <see cref="Name"/> tells apart what two sites call alike.</summary>
    public string Said { get; } = name;
    public string Name { get; set; } = name;
    public NodeModel Model { get; } = model;
    public int Count { get; } = count;
    public Origin At { get; } = at;
    public (int Size, Origin At)? Units { get; set; }
    public (int Count, Origin At)? PerRack { get; set; }
    public PlaceDesign? Place { get; set; }
    public bool Incomplete { get; set; }
}
