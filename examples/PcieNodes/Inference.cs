using ClusterDsl;

namespace PcieNodes;

/// <summary>
/// Inference on GPUs that speak over PCI Express alone: four at a switch, an adapter of 400G beside them. The node is written here, so that
/// what hangs where can be read; all of it is assumed.
/// </summary>
[Cluster]
public static partial class Inference
{
    static readonly NodeModel Server = new("8-GPU-PCIE", gpus: 8,
        new Ports("nic", 2, Cage.Qsfp112, 400.Gbps()) { PortName = "eth{c}" })
    {
        Height = 4, Power = 5.Kilowatts(), Description = "Server with eight GPUs on PCI Express (assumed)",
        ScaleUp = new PcieScaleUp(new PcieTree(ScaleUpLinks.Pcie5, Switches: 2)
        {
            Gpus = Seq.Of(0, 0, 0, 0, 1, 1, 1, 1),
            Nics = Seq.Of(0, 1),
        }),
    };

    public static Cluster Define() => Cluster.Named("pcie-256")
        .Site("dc", site => site
            .Hall("h1", hall => hall
                .Racks(rows: 1, perRow: 12)
                .RackPower(22.Kilowatts()))
            .Nodes("gpu", Server, count: 32, nodes => nodes.PerRack(4))
            .Fabric("backend", fabric => fabric
                .Ethernet(400.Gbps()).RoCEv2()
                .NonBlocking()
                .Connect("gpu")
                .Leaves(Switches.Sn5600, count: 2)
                .Spines(Switches.Sn5600, count: 2)))
        .Workload("serve", job => job
            .Gpus(8)
            .LatencySensitive()
            .Budget(BudgetClass.Low));
}
