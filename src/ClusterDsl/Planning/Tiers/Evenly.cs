using ClusterDsl.Model;

namespace ClusterDsl.Planning;

/// <summary>How many switches share the uplinks of those below evenly.</summary>
static class Evenly
{
    /// <summary>Equal devices below: the uplinks each needs, and the most it has ports for.</summary>
    public readonly record struct Below(long Devices, int Needed, int Most)
    {
        /// <summary>Its uplinks, rounded up to a multiple; null where that is an eighth too many, or more than it has ports for.</summary>
        public int? Over(int switches)
        {
            var rounded = ((long)Needed + switches - 1) / switches * switches;
            return rounded == Needed || rounded <= Math.Min(Most, Needed + Math.Max(1, Needed / 8)) ? (int)rounded : null;
        }
    }

    /// <summary>The fewest switches that have the ports, whatever is even.</summary>
    public static int Fewest(IEnumerable<Below> below, long more, int ports) =>
        (int)Math.Min(Limits.Devices, Math.Max(1, (below.Sum(b => b.Devices * b.Needed) + more + ports - 1) / Math.Max(1, ports)));

    /// <summary>
    /// The smallest number that divides all uplinks and is at least the fewest: a plain ceiling fails published designs, whose uplinks would
    /// not spread evenly. Where that takes twice the fewest or more, as 19 uplinks do, the smallest over which the uplinks, rounded up, are
    /// even. Where there is none, the fewest: the rules say what is wrong.
    /// </summary>
    public static int Switches(IReadOnlyList<Below> below, long more, int ports)
    {
        var fewest = Fewest(below, more, ports);
        var common = below.Select(b => b.Needed).Aggregate(Ratio.Gcd);
        var even = Enumerable.Range(fewest, Math.Max(0, common - fewest + 1)).FirstOrDefault(d => common % d == 0);
        if (even > 0 && even < 2L * fewest) return even;
        var most = below.Min(b => b.Most);
        for (var d = fewest; d <= most && (even == 0 || d < even); d++)
            if (below.All(b => b.Over(d) is not null) && below.Sum(b => b.Devices * b.Over(d)!.Value) + more <= (long)d * ports) return d;
        return even > 0 ? even : fewest;
    }
}
