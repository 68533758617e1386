namespace ClusterDsl;

/// <summary>The links of the catalogue. Bandwidths are one way: half of what brochures print.</summary>
public static class ScaleUpLinks
{
    /// <summary>NVLink 2 of V100: 25 GB/s, six to a GPU, NVSwitch of 18 ports.</summary>
    public static ScaleUpLink NvLink2 { get; } = new("NVLink 2", 200.Gbps(), 6)
    {
        ChipPorts = 18, LargestDomain = 16, Source = "pcper.com on DGX-2; wikichip.org on NVSwitch", Recalled = Seq.Of("per GPU"),
    };

    /// <summary>NVLink 3 of A100: 25 GB/s, twelve to a GPU, NVSwitch of 36 ports.</summary>
    public static ScaleUpLink NvLink3 { get; } = new("NVLink 3", 200.Gbps(), 12)
    {
        ChipPorts = 36, LargestDomain = 16, Source = "NetBox device-type library on DGX A100", Recalled = Seq.Of("chip ports", "largest domain"),
    };

    /// <summary>NVLink 4 of H100 and H200: 25 GB/s, 18 to a GPU, NVSwitch of 64 ports, up to 256 GPUs.</summary>
    public static ScaleUpLink NvLink4 { get; } = new("NVLink 4", 200.Gbps(), 18)
    {
        ChipPorts = 64, LargestDomain = 256, Source = "developer.nvidia.com on the third-generation NVSwitch", Recalled = Seq.Of("chip ports"),
    };

    /// <summary>NVLink 5 of B200, B300, GB200 and GB300: 50 GB/s, 18 to a GPU, switch chips of 72 ports, up to 576 GPUs.</summary>
    public static ScaleUpLink NvLink5 { get; } = new("NVLink 5", 400.Gbps(), 18)
    {
        ChipPorts = 72, LargestDomain = 576, Source = "docs.nvidia.com DGX SuperPOD GB200 RA, network fabrics",
    };

    /// <summary>Infinity Fabric (xGMI) of MI300X and MI325X: 64 GB/s, seven to a GPU.</summary>
    public static ScaleUpLink XgmiMi300X { get; } = new("xGMI MI300X", 512.Gbps(), 7)
    {
        LargestDomain = 8, Source = "wiaix.com on MI300X for the links", Recalled = Seq.Of("speed"),
    };

    /// <summary>Infinity Fabric (xGMI) of MI355X: 76.8 GB/s, seven to a GPU. Recalled.</summary>
    public static ScaleUpLink XgmiMi355X { get; } = new("xGMI MI355X", 614.Gbps(), 7)
    {
        Mbps = 614_400, LargestDomain = 8, Recalled = Seq.Of(ClusterDsl.Recalled.All),
    };

    /// <summary>Ethernet ports of Gaudi 3 that join the accelerators of a board: 21 of its 24.</summary>
    public static ScaleUpLink Gaudi3 { get; } = new("Gaudi 3 RoCE", 200.Gbps(), 21) { LargestDomain = 8, Source = "docs.habana.ai network configuration" };

    /// <summary>PCI Express 3.0, sixteen lanes: 16 GB/s. Recalled.</summary>
    public static ScaleUpLink Pcie3 { get; } = Pcie(3);

    /// <summary>PCI Express 4.0, sixteen lanes: 32 GB/s. Recalled.</summary>
    public static ScaleUpLink Pcie4 { get; } = Pcie(4);

    /// <summary>PCI Express 5.0, sixteen lanes: 64 GB/s. Recalled.</summary>
    public static ScaleUpLink Pcie5 { get; } = Pcie(5);

    /// <summary>PCI Express 6.0, sixteen lanes: 128 GB/s. Recalled.</summary>
    public static ScaleUpLink Pcie6 { get; } = Pcie(6);

    /// <summary>PCI Express of a generation and a number of lanes: 8 Gb/s a lane in the third, twice as much in each that follows, before encoding. Recalled.</summary>
    /// <param name="generation">3 to 6; of another nothing is known, and a node with it is CDL1003.</param>
    /// <param name="lanes">1, 2, 4, 8 or 16 (CDL1003).</param>
    public static ScaleUpLink Pcie(int generation, int lanes = 16) =>
        new($"PCIe {generation}.0 x{lanes}", (generation is >= 3 and <= 6 && lanes is 1 or 2 or 4 or 8 or 16 ? lanes << generation : 0).Gbps(), 1) { Recalled = Seq.Of(ClusterDsl.Recalled.All) };
}
