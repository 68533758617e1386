using System.ComponentModel;
using System.Runtime.CompilerServices;
using ClusterDsl.Language;
using ClusterDsl.Model;
using ClusterDsl.Plans;

namespace ClusterDsl;

/// <summary>A fabric whose protocol is still to be said: what can follow depends on it.</summary>
public sealed class Fabric : Declaration
{
    readonly FabricDesign _design;

    internal Fabric(FabricDesign design) => _design = design;

    /// <summary>
    /// An InfiniBand fabric. A subnet has addresses for so many ports (CDL7001) and needs a manager (CDL7002), better two behind two leaves (CDL7003);
    /// its ports are of one generation (CDL7004) and speak InfiniBand (CDL7005).
    /// </summary>
    /// <param name="generation">The speed of a port: HDR, NDR, XDR.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public InfiniBandFabric InfiniBand(InfiniBand generation, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Choose("InfiniBand", $"InfiniBand {generation.ToString().ToUpperInvariant()}", (int)generation, Origin.Here(file, line).Argument("generation"));
        return new InfiniBandFabric(_design);
    }

    /// <summary>An Ethernet fabric.</summary>
    /// <param name="speed">The speed of a link to a node, 1 to 1,600 Gb/s (CDL1003).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public EthernetFabric Ethernet(Bandwidth speed, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Choose("Ethernet", "Ethernet", speed.Gbps, Origin.Here(file, line).Argument("speed"));
        return new EthernetFabric(_design);
    }

    /// <summary>A scheduled Ethernet fabric (DDC, FSE, DSF): line boxes spray cells evenly over fabric boxes, by credit of the receiver.</summary>
    /// <param name="speed">The speed of a link to a node, 1 to 1,600 Gb/s (CDL1003).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public ScheduledFabric Scheduled(Bandwidth speed, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Origin.Here(file, line);
        Choose("Ethernet", FabricPlan.ScheduledEthernet, speed.Gbps, at.Argument("speed"));
        return new ScheduledFabric(_design, at);
    }

    void Choose(string protocol, string name, int gbps, Origin at)
    {
        _design.Site.Cluster.Once(_design, at, "InfiniBand`, `Ethernet` or `Scheduled");
        (_design.Protocol, _design.ProtocolName, _design.SpeedAt) = (protocol, name, at);
        _design.SpeedGbps = _design.Site.Cluster.Within(gbps, 1, 1_600, "the speed of a link in Gb/s", at, out var legal, "Gbps");
        if (!legal) _design.Incomplete = true;
    }

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override void MarkIncomplete() => _design.Incomplete = true;
}

/// <summary>An InfiniBand fabric of spines and leaves.</summary>
public sealed class InfiniBandFabric : SpineLeaf<InfiniBandFabric, InfiniBandSwitch>
{
    internal InfiniBandFabric(FabricDesign design) : base(design) { }
}

/// <summary>An Ethernet fabric of spines and leaves.</summary>
public sealed class EthernetFabric : SpineLeaf<EthernetFabric, EthernetSwitch>
{
    internal EthernetFabric(FabricDesign design) : base(design) { }

    /// <summary>Carries RDMA over converged Ethernet, version 2.</summary>
    public EthernetFabric RoCEv2()
    {
        Design.ProtocolName = "Ethernet RoCEv2";
        return this;
    }

    /// <summary>Connects the management ports of another fabric's switches.</summary>
    /// <param name="fabric">The other fabric's name (CDL1004).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public EthernetFabric ConnectSwitches(string fabric, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Design.Connections.Add(new ConnectionDesign(fabric ?? "", Role.OutOfBand, Tier.Leaf, Origin.Here(file, line).Argument("fabric")) { Switches = true });
        return this;
    }

    /// <summary>Joins the nodes of a group in pairs, port to port: the heartbeat of an active and a standby appliance.</summary>
    /// <param name="nodes">The node group (CDL1004); an odd last node stays alone.</param>
    /// <param name="role">A role that the nodes have here. The link itself takes a bank that serves no role: a spare port (CDL1005).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public EthernetFabric BackToBack(string nodes, Role role, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Design.BackToBack.Add((nodes ?? "", role, Origin.Here(file, line).Argument("nodes")));
        return this;
    }
}
