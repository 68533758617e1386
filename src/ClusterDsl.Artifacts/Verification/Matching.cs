namespace ClusterDsl.Artifacts.Verification;

/// <summary>
/// Which built link is which planned one. A link whose ports are both known is looked up; where a report calls a port as no plan does (the
/// adapters of a host, as a rule), its other end tells which planned link it is, or the two devices do.
/// </summary>
sealed class Matching
{
    readonly PlannedNetwork _planned;
    readonly BuiltJoints _built;
    readonly Joint?[] _of;
    readonly Dictionary<PortRef, Joint> _at = [];

    public Matching(PlannedNetwork planned, BuiltJoints built)
    {
        (_planned, _built) = (planned, built);
        _of = new Joint?[planned.Links.Length];
        TakeThoseInTheirPorts();
        TakeThoseKnownAtOneEnd();
        TakeThoseBetweenTheirDevices();
        foreach (var joint in Left)
        {
            _at.TryAdd(joint.One, joint);
            _at.TryAdd(joint.Other, joint);
        }
    }

    /// <summary>The built link that a planned one is; null for none.</summary>
    public Joint? Of(int link) => _of[link];

    /// <summary>The built links that are no planned ones and no part of a finding yet.</summary>
    public IEnumerable<Joint> Left => _built.All.Where(j => !j.IsDone);

    /// <summary>What is built at a port where something else is planned; also what is part of a finding already.</summary>
    public Joint? At(PortRef port) => port.IsKnown ? _at.GetValueOrDefault(port) : null;

    /// <summary>How many links were taken by their devices alone at one end or both.</summary>
    public int ByDevice { get; private set; }

    void TakeThoseInTheirPorts()
    {
        for (var i = 0; i < _planned.Links.Length; i++)
            if (_built.Between(_planned.Links[i].A, _planned.Links[i].B) is { } joint) Take(i, joint);
    }

    void TakeThoseKnownAtOneEnd()
    {
        foreach (var joint in Left)
        {
            var known = joint.One.IsKnown ? joint.One : joint.Other;
            if (!known.IsKnown || joint.Across(known) is not { Device: >= 0, Port: < 0 } unknown) continue;
            if (_planned.LinkAt(known) is not { } link || _planned.Links[link].Other(known).Device != unknown.Device) continue;
            if (_of[link] is not { } taken)
            {
                Take(link, joint);
                ByDevice++;
                continue;
            }
            // Its two ends call the port differently: what was taken by the one is told by the other too.
            var isTold = joint.One == known ? joint.IsToldByOther : joint.IsToldByOne;
            if (taken.One == known) taken.IsToldByOther |= isTold;
            else taken.IsToldByOne |= isTold;
            taken.Speed ??= joint.Speed;
            joint.IsDone = true;
        }
    }

    /// <summary>Also guesses, of what is known at one end and wrong there, which port of its device the other end is: one that lacks its link.</summary>
    void TakeThoseBetweenTheirDevices()
    {
        var unknown = Left.Where(j => j is { One.Device: >= 0, Other.Device: >= 0 } && (j.One.Port < 0 || j.Other.Port < 0)).ToList();
        if (unknown.Count == 0) return;
        var open = new Dictionary<(int, int), Queue<int>>();
        for (var i = 0; i < _planned.Links.Length; i++)
            if (_of[i] is null && _planned.Links[i] is var link)
            {
                var pair = Pair(link.A.Device, link.B.Device);
                if (!open.TryGetValue(pair, out var queue)) open.Add(pair, queue = new Queue<int>());
                queue.Enqueue(i);
            }
        foreach (var joint in unknown)
        {
            if (!open.TryGetValue(Pair(joint.One.Device, joint.Other.Device), out var links)) continue;
            if (joint.One.Port < 0 && joint.Other.Port < 0)
                for (var count = joint.Count; count > 0 && links.TryDequeue(out var link); count--)
                {
                    Take(link, joint);
                    ByDevice++;
                }
            else if (links.TryDequeue(out var link))
            {
                if (joint.One.Port < 0) joint.One = End(link, joint.One.Device);
                else joint.Other = End(link, joint.Other.Device);
            }
        }

        PortRef End(int link, int device) => _planned.Links[link].A.Device == device ? _planned.Links[link].A : _planned.Links[link].B;

        static (int, int) Pair(int a, int b) => (Math.Min(a, b), Math.Max(a, b));
    }

    void Take(int link, Joint joint)
    {
        _of[link] = joint;
        joint.IsDone = true;
    }
}
