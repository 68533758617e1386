namespace ClusterDsl.Analyzers.Devices;

/// <summary>Interfaces that follow a pattern, as cages and ports in them, both counted from 0.</summary>
internal sealed class Panel
{
    readonly IReadOnlyList<(int Cage, int Port)> _numbers;

    public Panel(PortPattern pattern, int step, IReadOnlyList<Interface> listed)
    {
        (Pattern, Step, Listed) = (pattern, step, listed);
        _numbers = [.. listed.Select(i => pattern.Match(i.Name.Name)!.Value)];
        Lowest = _numbers.Select(n => n.Cage).DefaultIfEmpty(1).Min();
        Least = _numbers.Select(n => n.Port).DefaultIfEmpty(1).Min();
        Places = [.. _numbers.Select(n => ((n.Cage - Lowest) / step, n.Port - Least))];
    }

    public PortPattern Pattern { get; }

    /// <summary>From the number of a cage to that of the next.</summary>
    public int Step { get; }

    public IReadOnlyList<Interface> Listed { get; }

    /// <summary>Where each of them is.</summary>
    public IReadOnlyList<(int Cage, int Port)> Places { get; }

    /// <summary>The number of the first cage.</summary>
    public int Lowest { get; }

    /// <summary>The number of the first port of a cage.</summary>
    public int Least { get; }

    public int Cages => Places.Select(p => p.Cage).DefaultIfEmpty().Max() + 1;

    public int Split => Places.Select(p => p.Port).DefaultIfEmpty().Max() + 1;

    /// <summary>Whether every number is one that counting by the step arrives at.</summary>
    public bool IsWhole => _numbers.All(n => (n.Cage - Lowest) % Step == 0);

    /// <summary>The ports of so many cages that are not listed; none where nothing is listed at all.</summary>
    public IReadOnlyList<(int Cage, int Port)> Missing(int cages, int split)
    {
        var listed = new HashSet<(int, int)>(Places);
        return Listed.Count == 0 ? [] : [.. Enumerable.Range(0, cages * split).Select(i => (i / split, i % split)).Where(n => !listed.Contains(n))];
    }

    public string NameOf((int Cage, int Port) place) => Pattern.NameOf(Lowest + place.Cage * Step, Least + place.Port);
}
