namespace ClusterDsl.EndToEnd.Tests;

/// <summary>
/// A cluster small enough to be worked out on paper: four nodes on two leaves, one spine, and two unplaced storage heads on
/// a 1:2 splitter. Racks are 10 U; the nodes stand in A01 and A02, the switches in A03.
/// </summary>
static class Samples
{
    public static readonly Origin At = new("Tiny.cs", 7);

    public static Plan Tiny(string name = "tiny") => new(
        name,
        Halls: Seq.Of(new HallPlan("dc1", "h1", Rows: 1, PerRow: 4, RackPitchMm: 600, RowPitchMm: 2400, TrayAboveMm: 400,
            RackUnits: 10, RackPowerW: 8000, SlackMm: 500)),
        Models: Seq.Of(
            new DeviceModel("node-8", HeightU: 2, PowerW: 1000, Gpus: 8, Seq.Of(
                new PortBank("nic", "OSFP", Cages: 1, NativeSplit: 2, "nic{c}p{s}", "nic{c}s{s}", FirstCage: 1, Seq<int>.Empty))),
            new DeviceModel("switch-4", HeightU: 1, PowerW: 500, Gpus: 0, Seq.Of(
                new PortBank("osfp", "OSFP", Cages: 4, NativeSplit: 2, "{c}/{s}", "{c}/{s}", FirstCage: 1, Seq<int>.Empty))),
            new DeviceModel("head", HeightU: 1, PowerW: 300, Gpus: 0, Seq.Of(
                new PortBank("eth", "QSFP", Cages: 1, NativeSplit: 1, "eth{c}", "eth{c}s{s}", FirstCage: 0, Seq<int>.Empty)))),
        Groups: Seq.Of(
            Group("dgx", "node", "node-8", 4, Numbered("dgx-", 2), new Placement("dc1", "h1", 0, PerRack: 2, BaseU: 1, StepU: 2)),
            Group("compute/leaf", "leaf", "switch-4", 2, Numbered("leaf-", 1), new Placement("dc1", "h1", 2, PerRack: 4, BaseU: 5, StepU: 1)),
            Group("compute/spine", "spine", "switch-4", 1, Numbered("spine-", 1), new Placement("dc1", "h1", 2, PerRack: 1, BaseU: 8, StepU: 1)),
            Group("store", "node", "head", 2, Numbered("store-", 1), null)),
        Fabrics: Seq.Of(new FabricPlan("compute", "InfiniBand NDR", 400, Seq.Of(
            new TierPlan("leaf", Seq.Of("compute/leaf"), 2, "3:1", "3:1") { Ports = 8, SparePorts = 1 },
            new TierPlan("spine", Seq.Of("compute/spine"), 1, "", "") { Ports = 8, SparePorts = 4 }), At)
        {
            Into = "campus",
            Metrics = new FabricMetrics(true)
            {
                Hops = 4, BisectionGbps = 800, FullLoadPpm = 400_000, PerGpuMbps = 40_000,
                Losses = Seq.Of(new LossMetric("leaf", 0, "leaf-1", "store-1"), new LossMetric("spine", 0, "spine-1", "dgx-01")),
            },
        }),
        Bundles: Seq.Of(Downlinks, Uplinks, Splitters),
        Parts: Seq.Of(
            new Part("node-8", "node", "Node with 8 GPUs", Seq<int>.Empty, "1000.50", "list, 2026-01"),
            new Part("switch-4", "switch", "Switch with 4 cages", Seq<int>.Empty, "", ""),
            new Part("twin", "optic", "Twin-port transceiver", Seq<int>.Empty, "", ""),
            new Part("sr4", "optic", "Single transceiver", Seq<int>.Empty, "", ""),
            new Part("mpo", "cable", "MPO-12 trunk", Seq.Of(1000, 3000, 5000), "", ""),
            new Part("y", "cable", "MPO splitter 1:2", Seq.Of(2500, 5000), "", "")),
        Findings: Seq.Of(new Finding("CDL8001", Severity.Info, "One spine is no \"spare\".", new Origin("Tiny.cs", 12))),
        Waivers: Seq.Of(new Waiver(
            new Finding("CDL1010", Severity.Warning, "The spine tier has one device.", new Origin("Tiny.cs", 12)), "a lab")),
        Assumptions: Seq.Of("pitch of the racks: 600 mm"));

    /// <summary>Four nodes, rail r to leaf r: dgx-01's second port is port 1 of the second leaf.</summary>
    static Bundle Downlinks { get; } = new("compute/down", "compute", Seq.Of(4, 2),
        new BundleEnd("dgx", "nic", new Affine(0, Seq.Of(1, 0)), new Affine(0, Seq.Of(0, 1)), 2, "twin"),
        new BundleEnd("compute/leaf", "osfp", new Affine(0, Seq.Of(0, 1)), new Affine(0, Seq.Of(1, 0)), 2, "twin"),
        400, Legs: 1, TrunkAtB: false, "mpo", "MMF", At);

    /// <summary>Two cables from each leaf to the spine.</summary>
    static Bundle Uplinks { get; } = new("compute/up", "compute", Seq.Of(2, 2),
        new BundleEnd("compute/leaf", "osfp", new Affine(0, Seq.Of(1, 0)), new Affine(4, Seq.Of(0, 1)), 2, "twin"),
        new BundleEnd("compute/spine", "osfp", new Affine(0, Seq.Of(0, 0)), new Affine(0, Seq.Of(2, 1)), 2, "twin"),
        400, Legs: 1, TrunkAtB: false, "mpo", "MMF", At);

    /// <summary>The first port of the first leaf's last cage, split in two.</summary>
    static Bundle Splitters { get; } = new("compute/store", "compute", Seq.Of(1, 2),
        new BundleEnd("store", "eth", new Affine(0, Seq.Of(0, 1)), new Affine(0, Seq.Of(0, 0)), 1, "sr4"),
        new BundleEnd("compute/leaf", "osfp", new Affine(0, Seq.Of(0, 0)), new Affine(12, Seq.Of(0, 1)), 4, "twin"),
        200, Legs: 2, TrunkAtB: true, "y", "MMF", At);

    public static DeviceGroup Group(string id, string role, string model, int count, NameTemplate name, Placement? placement) =>
        new(id, role, model, count, name, placement, At);

    public static NameTemplate Numbered(string text, int digits) => new(Seq.Of(new NamePart(text, 1, 0, digits)));
}
