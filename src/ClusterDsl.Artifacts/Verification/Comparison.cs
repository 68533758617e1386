using ClusterDsl.Artifacts.Wiring;

namespace ClusterDsl.Artifacts.Verification;

/// <summary>A built network held against its plan: every planned link is as planned, different, or not verified.</summary>
public sealed partial class Comparison
{
    enum State { Open, AsPlanned, Different, NotVerified }

    readonly Plan _plan;
    readonly BuiltNetwork _report;
    readonly PlannedNetwork _planned;
    readonly BuiltJoints _joints;
    readonly Matching _matching;
    readonly Ends _ends;
    readonly State[] _states;
    readonly Dictionary<int, bool> _reported = []; // device: whether wholly
    readonly HashSet<int> _alive;
    HashSet<string>? _seen; // groups that report
    readonly List<Difference> _differences = [];

    Comparison(Plan plan, BuiltNetwork report, IReadOnlyList<string> fabrics)
    {
        (_plan, _report) = (plan, report);
        _planned = new PlannedNetwork(plan, known => fabric => fabrics.Count > 0 ? fabrics.Contains(fabric.Name) : IsReported(known, fabric));
        Fabrics = [.. plan.Fabrics.Select(f => f.Name).Where(_planned.Fabrics.Contains)];
        _joints = new BuiltJoints(_planned, report);
        _matching = new Matching(_planned, _joints);
        _ends = new Ends(_planned);
        _states = new State[_planned.Links.Length];
        Reporters();
        _alive = [.. _reported.Keys, .. _joints.All.SelectMany(j => new[] { j.One.Device, j.Other.Device })];
        Matched();
        foreach (var round in WithoutDevices(Rounds()))
            if (round is [var one, var other]) Swapped(LinkOf(one), LinkOf(other));
            else Rotated(round);
        Moved(sameDevice: true);
        Moved(sameDevice: false);
        Missing();
        Unexpected();
        Silent();
        Differences = [.. _differences.OrderBy(d => Array.IndexOf(Order, d.Finding.Rule))];
    }

    /// <summary>What to look at first.</summary>
    static readonly string[] Order =
    [
        VerificationRule.Input, VerificationRule.Swapped, VerificationRule.WrongPort, VerificationRule.Missing, VerificationRule.OneWay,
        VerificationRule.WrongSpeed, VerificationRule.Unexpected, VerificationRule.Silent,
    ];

    /// <summary>Compares.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="report">What is built.</param>
    /// <param name="fabrics">The fabrics to compare; none for those that such a report can tell of.</param>
    public static Comparison Of(Plan plan, BuiltNetwork report, params IReadOnlyList<string> fabrics) => new(plan, report, fabrics);

    /// <summary>The fabrics that were compared.</summary>
    public IReadOnlyList<string> Fabrics { get; }

    /// <summary>What differs, what is to be seen to first in front.</summary>
    public IReadOnlyList<Difference> Differences { get; }

    /// <summary>How many links are planned in the fabrics compared.</summary>
    public int Planned => Count(State.AsPlanned) + Count(State.Different) + Count(State.NotVerified);

    /// <summary>How many of them are as planned.</summary>
    public int AsPlanned => Count(State.AsPlanned);

    /// <summary>How many of them nobody told of, because a device did not report.</summary>
    public int NotVerified => Count(State.NotVerified);

    /// <summary>How many links were found to be as planned by the names of the devices alone at an end, as its port is called otherwise than in the plan.</summary>
    public int ByDevice => _matching.ByDevice;

    /// <summary>How many reported links are none of the plan's business: no end is a port that it uses.</summary>
    public int Beside { get; private set; }

    int Count(State state)
    {
        var count = 0;
        for (var i = 0; i < _states.Length; i++)
            if (_states[i] == state && IsMeant(i)) count++;
        return count;
    }

    bool IsMeant(int link) => _planned.IsMeant[_planned.Links[link].Bundle];

    Bundle Bundle(int link) => _plan.Bundles[_planned.Links[link].Bundle];

    /// <summary>LLDP is not spoken on InfiniBand, and a subnet holds the fabrics of its own switches only.</summary>
    bool IsReported(PlannedNetwork known, FabricPlan fabric)
    {
        if (!_report.IsSubnet) return !_report.IsHeard || !fabric.IsInfiniBand();
        if (!fabric.IsInfiniBand()) return false;
        var subnet = Top(fabric);
        _seen ??= [.. _report.Devices.Select(d => d.Names.Select(known.FindDevice).FirstOrDefault(n => n is not null)).OfType<int>().Select(d => known.Device(d).Group.Id)];
        return _plan.Fabrics.Where(f => f.IsInfiniBand() && Top(f) == subnet).SelectMany(f => f.Tiers).SelectMany(t => t.Groups).Any(_seen.Contains);

        string Top(FabricPlan f) => _plan.Fabrics.Any(g => g.Name == f.Into) ? f.Into : f.Name;
    }

