using ClusterDsl.Tool;
using VerifyXunit;
using static ClusterDsl.EndToEnd.Tests.DefiningAssembly;

namespace ClusterDsl.EndToEnd.Tests;

/// <summary>What <c>clusterdsl compare</c> prints of designs with one, two and three layers.</summary>
public sealed class CompareTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public Task One_node_is_one_layer() => Verifier.Verify(Compared(Cluster.Named("one").Site("dc", s => s.Nodes("dgx", Nodes.DgxH100, 1))
        .Workload("finetune", w => w.Gpus(8).AllReduce(1.Gibibytes()))));

    [Fact]
    public Task A_unit_of_nodes_has_two() => Verifier.Verify(Compared(Cluster.Named("two").Site("dc", s => s.Unit("dgx", "compute"))
        .Workload("pretrain", w => w.Gpus(256).AllReduce(16.Gibibytes()).AllToAll(1.Gibibytes()).StepTime(100))));

    [Fact]
    public Task Two_sites_have_three() => Verifier.Verify(Compared(Cluster.Named("three")
        .Site("east", s => s.At(39.04, -77.49).Power(30.Megawatts()).Ether("east-gpu", "east-net"))
        .Site("west", s => s.At(38.75, -77.47).Power(30.Megawatts()).Ether("west-gpu", "west-net"))
        .Interconnect("east", "west", i => i.Path("north", 62.Kilometres(), p => p.DarkFibre(Fibre.G652D).Amplified().Wavelengths(32)).Optics(Optics.Osfp400Zr, on: Switches.Cisco8223))
        .Workload("pretrain", w => w.Gpus(256).AllReduce(16.Gibibytes()))));

    string Compared(Cluster cluster)
    {
        Assert.DoesNotContain(cluster.Plan.Findings, f => f.Severity == Severity.Error);
        using var output = new StringWriter { NewLine = "\n" };
        Assert.Equal(0, Cli.Run(["compare", Write(_folder["Definitions.dll"], Of(cluster.Plan))], output, output));
        return output.ToString();
    }
}

static class CompareSites
{
    static readonly EthernetSwitch Switch = new("SWITCH", new Ports("port", 64, Cage.Qsfp112, 400.Gbps())) { Power = 1.Kilowatts() };

    public static Site Unit(this Site site, string nodes, string fabric) => site.Nodes(nodes, Nodes.DgxH100, 32, n => n.ScalableUnits(of: 32))
        .Fabric(fabric, f => f.InfiniBand(InfiniBand.Ndr).RailOptimized().NonBlocking().Connect(nodes).Leaves(Switches.Qm9700).Spines(Switches.Qm9700));

    public static Site Ether(this Site site, string nodes, string fabric) => site.Nodes(nodes, Nodes.HgxH100, 16)
        .Fabric(fabric, f => f.Ethernet(400.Gbps()).RoCEv2().NonBlocking().Connect(nodes).Leaves(Switch).Spines(Switch));
}
