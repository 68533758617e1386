using System.Globalization;
using ClusterDsl.Artifacts.InfiniBand;
using ClusterDsl.Artifacts.Wiring;

namespace ClusterDsl.Artifacts;

/// <summary>
/// <c>&lt;fabric&gt;.ibnet</c>: a subnet as <c>ibnetdiscover</c> prints it, which ibsim, opensm and the tools around them read, and
/// <c>&lt;fabric&gt;.node-names</c>: the name of each guid, for <c>--node-name-map</c>. The first device is a subnet manager's adapter where there is one.
/// </summary>
public sealed class SubnetTopology : Artifact
{
    /// <inheritdoc/>
    public override string Format => "ibnet";

    /// <inheritdoc/>
    public override IEnumerable<ArtifactFile> Files(Plan plan)
    {
        foreach (var subnet in Subnet.Of(plan))
        {
            yield return new ArtifactFile($"{subnet.Name}.ibnet", output => WriteTopology(subnet, output));
            yield return new ArtifactFile($"{subnet.Name}.node-names", output => WriteNames(subnet, output));
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> LeftOut(Plan plan)
    {
        foreach (var fabric in plan.Fabrics.Where(f => !f.IsInfiniBand())) yield return Without(fabric.At, $"`{fabric.Name}` is no InfiniBand");
        foreach (var subnet in Subnet.Of(plan))
        {
            var at = subnet.Fabrics[0].At;
            yield return Without(at, $"guids are made up, as nobody knows them before the devices are there: compare `{subnet.Name}` by names");
            if (!subnet.IsNumberedAsMade) yield return Without(at, $"ports of `{subnet.Name}` that are split are counted on, cage after cage; a switch may count them otherwise");
            if (subnet.Fabrics.Any(f => f.Protocol.EndsWith("XDR", StringComparison.Ordinal)))
                yield return Without(at, $"ibsim knows no XDR and takes the links of `{subnet.Name}` for slower ones; what is joined to what stays right");
        }
    }

    static void WriteTopology(Subnet subnet, Stream output)
    {
        using var lines = Lines.On(output);
        foreach (var device in subnet.Adapters.Concat(subnet.Switches))
        {
            var guid = Hex(device.Guid);
            lines.WriteLine("vendid=0x0");
            lines.WriteLine("devid=0x0");
            lines.WriteLine($"sysimgguid=0x{guid}");
            lines.WriteLine($"{(device.IsSwitch ? $"switchguid=0x{guid}({guid})" : $"caguid=0x{guid}")}");
            lines.WriteLine(device.IsSwitch
                ? $"Switch\t{device.PortCount} \"{device.Id}\"\t\t# {Lines.Quoted(device.Name)} enhanced port 0 lid 0 lmc 0"
                : $"Ca\t{device.PortCount} \"{device.Id}\"\t\t# {Lines.Quoted(device.Name)}");
            foreach (var (port, (far, farPort, speed)) in device.Ports)
                lines.WriteLine($"[{port}]{(device.IsSwitch ? "" : $"({Hex(device.Guid + 1)})")}\t\"{far.Id}\"[{farPort}]{(far.IsSwitch ? "" : $"({Hex(far.Guid + 1)})")}\t\t# {Lines.Quoted(far.Name)} lid 0 {speed}");
            lines.WriteLine();
        }
    }

    static void WriteNames(Subnet subnet, Stream output)
    {
        using var lines = Lines.On(output);
        foreach (var device in subnet.Switches.Concat(subnet.Adapters)) lines.WriteLine($"0x{device.Guid.ToString("x16", CultureInfo.InvariantCulture)} {Lines.Quoted(device.Name)}");
    }

    static string Hex(ulong guid) => guid.ToString("x", CultureInfo.InvariantCulture);
}
