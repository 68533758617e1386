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
        foreach (var bank in ends.GroupBy(e => (e.Sets.End.Group, e.Sets.End.Ports.Bank.Name)))
        {
            var users = bank.ToList();
            for (var i = 1; i < users.Count; i++)
                for (var j = 0; j < i; j++)
                    if (Collision(users[i].Sets, users[j].Sets) is { } at)
                    {
                        var end = users[i].Sets.End;
                        var device = end.Group.Name.Format((int)at.Device);
                        yield return Report(users[i].Link.At,
                            $"port {PortName(end, (int)at.Port)} of `{device}` is taken twice: here and at {users[j].Link.At}. Connect another port, or leave one of the two out.",
                            users[i].Link.Kind == "manual" ? Fix.Remove("Leave this cable out", users[i].Link.At) : null);
                        j = i; // one finding for each link that is too many
                    }
        }
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
