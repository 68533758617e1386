using System.Runtime.CompilerServices;
using ClusterDsl.Analyzers.Hosting;
using ClusterDsl.Plans;

namespace ClusterDsl.Analyzers.Tests;

/// <summary>The plan a definition gives under the interpreter equals the plan it gives under the runtime.</summary>
public class DifferentialTests
{
    const string Helpers = """
        namespace Acme.Helpers;

        public enum Size { Small = 1, Medium, Large }

        public record Unit(int Nodes, int PerRack = 4) { public int Racks => (Nodes + PerRack - 1) / PerRack; public string Label => $"unit-{Nodes:D3}"; }

        public static class Standard
        {
            public const int PerUnit = 32;
            public static readonly Dictionary<Size, int> Units = new() { [Size.Small] = 1, [Size.Medium] = 2, [Size.Large] = 4 };
            public static Length Pitch { get; } = 0.6.Metres();
            public static Site Hall(this Site site, int racks, string name = "h1") => site.Hall(name, h => h
                .Racks(rows: (racks + 11) / 12, perRow: 12).Pitch(rack: Pitch, row: Pitch * 4).RackPower(44.Kilowatts()));
            public static InfiniBandFabric Rail(this Fabric fabric) => fabric.InfiniBand(InfiniBand.Ndr).RailOptimized().NonBlocking();
            public static TFabric Both<TFabric, TSwitch>(this SpineLeaf<TFabric, TSwitch> fabric, TSwitch model)
                where TFabric : SpineLeaf<TFabric, TSwitch> where TSwitch : SwitchModel => fabric.Leaves(model).Spines(model);
        }
        """;

