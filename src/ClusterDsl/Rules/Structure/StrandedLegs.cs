using ClusterDsl.Model;
using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Legs of splitters that lead nowhere: ports of the switch that nothing else can use.</summary>
sealed class StrandedLegs() : DesignRule("CDL1133", "Legs of splitters lead nowhere", "Structure", Severity.Info)
{
    public override IEnumerable<Finding> Check(Draft draft) =>
        from link in draft.Links
        let legs = link.Upper.Ports.Mode.Legs
        where legs > 1 && link.Legs < legs
        group (Splitters: link.Count / link.Legs, Legs: link.Count / link.Legs * (legs - link.Legs)) by (link.At, link.Upper.Group, link.Upper.Ports.Mode, link.Fabric) into open
        let stranded = open.Sum(o => o.Legs)
        select Report(open.Key.Fabric, open.Key.At,
            $"{Text.Count(stranded, "leg")} of {Text.Count(open.Sum(o => o.Splitters), "splitter")} 1:{open.Key.Mode.Legs} at `{open.Key.Group.Id}` {(stranded == 1 ? "leads" : "lead")} nowhere: "
            + $"{Text.Count(stranded, "port")} of {open.Key.Mode.Speed} that nothing else can use. Connect as many as a splitter has legs, or keep them for growth.");
}
