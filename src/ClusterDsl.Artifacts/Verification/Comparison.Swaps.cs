namespace ClusterDsl.Artifacts.Verification;

/// <summary>Plugs and devices that are in each other's places.</summary>
partial class Comparison
{
    /// <summary>Two links of which each leads to where the other should.</summary>
    List<(int One, int Other)> Swaps()
    {
        var swaps = new List<(int, int)>();
        for (var i = 0; i < _states.Length; i++)
        {
            if (_states[i] != State.Open) continue;
            var link = _planned.Links[i];
            if (_matching.At(link.A) is not { IsDone: false } atA || _matching.At(link.B) is not { IsDone: false } atB || atA == atB) continue;
            PortRef fromA = atA.Across(link.A), fromB = atB.Across(link.B);
            if (!fromA.IsKnown || !fromB.IsKnown || _planned.LinkAt(fromA) is not { } other || other == i || _states[other] != State.Open) continue;
            if (_planned.Links[other].Other(fromA) != fromB) continue;
            atA.IsDone = atB.IsDone = true;
            _states[i] = _states[other] = State.Different;
            if (IsMeant(i) || IsMeant(other)) swaps.Add((i, other));
        }
        return WithoutSwappedDevices(swaps);
    }

    /// <summary>Where two devices have all links of each other, they are what is swapped.</summary>
    List<(int One, int Other)> WithoutSwappedDevices(List<(int One, int Other)> swaps)
    {
        var byDevices = new Dictionary<(int, int), List<(int One, int Other)>>();
        foreach (var swap in swaps)
            foreach (var pair in DevicesSwappedBy(swap))
            {
                if (!byDevices.TryGetValue(pair, out var list)) byDevices.Add(pair, list = []);
                list.Add(swap);
            }
        var told = new HashSet<(int, int)>();
        foreach (var ((one, other), links) in byDevices)
            if (links.Count > 1 && links.Count == _planned.LinksOf[one] && links.Count == _planned.LinksOf[other] && !links.Exists(told.Contains))
            {
                told.UnionWith(links);
                var (a, b) = (_ends.Of(new PortRef(one, PortRef.Unknown)), _ends.Of(new PortRef(other, PortRef.Unknown)));
                Add(VerificationRule.Swapped,
                    $"{_ends.Words(a)} and {_ends.Words(b)} are swapped: each has all {links.Count} links of the other. Exchange the devices, or their names where the devices stand right, or the plugs of all these links.",
                    _planned.Device(one).Group.At, [.. links.SelectMany(l => new[] { l.One, l.Other }).Select(Shown)]);
            }
        return [.. swaps.Where(s => !told.Contains(s))];
    }

    /// <summary>The pairs of different devices at the ends of two links that are swapped.</summary>
    IEnumerable<(int, int)> DevicesSwappedBy((int One, int Other) swap)
    {
        var (one, (farA, farB)) = (_planned.Links[swap.One], Across(swap));
        if (one.B.Device != farA.Device) yield return Pair(one.B.Device, farA.Device);
        if (one.A.Device != farB.Device) yield return Pair(one.A.Device, farB.Device);

        static (int, int) Pair(int a, int b) => (Math.Min(a, b), Math.Max(a, b));
    }

    /// <summary>Of two links that are swapped, where the first's ports lead to.</summary>
    (PortRef FromA, PortRef FromB) Across((int One, int Other) swap)
    {
        var link = _planned.Links[swap.One];
        return (_matching.At(link.A)!.Across(link.A), _matching.At(link.B)!.Across(link.B));
    }

