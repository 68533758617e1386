using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Something said of a fabric as leaves under spines, which it then is not.</summary>
sealed class OtherTopology() : DesignRule("CDL1119", "Declared for another topology", "Structure", Severity.Error)
{
    public override IEnumerable<Finding> Check(Draft draft) =>
        from fabric in draft.Fabrics
        where fabric.Design.Topology is { Foreign.Count: > 0 }
        let topology = fabric.Design.Topology
        select Report(topology.At,
            $"{Text.Quoted(topology.Foreign.Select(call => $".{call}(…)"))} of fabric `{fabric.Name}` came before the topology and {(topology.Foreign.Count == 1 ? "has" : "have")} no place in it. Choose the topology first, and declare after it what it has.");
}
