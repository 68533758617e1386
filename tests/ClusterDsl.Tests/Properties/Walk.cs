using ClusterDsl.Model;
using ClusterDsl.Planning;

namespace ClusterDsl.Tests;

/// <summary>One link of a plan, with the bundle it is of.</summary>
readonly record struct Row(Bundle Bundle, long K, Link Link)
{
    public (BundleEnd End, int Device, int Port) A => (Bundle.A, Link.DeviceA, Link.PortA);
    public (BundleEnd End, int Device, int Port) B => (Bundle.B, Link.DeviceB, Link.PortB);
}

/// <summary>Plans link by link: what the closed form is held against.</summary>
static class Walk
{
    /// <summary>What the shape declares, and how the planner sees it before it is written down.</summary>
    public static (Plan Plan, Draft Draft) Planned(this Shape shape) => (shape.Declare().Plan, Planner.Draft(shape.Declare().Design, ClusterDsl.Rules.Thresholds.Default));

    /// <summary>Whether it can be built; how long its cables are does not matter here.</summary>
    public static bool Builds(this Plan plan) => !plan.Findings.Any(f => f.Severity == Severity.Error && f.Rule is not "CDL3007");

    /// <summary>Every link.</summary>
    public static IEnumerable<Row> Rows(this Plan plan) => plan.Bundles.SelectMany(Rows);

    public static IEnumerable<Row> Rows(this Bundle bundle)
    {
        for (var k = 0L; k < bundle.Links; k++) yield return new Row(bundle, k, bundle.LinkAt(k));
    }

    /// <summary>The smallest parts of cages that an end occupies: each cage in as many parts as all splits in use divide.</summary>
    public static IEnumerable<(string Group, int Device, string Bank, int Part)> Parts(this Plan plan, (BundleEnd End, int Device, int Port) at)
    {
        const int Finest = 4; // of the splits that shapes use: 1, 2 and 4
        var bank = plan.Model(plan.Group(at.End.Group)).Bank(at.End.Bank);
        var position = bank.Position(at.Port, at.End.Split);
        var size = Finest / at.End.Split;
        for (var part = position * size; part < (position + 1) * size; part++) yield return (at.End.Group, at.Device, at.End.Bank, part);
    }

    /// <summary>A part of a cage that two links occupy, or null.</summary>
    public static object? Collision(this Plan plan)
    {
        var taken = new HashSet<(string, int, string, int)>();
        foreach (var row in plan.Rows())
            foreach (var part in plan.Parts(row.A).Concat(plan.Parts(row.B)))
                if (!taken.Add(part)) return part;
        return null;
    }

    /// <summary>Both ends of each link have a mode of their ports, of the same speed and signalling.</summary>
    public static void EndsRunAlike(this Plan plan, Draft draft)
    {
        foreach (var link in draft.Links)
        {
            var (lower, upper) = (link.Lower.Ports.Mode, link.Upper.Ports.Mode);
            Assert.Equal((lower.Speed, lower.Lanes, lower.Lane), (upper.Speed, upper.Lanes, upper.Lane));
            Assert.Contains(lower, link.Lower.Ports.Bank.Modes);
            Assert.Contains(upper, link.Upper.Ports.Bank.Modes);
            Assert.Equal(lower.Speed.Gbps, plan.Bundles.Single(b => b.Id == link.Id).SpeedGbps);
        }
    }

    /// <summary>The legs of each splitter are in one port of the switch.</summary>
    public static void LegsLeaveOnePlug(this Plan plan, Draft draft)
    {
        foreach (var link in draft.Links.Where(l => l.Upper.Ports.Mode.Legs > 1))
        {
            var bundle = plan.Bundles.Single(b => b.Id == link.Id);
            var plugs = bundle.Rows().GroupBy(r => r.K / bundle.Legs)
                .Select(legs => Assert.Single(legs.Select(l => (l.Link.DeviceB, l.Link.PortB / link.Upper.Ports.Mode.Legs)).Distinct())).ToList();
            Assert.Equal(bundle.Assemblies, plugs.Distinct().Count());
        }
    }

    /// <summary>Bandwidth down and up of each device, summed link by link; links between the two of a pair, and of management ports, go neither way.</summary>
    public static Dictionary<(string Group, int Device), (long Down, long Up)> Loads(this Plan plan)
    {
        var loads = new Dictionary<(string, int), (long Down, long Up)>();
        foreach (var row in plan.Rows().Where(r => r.A.End.Group != r.B.End.Group && r.A.End.Bank != "mgmt"))
        {
            var (lower, upper) = ((row.A.End.Group, row.A.Device), (row.B.End.Group, row.B.Device));
            loads[lower] = (loads.GetValueOrDefault(lower).Down, loads.GetValueOrDefault(lower).Up + row.Bundle.SpeedGbps);
            loads[upper] = (loads.GetValueOrDefault(upper).Down + row.Bundle.SpeedGbps, loads.GetValueOrDefault(upper).Up);
        }
        return loads;
    }

    /// <summary>The worst of some loads, as a plan prints it.</summary>
    public static string Worst(this IEnumerable<(long Down, long Up)> loads) =>
        loads.Where(l => l.Down > 0).Select(l => new Ratio(l.Down, l.Up)).Aggregate(new Ratio(0, 1), (a, b) => b.CompareTo(a) > 0 ? b : a).ToString();
}
