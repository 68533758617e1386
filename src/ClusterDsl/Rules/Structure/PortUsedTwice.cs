using ClusterDsl.Language;
using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>
/// Two cables in one port. Ports of a bundle are rectangles of (devices × ports), so two bundles collide where both sets meet;
/// breakouts are compared at the finest common one, so that a cage used whole collides with each of its ports.
/// </summary>
sealed class PortUsedTwice() : DesignRule("CDL1102", "Port used twice", "Structure", Severity.Error)
{
    public override IEnumerable<Finding> Check(Draft draft)
    {
        var ends = draft.Links.SelectMany(l => new[] { (Link: l, Sets: l.LowerSets), (Link: l, Sets: l.UpperSets) })
            .OrderBy(e => e.Link.Kind == "manual").ThenBy(e => e.Link.At.Line).ToList();
        var told = new HashSet<LinkDraft>();
        foreach (var bank in ends.GroupBy(e => (e.Sets.End.Group, e.Sets.End.Ports.Bank.Name)))
        {
            var users = bank.ToList();
            var first = Firsts(users.ConvertAll(u => u.Sets));
            for (var i = 1; i < users.Count; i++)
            {
                // One finding for each link that is too many.
                if (first[i] is not { } taken || !told.Add(users[i].Link)) continue;
                var end = users[i].Sets.End;
                var device = end.Group.Name.Format((int)taken.Device);
                yield return Report(users[i].Link.At,
                    $"port {PortName(end, (int)taken.Port)} of `{device}` is taken twice: here and at {users[taken.By].Link.At}. Connect another port, or leave one of the two out.",
                    users[i].Link.Kind == "manual" ? Fix.Remove("Leave this cable out", users[i].Link.At) : null);
            }
        }
    }

    /// <summary>For each end the first of those before it with which it shares a port, and where.</summary>
    static (int By, long Device, long Port)?[] Firsts(List<EndSets> ends)
    {
        var (devices, ports) = (ends.ConvertAll(Devices), ends.ConvertAll(Ports));
        // Only ends that overlap in both directions can meet: swept along the one in which fewer do.
        var (along, across) = Overlaps(devices) <= Overlaps(ports) ? (devices, ports) : (ports, devices);
        var first = new (int By, long Device, long Port)?[ends.Count];
        var open = new List<int>();
        foreach (var next in Enumerable.Range(0, ends.Count).OrderBy(i => along[i].First))
        {
            Work.Done();
            open.RemoveAll(o => along[o].Last < along[next].First);
            foreach (var other in open)
            {
                var (early, late) = (Math.Min(other, next), Math.Max(other, next));
                if (first[late]?.By <= early || across[other].Last < across[next].First || across[next].Last < across[other].First) continue;
                if (Collision(ends[late], ends[early]) is { } at) first[late] = (early, at.Device, at.Port);
            }
            open.Add(next);
        }
        return first;
    }

    static (long First, long Last) Devices(EndSets end) => (end.Devices.Min, end.Devices.Max);

    /// <summary>Counted in parts of a cage so small that every breakout is a whole number of them.</summary>
    static (long First, long Last) Ports(EndSets end)
    {
        const long Parts = 720_720; // divided by each number up to 16
        var each = Parts / end.End.Ports.Mode.Split;
        return (end.Ports.Min * each, (end.Ports.Max + 1) * each - 1);
    }

    /// <summary>How many pairs of ranges overlap.</summary>
    static long Overlaps(List<(long First, long Last)> ranges)
    {
        var (firsts, lasts) = (ranges.Select(r => r.First).OrderBy(f => f).ToList(), ranges.Select(r => r.Last).OrderBy(l => l).ToList());
        var (pairs, ended) = (0L, 0);
        for (var begun = 0; begun < firsts.Count; begun++)
        {
            while (lasts[ended] < firsts[begun]) ended++;
            pairs += begun - ended;
        }
        return pairs;
    }

    static (long Device, long Port)? Collision(EndSets a, EndSets b)
    {
        if (a.Devices.Common(b.Devices) is not { } device) return null;
        var (splitA, splitB) = (a.End.Ports.Mode.Split, b.End.Ports.Mode.Split);
        var (scaleA, scaleB) = splitA == splitB ? (1, 1) : (splitB, splitA);
        return a.Ports.Common(b.Ports, scaleA, scaleB) is { } port ? (device, port / scaleA) : null;
    }

    static string PortName(EndDraft end, int port) => PlanBuilder.Bank(end.Ports.Bank).NameOf(port, end.Ports.Mode.Split);
}