    void Reporters()
    {
        var files = new Dictionary<int, string>();
        foreach (var device in _report.Devices)
        {
            if (device.Names.Select(_planned.FindDevice).FirstOrDefault(d => d is not null) is not { } known)
            {
                if (_report.IsHeard) Add(VerificationRule.Unexpected, $"`{device.Name}` is no device of the plan: a device that was not planned, or a file that is named after none.", new Origin(device.File, 0));
                continue;
            }
            if (_report.IsHeard && !files.TryAdd(known, device.File))
                Add(VerificationRule.Input, $"`{_planned.Name(known)}` reports in {files[known]} already; what both files say is taken together.", new Origin(device.File, 0));
            _reported[known] = device.IsWhole || _reported.GetValueOrDefault(known);
        }
    }

    /// <summary>Those that are in their ports: their speeds, and whether they lead both ways.</summary>
    void Matched()
    {
        for (var i = 0; i < _states.Length; i++)
        {
            if (_matching.Of(i) is not { } joint) continue;
            _states[i] = State.AsPlanned;
            if (!IsMeant(i)) continue;
            var bundle = Bundle(i);
            if (joint.Speed is { } speed && speed.Mbps != bundle.SpeedGbps * 1_000 && (!speed.IsTwistedPair || bundle.Medium == "copper"))
            {
                var link = _ends.Of(_planned.Links[i], "", "");
                Differ(i, VerificationRule.WrongSpeed, FormattableString.Invariant($"{_ends.Words(link.A)} to {_ends.Words(link.B)} runs at {speed.Mbps / 1_000m:0.###} Gb/s instead of {bundle.SpeedGbps}. Look at the transceivers, the lanes and the breakout at both ends."), link);
            }
            else if (DeafEnd(joint) is { } deaf)
            {
                var planned = _planned.Links[i];
                var link = _ends.Of(planned, "", "");
                var (deafEnd, heardEnd) = planned.A.Device == deaf.Device ? (link.A, link.B) : (link.B, link.A);
                Differ(i, VerificationRule.OneWay, $"{_ends.Words(deafEnd)} does not hear {_ends.Words(heardEnd)}, which hears it. Look at the fibre towards {Ends.Port(deafEnd)}, its polarity and the receiver there.", link);
            }
        }
    }

    /// <summary>The end of a link that does not hear the other although its device reported all that it hears.</summary>
    PortRef? DeafEnd(Joint joint)
    {
        if (!_report.IsHeard || !joint.One.IsKnown || !joint.Other.IsKnown || joint.IsToldByOne == joint.IsToldByOther) return null;
        var silent = joint.IsToldByOne ? joint.Other : joint.One;
        return _reported.GetValueOrDefault(silent.Device) ? silent : null;
    }

    /// <summary>Links of which one end is where it should be.</summary>
    void Moved(bool sameDevice)
    {
        for (var i = 0; i < _states.Length; i++)
        {
            if (_states[i] != State.Open || !IsMeant(i)) continue;
            var planned = _planned.Links[i];
            foreach (var end in new[] { planned.A, planned.B })
            {
                if (_matching.At(end) is not { IsDone: false } joint) continue;
                var goal = planned.Other(end);
                var found = joint.Across(end);
                if (sameDevice && found.Device != goal.Device) continue;
                joint.IsDone = true;
                var link = Shown(i);
                var (right, wrong) = end == planned.A ? (link.A, link.B) : (link.B, link.A);
                Differ(i, VerificationRule.WrongPort,
                    $"{_ends.Words(right)} belongs into {_ends.Words(wrong)}, but leads to {_ends.Short(found, joint.TextAcross(end))}. Move its far plug into {Ends.Port(wrong)}{TakenBy(goal, wrong)}.", link);
                break;
            }
        }
    }

    string TakenBy(PortRef port, DifferentEnd end) =>
        _matching.At(port) is { } joint ? $", which is taken: {Ends.Port(end)} leads to {_ends.Short(joint.Across(port), joint.TextAcross(port))}" : "";

