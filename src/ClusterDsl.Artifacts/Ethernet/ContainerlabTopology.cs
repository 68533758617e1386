using ClusterDsl.Artifacts.Wiring;

namespace ClusterDsl.Artifacts;

/// <summary>
/// <c>topology.clab.yml</c>: the Ethernet fabrics as a containerlab topology of plain Linux containers, to try routing and LLDP on. Choose
/// other kinds and images for the groups; the interfaces are called as the ports are, the nodes as the devices are, with "-" for what Linux or containerlab does not take.
/// </summary>
public sealed class ContainerlabTopology : SingleFile
{
    /// <inheritdoc/>
    public override string Format => "containerlab";

    /// <inheritdoc/>
    public override string FileName => "topology.clab.yml";

    /// <inheritdoc/>
    public override void Write(Plan plan, Stream output)
    {
        var bundles = plan.BundlesOf(f => !f.IsInfiniBand()).ToList();
        var groups = bundles.SelectMany(b => new[] { b.A.Group, b.B.Group }).ToHashSet();
        using var lines = Lines.On(output);
        lines.WriteLine($"name: {Lines.Quoted(Name(plan.Name))}");
        lines.WriteLine("topology:");
        lines.WriteLine("  kinds:");
        lines.WriteLine("    linux:");
        lines.WriteLine("      image: \"debian:stable-slim\"");
        lines.WriteLine(groups.Count == 0 ? "  nodes: {}" : "  nodes:");
        foreach (var group in plan.Groups.Where(g => groups.Contains(g.Id)))
            for (var device = 0; device < group.Count; device++)
                lines.WriteLine($"    {Lines.Quoted(Name(group.Name.Format(device)))}: {{ kind: linux, group: {Lines.Quoted(group.Role)} }}");
        // The schema takes no empty list of links.
        if (bundles.Exists(b => b.Links > 0)) lines.WriteLine("  links:");
        foreach (var wire in Wire.Of(plan, bundles))
            lines.WriteLine($"    - endpoints: [{End(wire.DeviceA, wire.PortA)}, {End(wire.DeviceB, wire.PortB)}]");
    }

    static string End(string device, string port) => Lines.Quoted($"{Name(device)}:{LinuxName.For(port)}");

    /// <summary>A name as containerlab takes it: Latin letters, digits, dots, dashes and underscores, a letter or digit in front.</summary>
    static string Name(string name)
    {
        var legal = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' ? c : '-'));
        return legal.Length > 0 && char.IsAsciiLetterOrDigit(legal[0]) ? legal : $"x{legal}";
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> LeftOut(Plan plan) =>
        plan.Fabrics.Where(f => f.IsInfiniBand()).Select(f => Without(f.At, $"`{f.Name}` is InfiniBand, which containers do not speak"));
}
