namespace ClusterDsl.Tests;

/// <summary>Two campuses 40 km apart with a pod each, and what joins them.</summary>
static class Campuses
{
    public static readonly NodeModel Node = new("NODE", 8, new Ports("nic", 8, Cage.Qsfp112, 400.Gbps())) { Height = 4, Power = 10.Kilowatts() };

    public static readonly EthernetSwitch Leaf = new("LEAF", new Ports("port", 64, Cage.Qsfp112, 400.Gbps())) { Power = 1.Kilowatts() };

    /// <summary>A pod of 16 nodes with a RoCEv2 network of its own.</summary>
    public static Site Pod(this Site site) => site
        .Power(30.Megawatts())
        .Nodes("node", Node, count: 16)
        .Fabric("net", f => f.Ethernet(400.Gbps()).RoCEv2().NonBlocking().Connect("node").Leaves(Leaf).Spines(Leaf));

    public static Plan Joined(Action<Interconnect> interconnect, Action<Site>? east = null, Action<Site>? west = null, Action<Cluster>? also = null)
    {
        var cluster = Cluster.Named("campuses")
            .Site("east", s => { s.At(39.04, -77.49).Pod(); east?.Invoke(s); })
            .Site("west", s => { s.At(38.75, -77.47).Pod(); west?.Invoke(s); })
            .Interconnect("east", "west", interconnect);
        also?.Invoke(cluster);
        return cluster.Plan;
    }

    /// <summary>One path of amplified fibre with 400ZR, unless said otherwise.</summary>
    public static Plan OnePath(Action<InterconnectPath>? path = null, Length? length = null, Optic? optic = null, Action<Interconnect>? also = null) => Joined(i =>
    {
        i.Path("north", length ?? 62.Kilometres(), path ?? (p => p.DarkFibre(Fibre.G652D).Amplified().Wavelengths(32)))
            .Optics(optic ?? Optics.Osfp400Zr, on: Switches.Cisco8223);
        also?.Invoke(i);
    });
}
