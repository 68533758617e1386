namespace ClusterDsl.Artifacts.Verification;

/// <summary>Plugs and devices that are in each other's places.</summary>
partial class Comparison
{
    /// <summary>The most that a message tells one by one.</summary>
    const int MostTold = 8;

    /// <summary>
    /// Links of which each leads to where the next should, and the last to where the first: two are swapped, the far plugs of more have gone round. Told by
    /// their near ends. Each port leads to one other, so a way that was gone once need not be gone again.
    /// </summary>
    List<List<PortRef>> Rounds()
    {
        var rounds = new List<List<PortRef>>();
        var seen = new HashSet<PortRef>();
        for (var i = 0; i < _states.Length; i++)
        {
            if (_states[i] != State.Open) continue;
            var start = _planned.Links[i];
            List<PortRef> near = [start.A];
            while (seen.Add(near[^1]) && Next(near[^1]) is { } next && next != start.A) near.Add(next);
            if (near.Count < 2 || Next(near[^1]) != start.A) continue;
            foreach (var end in near)
            {
                _matching.At(end)!.IsDone = true;
                _states[LinkOf(end)] = State.Different;
            }
            if (near.Exists(end => IsMeant(LinkOf(end)))) rounds.Add(near);
        }
        return rounds;

        // The near end of the link that should be where this one leads to.
        PortRef? Next(PortRef end) =>
            _matching.At(end) is { IsDone: false } joint && joint.Across(end) is { IsKnown: true } found && _planned.LinkAt(found) is { } link && link != LinkOf(end) && _states[link] == State.Open
                ? _planned.Links[link].Other(found) : null;
    }

    int LinkOf(PortRef end) => _planned.LinkAt(end)!.Value;

    PortRef FarOf(PortRef end) => _planned.Links[LinkOf(end)].Other(end);

    /// <summary>Where devices have all links of each other, they are what is in the wrong place.</summary>
    IEnumerable<List<PortRef>> WithoutDevices(List<List<PortRef>> rounds)
    {
        var byDevices = new Dictionary<string, (int[] Devices, List<List<PortRef>> Rounds)>();
        foreach (var round in rounds)
            // Seen from the far ends, it goes round the other way.
            foreach (var devices in new[] { round.Select(end => end.Device), round.Select(end => FarOf(end).Device).Reverse() }.Select(FromTheFirst))
            {
                if (devices.Distinct().Count() < devices.Length) continue;
                var key = string.Join(" ", devices);
                if (!byDevices.TryGetValue(key, out var same)) byDevices.Add(key, same = (devices, []));
                same.Rounds.Add(round);
            }
        var told = new HashSet<List<PortRef>>();
        foreach (var (devices, same) in byDevices.Values)
            if (same.Count > 1 && devices.All(d => _planned.LinksOf[d] == same.Count) && !same.Exists(told.Contains))
            {
                told.UnionWith(same);
                SwappedDevices(devices, [.. same.SelectMany(r => r).Select(end => Shown(LinkOf(end)))]);
            }
        return rounds.Where(r => !told.Contains(r));

        static int[] FromTheFirst(IEnumerable<int> round)
        {
            var devices = round.ToArray();
            var first = Array.IndexOf(devices, devices.Min());
            return [.. devices[first..], .. devices[..first]];
        }
    }

    /// <summary>Each of these devices has all links of the next, the last those of the first.</summary>
    void SwappedDevices(int[] devices, IReadOnlyList<DifferentLink> links)
    {
        var all = devices.Select(d => _ends.Of(new PortRef(d, PortRef.Unknown))).ToList();
        var has = all.Count == 2 ? $"{_ends.Words(all[0])} and {_ends.Words(all[1])} are swapped: each has all {_planned.LinksOf[devices[0]]} links of the other"
            : $"{all.Count} devices are in each other's places: {Told(all.Select((d, i) => $"{_ends.Words(d)} has all {_planned.LinksOf[devices[0]]} links of {all[(i + 1) % all.Count].Device}"))}";
        Add(VerificationRule.Swapped, $"{has}. Exchange the devices, or their names where the devices stand right, or the plugs of all these links.", _planned.Device(devices[0]).Group.At, links);
    }

    /// <summary>The first of them and how many more.</summary>
    static string Told(IEnumerable<string> all) => all.ToList() is var list && list.Count > MostTold
        ? $"{string.Join(", ", list.Take(MostTold))}, and {list.Count - MostTold} more" : string.Join(", ", list);

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

    void Rotated(List<PortRef> near)
    {
        var links = near.ConvertAll(LinkOf);
        // Either ends may be moved: those that are in one device, if any are.
        var far = near.ConvertAll(FarOf);
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
        if (links.Count > MostTold)
        {
            Add(VerificationRule.Swapped, $"{links.Count} plugs have gone round: {Told(lead)}. Take them all out, and put each {(goals[0].Label.Length > 0 ? "where its label says" : "into its planned port")}; `--table` writes a list of them.", Bundle(links[0]).At, [.. shown]);
            return;
        }
        Add(VerificationRule.Swapped,
            $"{links.Count} plugs have gone round: {string.Join(", ", lead)}. Take the plug out of {_ends.Words(goals[0] with { Label = "" })}, {string.Join(", ", moves)}, and put the first into {_ends.Words(goals[^1])}.",
            Bundle(links[0]).At, [.. shown]);
    }
}
