using ClusterDsl;

namespace ScheduledFabric;

/// <summary>
/// A scheduled Ethernet of one stage, the shape of a disaggregated chassis: line boxes spray cells evenly over all fabric boxes, which know
/// nothing of flows. Its boxes are those that Meta's Disaggregated Scheduled Fabric is built of (Jericho3-AI and Ramon3; facebook/fboss).
/// Published is what the fabric is made of, not how many of it; derived here: a line box at the top of a rack of four servers, which
/// bring 32 links of 400G to 18 ports of 800G; the size, the fabric boxes' 20 links to each line box and their count of ten.
/// </summary>
[Cluster]
public static partial class Backend
{
    public static Cluster Define() => Cluster.Named("scheduled-2k")
        .Site("dc", site => site
            .Hall("h1", hall => hall
                .Racks(rows: 4, perRow: 18)
                .Pitch(rack: 0.6.Metres(), row: 2.4.Metres())
                .RackPower(44.Kilowatts()))
            .Nodes("gpu", Nodes.HgxH100, count: 256, nodes => nodes.PerRack(4))
            .Fabric("backend", fabric => fabric
                .Scheduled(400.Gbps())
                .Connect("gpu", Role.Compute)
                .LineBoxes(Switches.Jericho3Ai, perRack: 1)
                .FabricBoxes(Switches.Ramon3)));
}
