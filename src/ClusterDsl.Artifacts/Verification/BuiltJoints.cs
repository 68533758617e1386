namespace ClusterDsl.Artifacts.Verification;

/// <summary>A built link, of whichever end it was told: its ends as ports of the plan, or as they were read.</summary>
sealed class Joint(PortRef one, PortRef other, BuiltLink link)
{
    public PortRef One { get; set; } = one;
    public PortRef Other { get; set; } = other;

    /// <summary>What is told of it, from the end <see cref="One"/>.</summary>
    public string TextOfOne { get; init; } = link.Near.Text;
    public string TextOfOther { get; init; } = link.Far.Text;
    public bool IsToldByOne { get; set; }
    public bool IsToldByOther { get; set; }

    /// <summary>How many such links there are, where neither port is known.</summary>
    public int Count { get; set; }

    public BuiltSpeed? Speed { get; set; } = link.Speed;

    /// <summary>Whether it was found in the plan, or is part of a finding.</summary>
    public bool IsDone { get; set; }

    public PortRef Across(PortRef end) => end == One ? Other : One;

    public string TextAcross(PortRef end) => end == One ? TextOfOther : TextOfOne;
}

/// <summary>The built links with their ends as the plan's, each once.</summary>
sealed class BuiltJoints
{
    readonly PlannedNetwork _planned;
    readonly Dictionary<(PortRef, PortRef), Joint> _joints = [];
    readonly Dictionary<string, int> _strangers = new(StringComparer.OrdinalIgnoreCase);

    public BuiltJoints(PlannedNetwork planned, BuiltNetwork built)
    {
        _planned = planned;
        var told = new Dictionary<(PortRef, PortRef), int>();
        foreach (var link in built.Links)
        {
            PortRef near = Find(link.Near), far = Find(link.Far);
            // Between ports that neither is known of, what is told from both sides is one.
            if (near is { Device: >= 0, Port: < 0 } && far is { Device: >= 0, Port: < 0 }) told[(near, far)] = told.GetValueOrDefault((near, far)) + 1;
            if (!_joints.TryGetValue((near, far), out var joint) && !_joints.TryGetValue((far, near), out joint)) _joints.Add((near, far), joint = new Joint(near, far, link));
            joint.IsToldByOne |= link.IsOfBothEnds || joint.One == near;
            joint.IsToldByOther |= link.IsOfBothEnds || joint.Other == near;
            joint.Speed ??= link.Speed;
            joint.Count = Math.Max(joint.Count, told.GetValueOrDefault((near, far)));
        }
    }

    public IReadOnlyCollection<Joint> All => _joints.Values;

    public Joint? Between(PortRef a, PortRef b) => _joints.GetValueOrDefault((a, b)) ?? _joints.GetValueOrDefault((b, a));

    /// <summary>Devices that the plan has not are told apart by what they are called.</summary>
    PortRef Find(BuiltEnd end)
    {
        if (_planned.Find(end) is { } port) return port;
        if (!_strangers.TryGetValue(end.Text, out var number)) _strangers.Add(end.Text, number = -2 - _strangers.Count);
        return new PortRef(number, PortRef.Unknown);
    }
}
