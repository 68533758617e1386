using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A shape of equals that cannot be, or not well, as the planner found it.</summary>
abstract class MisfitRule(string id, string title, Severity severity = Severity.Error) : DesignRule(id, title, "Structure", severity)
{
    public override IEnumerable<Finding> Check(Draft draft) =>
        from fabric in draft.Fabrics
        from misfit in fabric.Misfits
        where misfit.Rule == Id
        select Report(fabric.Design, misfit.At, $"fabric `{fabric.Name}`: {misfit.What}. {misfit.Remedy}.", misfit.Fix);
}

/// <summary>Links between cells that their switches cannot share: some would carry more than others.</summary>
sealed class UnevenGlobalLinks() : MisfitRule("CDL1110", "Links between cells do not spread evenly");

/// <summary>Switches without the ports for the links to others of their kind.</summary>
sealed class TooFewGlobalPorts() : MisfitRule("CDL1111", "Too few ports for links between cells or routers");

/// <summary>Leaves with more links to one spine of their cell than to another.</summary>
sealed class UnevenCell() : MisfitRule("CDL1112", "Leaves do not reach the spines of their cell evenly");

/// <summary>More groups than a group has links to others.</summary>
sealed class TooManyGroups() : MisfitRule("CDL1113", "More groups than a group can reach");

/// <summary>More units, or kinds of cells, than there are cells.</summary>
sealed class TooFewCells() : MisfitRule("CDL1114", "More units than cells");

/// <summary>A slim fly over a number that no field has.</summary>
sealed class NoSuchSlimFly() : MisfitRule("CDL1115", "Slim fly of a size that does not exist");

/// <summary>More nodes on a router than its links carry two hops away.</summary>
sealed class CrowdedRouters() : MisfitRule("CDL1117", "More nodes on a router than its links carry", Severity.Warning);

/// <summary>Cores with more links to one spine than to another, or fewer in one plane than in another.</summary>
sealed class UnevenCores() : MisfitRule("CDL1123", "Spines do not reach their cores evenly");

/// <summary>Equipment at the spines of some planes only.</summary>
sealed class MissesPlanes() : MisfitRule("CDL1124", "Equipment does not reach every plane", Severity.Warning);
