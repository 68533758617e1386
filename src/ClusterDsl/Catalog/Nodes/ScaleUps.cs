namespace ClusterDsl;

/// <summary>The scale-up domains of the catalogue's nodes. How GPUs and adapters hang at PCI Express switches is recalled throughout.</summary>
static class ScaleUps
{
    /// <summary>Sixteen V100 on two boards of six chips: a link to each chip of the board, and as many from chip to chip as from it to GPUs.</summary>
    public static readonly ScaleUp Dgx2 = new SwitchedScaleUp(ScaleUpLinks.NvLink2, Chips: 12)
    {
        Boards = 2, Pcie = new PcieTree(ScaleUpLinks.Pcie3, Switches: 8),
        Source = "datacenterdynamics.com and pcper.com on DGX-2; wikichip.org on NVSwitch", Recalled = Seq.Of("links per GPU", "pcie"),
    };

    /// <summary>Eight A100 on six chips, two links to each.</summary>
    public static readonly ScaleUp A100 = new SwitchedScaleUp(ScaleUpLinks.NvLink3, Chips: 6)
    {
        Pcie = new PcieTree(ScaleUpLinks.Pcie4, Switches: 4), Source = "NetBox device-type library on DGX A100", Recalled = Seq.Of("pcie"),
    };

    /// <summary>Eight H100 or H200 on four chips: 18 links do not divide by four, so two chips have five of a GPU and two have four.</summary>
    public static readonly ScaleUp Hopper = new SwitchedScaleUp(ScaleUpLinks.NvLink4, Chips: 4)
    {
        LinksPerChip = Seq.Of(5, 4, 4, 5), Pcie = new PcieTree(ScaleUpLinks.Pcie5, Switches: 4),
        Source = "docs.nvidia.com DGX H100 user guide", Recalled = Seq.Of("links per chip", "pcie"),
    };

    /// <summary>Eight B200 on two chips, nine links to each.</summary>
    public static readonly ScaleUp B200 = new SwitchedScaleUp(ScaleUpLinks.NvLink5, Chips: 2)
    {
        Pcie = new PcieTree(ScaleUpLinks.Pcie5, Switches: 4), Source = "docs.nvidia.com DGX B200 user guide", Recalled = Seq.Of("pcie"),
    };

    /// <summary>Eight B300 on two chips; each GPU hangs at the switch in its adapter.</summary>
    public static readonly ScaleUp B300 = OnAdapters(portsPerNic: 1);

    /// <summary>The same with each adapter run as two ports.</summary>
    public static readonly ScaleUp B300TwoPorts = OnAdapters(portsPerNic: 2);

    /// <summary>72 GPUs on the 18 chips of nine trays, one link to each: 1,296 links of the rack's backplane.</summary>
    public static readonly ScaleUp Gb200 = new SwitchedScaleUp(ScaleUpLinks.NvLink5, Chips: 18)
    {
        Pcie = new PcieTree(ScaleUpLinks.Pcie5, Switches: 36), Source = "docs.nvidia.com DGX SuperPOD GB200 RA, network fabrics", Recalled = Seq.Of("pcie"),
    };

    /// <summary>The same with an adapter for each GPU that has a switch in it.</summary>
    public static readonly ScaleUp Gb300 = new SwitchedScaleUp(ScaleUpLinks.NvLink5, Chips: 18)
    {
        Pcie = new PcieTree(ScaleUpLinks.Pcie6, Switches: 72), Source = "docs.nvidia.com NVL72 AI factory RA", Recalled = Seq.Of("pcie"),
    };

    /// <summary>Eight MI300X, a link between each two.</summary>
    public static readonly ScaleUp Mi300X = new MeshScaleUp(ScaleUpLinks.XgmiMi300X)
    {
        Pcie = new PcieTree(ScaleUpLinks.Pcie5, Switches: 4), Source = "wiaix.com on MI300X", Recalled = Seq.Of("speed", "pcie"),
    };

    /// <summary>Eight MI355X, a link between each two.</summary>
    public static readonly ScaleUp Mi355X = new MeshScaleUp(ScaleUpLinks.XgmiMi355X)
    {
        Pcie = new PcieTree(ScaleUpLinks.Pcie5, Switches: 4), Recalled = Seq.Of(Recalled.All),
    };

    /// <summary>Eight accelerators, three ports of 200G between each two. Their scale-out ports are on the chip, at no PCI Express switch.</summary>
    public static readonly ScaleUp Gaudi3 = new MeshScaleUp(ScaleUpLinks.Gaudi3) { Source = "docs.habana.ai network configuration" };

    /// <summary>Eight L40S at two switches, cards of PCIe 4.0 in slots of 5.0. Recalled.</summary>
    public static readonly ScaleUp L40S = new PcieScaleUp(new PcieTree(ScaleUpLinks.Pcie4, Switches: 2) { Adapter = ScaleUpLinks.Pcie5 }) { Recalled = Seq.Of(Recalled.All) };

    static SwitchedScaleUp OnAdapters(int portsPerNic) => new(ScaleUpLinks.NvLink5, Chips: 2)
    {
        Pcie = new PcieTree(ScaleUpLinks.Pcie6, Switches: 8) { PortsPerNic = portsPerNic },
        Source = "docs.nvidia.com DGX SuperPOD B300 RA", Recalled = Seq.Of("pcie"),
    };
}