    void Swapped(int one, int other)
    {
        var (link, (fromA, fromB)) = (_planned.Links[one], Across((one, other)));
        DifferentLink first = Shown(one), second = Shown(other);
        // A leads to where the other link should, and so does B: exchanging either pair of plugs puts both right.
        var (secondAtB, secondAtA) = fromA == _planned.Links[other].A ? (second.A, second.B) : (second.B, second.A);
        var atB = link.B.Device == fromA.Device || (link.A.Device != fromB.Device && first.A.Place != secondAtA.Place);
        var (here, there) = atB ? (first.B, secondAtB) : (first.A, secondAtA);
        var where = here.Device == there.Device
            ? $"in {here.Port} and {there.Port} of {_ends.Words(here with { Port = "", Label = "" })}"
            : $"in {_ends.Words(here with { Label = "" })} and {_ends.Words(there with { Label = "" })}";
        var goal = here.Label.Length == 0 ? "" : $": label \"{here.Label}\" belongs into {here.Port}, label \"{there.Label}\" into {there.Port}";
        Add(VerificationRule.Swapped,
            $"{_ends.Words(first.A with { Label = "" })} leads to {Ends.Port(secondAtB)} and {_ends.Words(secondAtA with { Label = "" })} to {Ends.Port(first.B)}: they are swapped. Exchange the plugs {where}{goal}.",
            Bundle(one).At, first, second);
    }

    /// <summary>
    /// Three links or more of which each leads to where the next should, and the last to where the first: their far plugs have gone round. Each port
    /// leads to one other, so a way that was gone once need not be gone again.
    /// </summary>
    List<List<PortRef>> Rotations()
    {
        var rotations = new List<List<PortRef>>();
        var seen = new HashSet<PortRef>();
        for (var i = 0; i < _states.Length; i++)
        {
            if (_states[i] != State.Open || !IsMeant(i)) continue;
            var start = _planned.Links[i];
            List<PortRef> near = [start.A];
            while (seen.Add(near[^1]) && Next(near[^1]) is { } next && next != start.A) near.Add(next);
            if (near.Count < 3 || Next(near[^1]) != start.A) continue;
            foreach (var end in near)
            {
                _matching.At(end)!.IsDone = true;
                _states[_planned.LinkAt(end)!.Value] = State.Different;
            }
            rotations.Add(near);
        }
        return rotations;

        // The near end of the link that should be where this one leads to.
        PortRef? Next(PortRef end) =>
            _matching.At(end) is { IsDone: false } joint && joint.Across(end) is { IsKnown: true } found && _planned.LinkAt(found) is { } link && _states[link] == State.Open
                ? _planned.Links[link].Other(found) : null;
    }

    void Rotated(List<PortRef> near)
    {
        var links = near.ConvertAll(end => _planned.LinkAt(end)!.Value);
        // Either ends may be moved: those that are in one device, if any are.
        var far = near.Select((end, i) => _planned.Links[links[i]].Other(end)).ToList();
        if (far.Select(end => end.Device).Distinct().Count() > near.Select(end => end.Device).Distinct().Count())
        {
            // Seen from the other ends, it goes round the other way.
            (near, far) = (far, near);
            near.Reverse();
            far.Reverse();
            links.Reverse();
        }
        var shown = links.ConvertAll(Shown);
        var goals = far.Select((end, i) => end == _planned.Links[links[i]].A ? shown[i].A : shown[i].B).ToList();
        var lead = near.Select((end, i) => $"{Ends.Port(end == _planned.Links[links[i]].A ? shown[i].A : shown[i].B)} leads to {Ends.Port(goals[(i + 1) % goals.Count])}");
        var moves = goals.Skip(1).Select((goal, i) => $"move the plug in {Ends.Port(goal)}{(goals[i].Label.Length == 0 ? "" : $", label \"{goals[i].Label}\",")} into {Ends.Port(goals[i])}");
        Add(VerificationRule.Swapped,
            $"{links.Count} plugs have gone round: {string.Join(", ", lead)}. Take the plug out of {_ends.Words(goals[0] with { Label = "" })}, {string.Join(", ", moves)}, and put the first into {_ends.Words(goals[^1])}.",
            Bundle(links[0]).At, [.. shown]);
    }
}
