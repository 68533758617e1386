using ClusterDsl.Artifacts.InfiniBand;
using ClusterDsl.Artifacts.Wiring;

namespace ClusterDsl.Artifacts;

/// <summary>
/// <c>&lt;fabric&gt;.topo</c>: a subnet as ibutils' IBDM reads it (ibdm-topo-file(1)), to check routes of before it is built and to compare what was
/// discovered with, and <c>&lt;type&gt;.ibnl</c>: the netlist of each kind of device in it (ibdm-ibnl-file(1)). Put the folder into <c>IBDM_IBNL_PATH</c>.
/// </summary>
public sealed class IbdmTopology : Artifact
{
    /// <inheritdoc/>
    public override string Format => "ibdm";

    /// <inheritdoc/>
    public override IEnumerable<ArtifactFile> Files(Plan plan)
    {
        var subnets = Subnet.Of(plan).ToList();
        foreach (var subnet in subnets) yield return new ArtifactFile($"{subnet.Name}.topo", output => WriteTopology(subnet, output));
        foreach (var type in subnets.SelectMany(s => s.Switches.Concat(s.Adapters)).GroupBy(Type, StringComparer.Ordinal).OrderBy(t => t.Key, StringComparer.Ordinal))
            yield return new ArtifactFile($"{type.Key}.ibnl", output => WriteNetlist(type.Key, type, output));
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> LeftOut(Plan plan)
    {
        foreach (var fabric in plan.Fabrics.Where(f => !f.IsInfiniBand())) yield return Without(fabric.At, $"`{fabric.Name}` is no InfiniBand");
        foreach (var subnet in Subnet.Of(plan))
            yield return Without(subnet.Fabrics[0].At, $"IBDM knows no link faster than 10 Gb/s a lane: what is joined to what in `{subnet.Name}` is written, not how fast");
    }

    /// <summary>Each link once: where it is first met from the nodes upwards.</summary>
    static void WriteTopology(Subnet subnet, Stream output)
    {
        using var lines = Lines.On(output);
        var told = new HashSet<SubnetDevice>(ReferenceEqualityComparer.Instance);
        foreach (var device in subnet.Switches)
        {
            lines.WriteLine($"{Type(device)} {Name(device.Device)}");
            told.Add(device);
            foreach (var (port, (far, farPort, _)) in device.Ports)
                if (!told.Contains(far)) lines.WriteLine($"   P{port} -> {Type(far)} {Name(far.Device)} {Port(far, farPort)}");
            lines.WriteLine();
        }
    }

    /// <summary>A switch is one chip; each port of a node is an adapter of its own.</summary>
    static void WriteNetlist(string type, IEnumerable<SubnetDevice> devices, Stream output)
    {
        using var lines = Lines.On(output);
        lines.WriteLine($"TOPSYSTEM {type}");
        lines.WriteLine();
        var first = devices.First();
        if (first.IsSwitch)
        {
            lines.WriteLine($"NODE SW {first.PortCount} {type} U1");
            for (var port = 1; port <= first.PortCount; port++) lines.WriteLine($"   {port} -> P{port}");
            lines.WriteLine();
            return;
        }
        var adapter = 0;
        foreach (var port in devices.Select(d => Port(d, 1)).Distinct().Order(StringComparer.Ordinal))
        {
            lines.WriteLine($"NODE CA 1 {type} U{++adapter}");
            lines.WriteLine($"   1 -> {port}");
            lines.WriteLine();
        }
    }

    /// <summary>Switches of one model may be split differently.</summary>
    static string Type(SubnetDevice device) => device.IsSwitch ? FormattableString.Invariant($"{Name(device.Model)}-{device.PortCount}P") : Name(device.Model);

    static string Port(SubnetDevice device, int port) => device.IsSwitch ? FormattableString.Invariant($"P{port}") : Name(device.PortName);

    /// <summary>What IBDM takes for a name: a letter, then at least one letter, digit, dash, dot or line (ibnl_scanner.ll).</summary>
    static string Name(string name)
    {
        var plain = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' ? c : '-'));
        return plain.Length > 1 && char.IsAsciiLetter(plain[0]) ? plain : $"X-{plain}";
    }
}
