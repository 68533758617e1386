using ClusterDsl.Artifacts.Wiring;

namespace ClusterDsl.Artifacts;

/// <summary><c>topology.dot</c>: every device and link for Graphviz, ranked by tier; links carry their fabric and speed.</summary>
public sealed class DotGraph : SingleFile
{
    /// <inheritdoc/>
    public override string Format => "dot";

    /// <inheritdoc/>
    public override string FileName => "topology.dot";

    /// <inheritdoc/>
    public override void Write(Plan plan, Stream output)
    {
        using var lines = Lines.On(output);
        lines.WriteLine($"graph {Lines.Quoted(plan.Name)} {{");
        lines.WriteLine("  rankdir=BT; ranksep=2; node [shape=box];");
        foreach (var group in plan.Groups)
        {
            lines.WriteLine($"  subgraph {Lines.Quoted(group.Id)} {{ rank=same;");
            for (var device = 0; device < group.Count; device++)
                lines.WriteLine($"    {Lines.Quoted(group.Name.Format(device))} [role={Lines.Quoted(group.Role)}, model={Lines.Quoted(group.Model)}];");
            lines.WriteLine("  }");
        }
        foreach (var wire in Wire.Of(plan))
            lines.WriteLine($"  {Lines.Quoted(wire.DeviceA)} -- {Lines.Quoted(wire.DeviceB)} [taillabel={Lines.Quoted(wire.PortA)}, headlabel={Lines.Quoted(wire.PortB)}, fabric={Lines.Quoted(wire.Bundle.Fabric)}, gbps={wire.Bundle.SpeedGbps}];");
        lines.WriteLine("}");
    }
}
