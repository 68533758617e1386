using ClusterDsl.Artifacts.Wiring;

namespace ClusterDsl.Artifacts;

/// <summary>
/// <c>ptm.dot</c>: the <c>topology.dot</c> of Cumulus Linux' prescriptive topology manager, which checks each port against what LLDP
/// hears. Copy it to <c>/etc/ptm.d/topology.dot</c> of every switch.
/// </summary>
public sealed class PtmTopology : SingleFile
{
    /// <inheritdoc/>
    public override string Format => "ptm";

    /// <inheritdoc/>
    public override string FileName => "ptm.dot";

    /// <inheritdoc/>
    public override void Write(Plan plan, Stream output)
    {
        using var lines = Lines.On(output);
        lines.WriteLine("graph G {");
        lines.WriteLine("  hostnametype=\"hostname\"");
        lines.WriteLine("  LLDP=\"match_type=ifname\"");
        foreach (var wire in Wire.Of(plan, Heard(plan)))
            lines.WriteLine($"  {Lines.Quoted(wire.DeviceA)}:{Lines.Quoted(wire.PortA)} -- {Lines.Quoted(wire.DeviceB)}:{Lines.Quoted(wire.PortB)}");
        lines.WriteLine("}");
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> LeftOut(Plan plan)
    {
        foreach (var fabric in plan.Fabrics.Where(f => f.IsInfiniBand()))
            yield return Without(fabric.At, $"`{fabric.Name}` is InfiniBand, where no LLDP is spoken; `ibnet` is the format for it");
        foreach (var bundle in plan.BundlesOf(f => !f.IsInfiniBand()).Except(Heard(plan)))
            yield return Without(bundle.At, $"the {bundle.Links} links of `{bundle.A.Group}` to `{bundle.B.Group}`: `{Strange(plan, bundle)}` is no name that Linux has for an interface");
    }

    /// <summary>The bundles whose ports Linux can call so.</summary>
    static IEnumerable<Bundle> Heard(Plan plan) => plan.BundlesOf(f => !f.IsInfiniBand()).Where(b => Strange(plan, b) is null);

    static string? Strange(Plan plan, Bundle bundle) =>
        new[] { bundle.A, bundle.B }.Select(end => plan.Bank(end).NameOf(0, end.Split)).FirstOrDefault(name => !LinuxName.IsOne(name));
}