    [Theory]
    [InlineData("loops", """
        return Cluster.Named("c").Site("dc", site =>
        {
            site.Hall(racks: 24);
            for (var i = 0; i < 3; i++)
            {
                var n = i;
                site.Nodes($"gpu-{n + 1}", Nodes.DgxH100, 8 * (n + 1), g => g.PerRack(4 - n));
            }
            site.Fabric("compute", f =>
            {
                var fabric = f.Rail();
                foreach (var name in Enumerable.Range(1, 3).Select(i => "gpu-" + i)) fabric.Connect(name, Role.Compute);
                fabric.Both(Switches.Qm9700);
            });
        });
        """)]
    [InlineData("switches over sizes", """
        var size = Size.Medium;
        var unit = new Unit(Standard.PerUnit) with { PerRack = 2 };
        var count = size switch { Size.Small => 31, Size.Medium or Size.Large when unit.Racks > 3 => Standard.Units[size] * unit.Nodes - 1, _ => throw new InvalidOperationException() };
        return Cluster.Named(unit.Label + "." + size.ToString().ToLowerInvariant()).Site("dc", s => s
            .Hall(racks: unit.Racks * 4, name: "hall")
            .Nodes(nodes: g => g.ScalableUnits(of: unit.Nodes).PerRack(unit.PerRack), name: "dgx", count: count, model: Nodes.DgxH100)
            .Fabric("compute", f => f.Rail().Connect("dgx").Both(Switches.Qm9700)));
        """)]
    [InlineData("sites that interconnects join", """
        var quiet = Fibre.G652D with { DbPerKm = 0.21 };
        var sites = new (string Name, double North, double East)[] { ("a", 39.04, -77.49), ("b", 38.75, -77.47), ("c", 38.9, -77.0) };
        var cluster = Cluster.Named("c");
        foreach (var (name, north, east) in sites)
            cluster.Site(name, s => s.At(north, east).Power(1.5.Megawatts()).Space(200).Nodes("dgx", Nodes.DgxH100, 32)
                .Fabric("net", f => f.Ethernet(400.Gbps()).RoCEv2().NonBlocking().Connect("dgx").Leaves(Switches.Sn5600).Spines(Switches.Sn5600)));
        for (var i = 0; i < sites.Length; i++)
        {
            var (from, to) = (sites[i], sites[(i + 1) % sites.Length]);
            cluster.Interconnect(from.Name, to.Name, line => line.Capacity(3.2.Tbps()).SurvivesLossOfOnePath()
                .Path("one", (90 + i).Kilometres(), p => p.DarkFibre(quiet, pairs: 2).Amplified(every: 50.Kilometres()).RiskGroup("road"))
                .Path("two", 100.Kilometres(), p => p.LeasedWavelength(400.Gbps()).Wavelengths(8).RiskGroup("rail"))
                .Optics(Optics.Osfp400OpenZr, on: Switches.Cisco8223).Joins("net", lossless: false).RoundTrip(2.0.Milliseconds()));
        }
        return cluster.Survives(SiteLoss.Any, keeping: 512.Gpus());
        """)]
    [InlineData("tiers of their own ratio, over racks", """
        var chassis = new EthernetSwitch("CHASSIS", new Ports("port", 576, Cage.Qsfp112, 400.Gbps()));
        return Cluster.Named("c").Site("dc", s => s
            .Nodes("gpu", Nodes.DgxB200, 256, n => n.PerRack(2))
            .Fabric("backend", f => f.Ethernet(400.Gbps()).RoCEv2().NonBlocking().Connect("gpu")
                .Leaves(new EthernetSwitch("TOR", new Ports("port", 64, Cage.Qsfp112, 400.Gbps())), perRack: 1, downlinks: 16).Pods(racks: 64)
                .Spines(chassis, spines: t => t.Oversubscribed(7, 1, "published design").Accept("CDL1106", "small")).Cores(chassis)));
        """)]
    [InlineData("rails alone, pairs of leaves and cells, at two sites", """
        Site Pod(Site site, int nodes) => site
            .Nodes("gpu", Nodes.DgxB200, nodes, n => n.ScalableUnits(of: 16))
            .Fabric("rails", f => f.Ethernet(400.Gbps()).RailOnly().Connect("gpu").Leaves(Switches.Sn5600).Spines(Switches.Sn5600))
            .Fabric("store", f => f.Ethernet(400.Gbps()).DualTor().Connect("gpu", Role.Storage).Leaves(Switches.Sn5600).Spines(Switches.Sn5600, count: 2))
            .Fabric("cells", f => f.Scheduled(200.Gbps()).Connect("gpu", Role.InBand)
                .LineBoxes(new LineBox("LINE", new Ports("host", 32, Cage.Qsfp56, 200.Gbps()), new Ports("fabric", 10, Cage.OsfpIhs, 800.Gbps()))).FabricBoxes(Switches.Ramon3, count: 2, speedUp: 1.1));
        return Cluster.Named("c").Site("east", s => Pod(s, 64)).Site("west", s => Pod(s, 32));
        """)]
    [InlineData("switches joined to their like, with what is asked of them", """
        var qm = Switches.Qm9700;
        NodeModel Node(int ports) => new($"NODE-{ports}", 4, new Ports("nic", ports, Cage.OsfpIhs, 400.Gbps()));
        var shapes = new List<(string Name, int Ports, Action<InfiniBandFabric> Shape)>
        {
            ("fly", 1, f => f.Dragonfly(groups: 9).Routers(qm, perGroup: 4, globalLinks: 2).Groups(2, g => g.Connect("fly-few")).MaxHops(5).Survives(Loss.Leaf, 10.Percent())),
            ("plus", 2, f => f.DragonflyPlus(cells: 4, linksPerCellPair: 4).Leaves(qm, perCell: 4).Spines(qm, perCell: 2).PerGpu(100.Gbps()).Survives(Loss.Spine, 50.Percent())),
            ("slim", 1, f => f.SlimFly(q: 4).Routers(qm).MaxHops(4).SparePorts(20.Percent())),
            ("wrong", 1, f => f.SlimFly(q: 6).Routers(qm)),
        };
        return Cluster.Named("joined").Site("dc", site =>
        {
            foreach (var (name, ports, shape) in shapes)
            {
                site.Nodes(name, Node(ports), 64).Nodes(name + "-few", Node(ports), 6);
                site.Fabric("net-" + name, f => shape(f.InfiniBand(InfiniBand.Ndr).Oversubscribed(2).Connect(name)));
            }
            site.Nodes("cell", Nodes.DgxB200, 32).Fabric("cells", f => f.Scheduled(400.Gbps()).Connect("cell").LineBoxes(Switches.Jericho3Ai).FabricBoxes(Switches.Ramon3).Survives(Loss.Spine, 40.Percent()).MaxHops(4));
        });
        """)]
    [InlineData("queries and tuples", """
        var groups = from kind in new[] { ("a", Nodes.DgxH100, 16), ("b", Nodes.DgxB200, 8) }
                     where kind.Item3 > 4
                     orderby kind.Item1 descending
                     select (Name: "n" + kind.Item1, Model: kind.Item2, Count: kind.Item3);
        return groups.Aggregate(Cluster.Named("q"), (cluster, g) => cluster.Site("site-" + g.Name, s => Pod(s, g.Name, g.Model, g.Count)));
        static void Pod(Site s, string name, NodeModel model, int count)
        {
            s.Hall(12);
            s.Nodes(name, model, count, g => g.PerRack(2));
            s.Fabric("fabric-" + name, f => f.InfiniBand(InfiniBand.Ndr).NonBlocking().Connect(name).Leaves(Switches.Qm9700).Spines(Switches.Qm9790));
        }
        """)]
    [InlineData("method groups and recursion", """
        static int Double(int n, int times) => times == 0 ? n : Double(n * 2, times - 1);
        static void Compute(Fabric f) => f.Rail().Connect("dgx").Both(Switches.Qm9700);
        Action<NodeGroup> racks = g => g.PerRack(4);
        racks += g => g.ScalableUnits(of: 32);
        return Cluster.Named("m").Site("dc", s => s.Hall(48).Nodes("dgx", Nodes.DgxH100, Double(2, 5) - 1, g => { g.PerRack(4); g.ScalableUnits(32); }).Fabric("compute", Compute));
        """)]
    [InlineData("a design with faults", """
        return Cluster.Named("bad name").Site("dc", s => s.Hall(1)
            .Nodes("dgx", Nodes.DgxH100, int.MaxValue, g => g.PerRack(9))
            .Nodes("dgx", Nodes.DgxH100, -1)
            .Fabric("x", f => f.Rail().Connect("missing").Connect("dgx").Leaves(Switches.Qm9700, uplinks: 3).Spines(Switches.Qm9700, 5)));
        """)]
    [InlineData("own hardware", """
        return Cluster.Named("own").Site("dc", s => s.Hall(12).Nodes("h", Own.Node, 16, g => g.PerRack(2))
            .Fabric("eth", f => f.Ethernet(400.Gbps()).RoCEv2().NonBlocking().Connect("h").Both(Own.Leaf)));
        """)]
    [InlineData("what joins the GPUs of own nodes", """
        var link = new ScaleUpLink("OwnLink 1", 300.Gbps(), PerGpu: 14) { Mbps = 307_200, ChipPorts = 32, LargestDomain = 64 };
        NodeModel Node(string id, int gpus, ScaleUp scaleUp) => new(id, gpus, new Ports("nic", 8, Cage.Qsfp112, 400.Gbps())) { ScaleUp = scaleUp };
        var tree = new PcieTree(ScaleUpLinks.Pcie5, Switches: 4) { Gpus = Seq.Of(0, 1, 2, 3, 3, 2, 1, 0), PortsPerNic = 2 };
        return Cluster.Named("c").Site("dc", s => s
            .Nodes("mesh", Node("MESH", 8, new MeshScaleUp(link) { Pcie = tree }), 32, n => n.ScalableUnits(of: 16))
            .Nodes("tray", Node("TRAY", 4, new SwitchedScaleUp(link, Chips: 7) { Gpus = 16, Racks = 2 }), 64, n => n.PerRack(2))
            .Nodes("pcie", Node("PCIE", 8, new PcieScaleUp(new PcieTree(ScaleUpLinks.Pcie5, Switches: 4) { Nics = Seq.Of(0, 1, 1, 2, 2, 3, 3, 3) })), 8)
            .Nodes("uneven", Node("UNEVEN", 8, new SwitchedScaleUp(link, Chips: 4) { LinksPerGpu = 15, LinksPerChip = Seq.Of(4, 4, 4, 3) }), 8)
            .Fabric("net", f => f.Ethernet(400.Gbps()).RailOptimized().Connect("mesh").Connect("tray").Connect("pcie").Connect("uneven").Leaves(Switches.Sn5600).Spines(Switches.Sn5600)));
        """)]
    public void A_program_gives_the_plan_it_gives_at_run_time(string name, string body)
    {
        Assert.NotEmpty(name);
        var compilation = Source.Compile(
            "using Acme.Helpers;\n" + Samples.Define(body.Replace("racks += g => g.ScalableUnits(of: 32);\n", "")), Helpers, """
            static class Own
            {
                public static readonly EthernetSwitch Leaf = Switches.Sn5600;
                public static NodeModel Node => Nodes.DgxB300;
            }
            """);
        AssertEqualPlans(compilation, "Clusters");
    }

    [Fact]
    public void The_example_gives_the_plans_it_gives_at_run_time()
    {
        var folder = Path.Combine(Path.GetDirectoryName(Here())!, "../../examples/DgxSuperPod");
        var compilation = Source.Compile([.. Directory.GetFiles(folder, "*.cs").Order().Select(File.ReadAllText)]);
        AssertEqualPlans(compilation, "DgxSuperPod.SuperPods");
        AssertEqualPlans(compilation, "DgxSuperPod.WholeSuperPod");
    }

    static void AssertEqualPlans(Microsoft.CodeAnalysis.Compilation compilation, string type)
    {
        var evaluated = Engine.EvaluateAfresh(compilation, default).Classes.Single(c => c.FullName == type);
        Assert.NotEmpty(evaluated.Clusters);
        foreach (var cluster in evaluated.Clusters)
        {
            Assert.DoesNotContain(cluster.Findings, f => f.Rule.StartsWith("CDL0"));
            var real = ((Cluster)Source.Run(compilation, type, cluster.Method)!).Plan;
            Assert.Equal(PlanJson.Write(real), PlanJson.Write(cluster.Plan!));
            Assert.Equal(real, cluster.Plan);
        }
    }

    static string Here([CallerFilePath] string path = "") => path;
}