    void Missing()
    {
        for (var i = 0; i < _states.Length; i++)
        {
            if (_states[i] != State.Open || !IsMeant(i)) continue;
            var planned = _planned.Links[i];
            var isAlive = _alive.Contains(planned.A.Device) && _alive.Contains(planned.B.Device);
            // A device that is heard or reports is there; whether a port of it is joined, either end can tell that told all it hears.
            if (!isAlive || !(_reported.GetValueOrDefault(planned.A.Device) || _reported.GetValueOrDefault(planned.B.Device)))
            {
                _states[i] = State.NotVerified;
                continue;
            }
            var link = Shown(i);
            var others = string.Join("; ", new[] { (End: planned.A, Shown: link.A), (End: planned.B, Shown: link.B) }
                .Where(e => _matching.At(e.End) is not null)
                .Select(e => $"{Ends.Port(e.Shown)} leads to {_ends.Short(_matching.At(e.End)!.Across(e.End), _matching.At(e.End)!.TextAcross(e.End))}"));
            Differ(i, VerificationRule.Missing,
                $"{_ends.Words(link.A)} and {_ends.Words(link.B)} are not joined{(others.Length > 0 ? $": {others}" : "")}. {(others.Length > 0 ? "Free the port and plug the cable in." : "Look for a cable that is not there, not plugged in, broken or switched off.")}", link);
        }
    }

    void Unexpected()
    {
        foreach (var joint in _matching.Left.ToList())
        {
            if (!IsOfThePlan(joint))
            {
                Beside++;
                continue;
            }
            var (one, other) = (_ends.Of(joint.One, joint.TextOfOne), _ends.Of(joint.Other, joint.TextOfOther));
            Add(VerificationRule.Unexpected, $"{Told(joint.One, joint.TextOfOne)} leads to {Told(joint.Other, joint.TextOfOther)}. No such link is planned: take it out, or declare it.",
                _planned.Device(Math.Max(joint.One.Device, joint.Other.Device)).Group.At, new DifferentLink("", "", one, other, Ends.Port(other), Ends.Port(one)));
        }

        string Told(PortRef end, string text) => _ends.Short(end, text);
    }

    /// <summary>Both ends are devices of the fabrics compared, or one of them a port that the plan uses, or could.</summary>
    bool IsOfThePlan(Joint joint)
    {
        return (IsDevice(joint.One) && IsDevice(joint.Other)) || IsPort(joint.One) || IsPort(joint.Other);

        bool IsDevice(PortRef end) => end.Device >= 0 && _planned.LinksOf[end.Device] > 0 && !IsOfAnother(end);

        bool IsPort(PortRef end) => end.IsKnown && IsDevice(end) && !_planned.IsBeside(end);

        bool IsOfAnother(PortRef end) => end.IsKnown && _planned.LinkAt(end) is { } link && !IsMeant(link);
    }

    void Silent()
    {
        var confirmed = new int[_planned.LinksOf.Length];
        for (var i = 0; i < _states.Length; i++)
            if (IsMeant(i) && _states[i] != State.NotVerified)
            {
                confirmed[_planned.Links[i].A.Device]++;
                confirmed[_planned.Links[i].B.Device]++;
            }
        for (var device = 0; device < confirmed.Length; device++)
        {
            if (_planned.LinksOf[device] is not (> 0 and var links) || _reported.ContainsKey(device)) continue;
            var left = links - confirmed[device];
            Add(VerificationRule.Silent,
                $"{_ends.Words(_ends.Of(new PortRef(device, PortRef.Unknown)))} did not report{(_alive.Contains(device) ? "; others hear it" : _report.IsHeard ? ", and nobody hears it" : "")}: of its {links} links {left} {(left == 1 ? "is" : "are")} not verified.",
                _planned.Device(device).Group.At);
        }
    }

    /// <summary>A planned link, and where its ports lead to instead.</summary>
    DifferentLink Shown(int link)
    {
        var planned = _planned.Links[link];
        return _ends.Of(planned, LeadsTo(planned.A), LeadsTo(planned.B));

        string LeadsTo(PortRef port) => _matching.At(port) is { } joint ? Ends.Port(_ends.Of(joint.Across(port), joint.TextAcross(port))) : "";
    }

    void Differ(int link, string rule, string message, DifferentLink shown)
    {
        _states[link] = State.Different;
        Add(rule, message, Bundle(link).At, shown);
    }

    void Add(string rule, string message, Origin at, params IReadOnlyList<DifferentLink> links) =>
        _differences.Add(new Difference(new Finding(rule, Severity.Error, message, at), links));
}
