using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Which numbers of spines would serve a number of uplinks.</summary>
static class SpineCounts
{
    /// <summary>"16 spines carry 2 each; 8 would carry 4 each but have too few ports (1,024 uplinks, 512 ports)."</summary>
    public static (string Text, Fix? Fix) Of(FabricDraft fabric, SpineDraft spines, int uplinks)
    {
        var times = spines.Planes * spines.Pods;
        var divisors = Enumerable.Range(1, uplinks).Where(d => uplinks % d == 0).ToList();
        var fitting = divisors.Where(d => d >= spines.Fewest).ToList();
        var tight = divisors.Where(d => d < spines.Fewest).ToList();
        if (fitting.Count == 0)
            return ($"No number of spines divides {uplinks} and has the ports: {(fabric.Design.Cores is null ? "add a core tier with `.Cores(…)`" : "use smaller pods")}.", null);

        var use = fitting[0];
        var text = $"{Text.Number((long)use * times)} spines carry {uplinks / use} each";
        if (tight.Count > 0)
        {
            var small = tight[tight.Count - 1];
            text += $"; {Text.Number((long)small * times)} would carry {uplinks / small} each but have too few ports ({Text.Number(spines.LinksBelow)} uplinks, {Text.Number((long)small * spines.PortsBelow)} ports)";
        }
        var fix = Fix.Set($"Use {Text.Count((long)use * times, "spine")}", spines.Design.At, "count", ((long)use * times).ToString());
        return (text + ".", fix);
    }
}
