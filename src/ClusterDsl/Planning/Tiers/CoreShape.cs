using ClusterDsl.Model;

namespace ClusterDsl.Planning;

/// <summary>How the cores of a plane stand over its pods: in groups, each of which serves some positions of the spines in every pod.</summary>
/// <param name="Groups">Groups of cores in a plane.</param>
/// <param name="Positions">Spines of each pod that a group serves.</param>
/// <param name="Cores">Cores of a group, to each of which its spines have equally many links.</param>
/// <param name="Uplinks">Uplinks of a spine.</param>
readonly record struct CoreShape(int Groups, int Positions, int Cores, int Uplinks)
{
    public long PerPlane => (long)Groups * Cores;

    /// <summary>Links from one spine to one core.</summary>
    public int Each => Uplinks / Cores;
}

/// <summary>The shapes that the cores over equal pods can have.</summary>
/// <param name="Spines">Spines in one plane of a pod.</param>
/// <param name="Above">The pods, and the uplinks of a spine.</param>
/// <param name="Ports">Ports of a core.</param>
sealed record CoreShapes(int Spines, Evenly.Below Above, int Ports)
{
    /// <summary>The fewest cores of a plane that have the ports, whatever is even.</summary>
    public int Fewest => Evenly.Fewest([Above with { Devices = Above.Devices * Spines }], 0, Ports);

    /// <summary>
    /// The fewest cores over which the links are equal, and of shapes with as many the one whose groups serve the fewest positions: a spine
    /// reaches two of them where it has two uplinks, so that it outlives one. Where that takes twice the cores that have the ports, as prime
    /// numbers of uplinks do, the uplinks are rounded up if that takes fewer.
    /// </summary>
    public CoreShape? Smallest()
    {
        var exact = Best(c => Above.Needed % c == 0);
        return exact is { } found && found.PerPlane < 2L * Fewest ? exact : Best(_ => true) ?? exact;
    }

    CoreShape? Best(Func<int, bool> isAllowed)
    {
        CoreShape? best = null;
        for (var cores = Math.Min(2, Above.Needed); cores <= Above.Most; cores++)
            if (isAllowed(cores) && Above.Over(cores) is { } uplinks
                && Array.FindLast(Divisors, p => Fits(p, uplinks / cores)) is > 0 and var positions
                && new CoreShape(Spines / positions, positions, cores, uplinks) is var shape
                && (best is not { } other || (shape.PerPlane, shape.Positions).CompareTo((other.PerPlane, other.Positions)) < 0))
                best = shape;
        return best;
    }

    /// <summary>The shape of so many cores in a plane, each spine reaching two of them if it can; null where their links cannot be equal.</summary>
    public CoreShape? Of(int perPlane) =>
        (from positions in Divisors
         where (long)perPlane * positions % Spines == 0
         let cores = (long)perPlane * positions / Spines
         where cores <= Above.Most
         let uplinks = Above.Over((int)cores)
         where uplinks is { } u && Fits(positions, u / (int)cores)
         orderby cores < Math.Min(2, Above.Needed), uplinks, positions
         select (CoreShape?)new CoreShape(Spines / positions, positions, (int)cores, uplinks.Value)).FirstOrDefault();

    /// <summary>The nearest numbers of cores in a plane, fewer and more, whose links are equal.</summary>
    public (int? Fewer, int? More) Nearest(int perPlane)
    {
        int? fewer = null, more = null;
        foreach (var positions in Divisors)
            for (var cores = 1; cores <= Above.Most; cores++)
            {
                if (Above.Over(cores) is not { } uplinks || !Fits(positions, uplinks / cores)) continue;
                var count = (int)Math.Min(Limits.Devices, (long)Spines / positions * cores);
                if (count < perPlane) fewer = Math.Max(fewer ?? 0, count);
                else if (count > perPlane) more = Math.Min(more ?? int.MaxValue, count);
            }
        return (fewer, more);
    }

    bool Fits(int positions, int each) => Above.Devices * positions * each <= Ports;

    /// <summary>Positions that a group of cores may serve, ascending.</summary>
    int[] Divisors { get; } = [.. Enumerable.Range(1, (int)Math.Sqrt(Spines)).Where(d => Spines % d == 0).SelectMany(d => new[] { d, Spines / d }).Distinct().OrderBy(d => d)];
}
