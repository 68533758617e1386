namespace ClusterDsl.Planning;

/// <summary>
/// The cages of a switch that run a mode side by side: those that have it, as long as the part of the chip that they share with others has room.
/// The planner fills these in order and leaves what is between them dark.
/// </summary>
sealed class UsableCages
{
    readonly PortChoice _ports;
    readonly List<int> _cages;

    UsableCages(PortChoice ports, List<int> cages) => (_ports, _cages) = (ports, cages);

    /// <summary>Null where that is every cage, or the model numbers its ports in an order of its own.</summary>
    public static UsableCages? Of(PortChoice ports)
    {
        var (bank, mode) = (ports.Bank, ports.Mode);
        if (bank.Order.Count > 0 || mode.Cages.Count == 0 && bank.Groups is null) return null;
        var able = mode.Cages.Count == 0 ? null : new HashSet<int>(mode.Cages);
        var room = new Dictionary<int, int>();
        var cages = new List<int>();
        for (var cage = 0; cage < bank.Cages; cage++)
        {
            if (able?.Contains(cage + 1) == false) continue;
            if (bank.Groups is { } groups)
            {
                var left = (room.TryGetValue(groups.Of(cage), out var l) ? l : groups.Ports) - mode.Split;
                if (left < 0) continue;
                room[groups.Of(cage)] = left;
            }
            cages.Add(cage);
        }
        return cages.Count == 0 || cages.Count == bank.Cages ? null : new UsableCages(ports, cages);
    }

    public int Count => _cages.Count;

    /// <summary>The ports that they give.</summary>
    public int Ports => _cages.Count * _ports.Mode.Split;

    /// <summary>The first port, from this one on, of a cage that is free as a whole.</summary>
    public int From(int port) => Port(IndexOf(port));

    /// <summary>The port behind so many, where the next cage begins.</summary>
    public int After(int first, int count) => Port(IndexOf(first) + (count + _ports.Mode.Split - 1) / _ports.Mode.Split);

    /// <summary>Equal pieces of ports, laid into the cages from one on, as few boxes as it takes: cages at equal steps, and equally many pieces in each.</summary>
    /// <param name="first">The first port of the first cage.</param>
    /// <param name="before">Pieces that others have already.</param>
    /// <param name="pieces">How many.</param>
    /// <param name="size">Ports of a piece; it divides those of a cage.</param>
    public IEnumerable<Part> Parts(int first, int before, int pieces, int size)
    {
        var (perCage, start) = (_ports.Mode.Split / size, IndexOf(first));
        for (var from = 0; from < pieces;)
        {
            var (cage, inCage) = (start + (before + from) / perCage, (before + from) % perCage);
            var left = pieces - from;
            // A cage that is begun or not filled is a part of its own.
            var (cages, each) = inCage > 0 || left < perCage ? (1, Math.Min(perCage - inCage, left)) : (Run(cage, left / perCage), perCage);
            yield return new Part(from, cages, each, Port(cage) + inCage * size, Port(cage + 1) - Port(cage));
            from += cages * each;
        }
    }

    /// <summary>How many cages from one on, and no more than these, follow each other at equal steps.</summary>
    int Run(int cage, int most)
    {
        var run = 1;
        while (run < most && Port(cage + run) - Port(cage + run - 1) == Port(cage + 1) - Port(cage)) run++;
        return run;
    }

    int IndexOf(int port)
    {
        var cage = (port + _ports.Mode.Split - 1) / _ports.Mode.Split;
        var index = _cages.FindIndex(c => c >= cage);
        return index >= 0 ? index : _cages.Count + Math.Max(0, cage - _ports.Bank.Cages);
    }

    /// <summary>Behind the last of them is what the switch does not have.</summary>
    int Port(int index) => (index < _cages.Count ? _cages[index] : _ports.Bank.Cages + index - _cages.Count) * _ports.Mode.Split;

    /// <summary>Pieces in cages at equal steps.</summary>
    /// <param name="From">The first piece.</param>
    /// <param name="Cages">How many cages.</param>
    /// <param name="InCage">Pieces in each.</param>
    /// <param name="Port">The port of the first.</param>
    /// <param name="Step">Ports from one cage to the next.</param>
    public readonly record struct Part(int From, int Cages, int InCage, int Port, int Step);
}
