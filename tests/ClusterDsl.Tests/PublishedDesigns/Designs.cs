namespace ClusterDsl.Tests;

/// <summary>The shapes that the published designs have in common; each declares what a designer would, and no count beyond.</summary>
static class Designs
{
    /// <summary>One site with nodes and one fabric, "net", that connects their compute ports.</summary>
    public static Plan Of(NodeModel node, int nodes, Action<Fabric> fabric, int? unit = null, int? perRack = null) => Cluster.Named("published")
        .Site("dc", site => site
            .Nodes("node", node, nodes, n =>
            {
                if (unit is { } size) n.ScalableUnits(of: size);
                if (perRack is { } inRack) n.PerRack(inRack);
            })
            .Fabric("net", fabric))
        .Plan;

    /// <summary>A rail-optimised InfiniBand fabric of one switch model.</summary>
    public static Plan Rails(NodeModel node, int nodes, int unit, InfiniBandSwitch model, InfiniBand speed = InfiniBand.Ndr, bool cores = false) =>
        Of(node, nodes, f =>
        {
            var net = f.InfiniBand(speed).RailOptimized().NonBlocking().Connect("node").Leaves(model).Spines(model);
            if (cores) net.Cores(model);
        }, unit);

    /// <summary>A fat tree of Ethernet switches with <paramref name="radix"/> ports, each node on one leaf.</summary>
    public static Plan FatTree(int radix, int hosts, bool cores) => Of(OnPaper.Host(ports: 1), hosts, f =>
    {
        var net = f.Ethernet(400.Gbps()).NonBlocking().Connect("node").Leaves(OnPaper.Switch(radix)).Spines(OnPaper.Switch(radix));
        if (cores) net.Cores(OnPaper.Switch(radix));
    });
}

/// <summary>Models that textbooks and papers count with: ports and no body, so that no hall limits them.</summary>
static class OnPaper
{
    public static NodeModel Host(int ports) => new($"host-{ports}", ports, Ports(ports)) { Height = 0 };

    public static EthernetSwitch Switch(int radix) => new($"radix-{radix}", Ports(radix)) { Height = 0 };

    static Ports Ports(int count) => new("port", count, Cage.Qsfp112, 400.Gbps());
}
