namespace ClusterDsl;

/// <content>Fibre between transceivers, and from panel to panel.</content>
partial class Cables
{
    /// <summary>OM4, MPO-12 APC to MPO-12 APC, type B.</summary>
    public static CableFamily Mfp7e10 { get; } = new("MFP7E10", CableKind.Fibre, Medium.Mmf, Apc12, Apc12, 1, Seq<int>.Empty,
        Lane.Pam4x200, Metres(3, 5, 7, 10, 15, 20, 25, 30, 35, 40, 50), "OM4 MPO-12 APC jumper, type B")
    { LinkLimit = 50.Metres(), Recalled = Seq.Of("lengths"),
      Source = "docs.nvidia.com/networking/display/MMA4Z00NS400T; docs.nvidia.com/networking/display/intrcnctcabreqndr400eth/mpo/lc+cable+requirements" };

    /// <summary>OM4, MPO-12 APC to two MPO-12 APC: two 200G links on one 400G port.</summary>
    public static CableFamily Mfp7e20 { get; } = new("MFP7E20", CableKind.Fibre, Medium.Mmf, Apc12, Apc12, 2, Seq<int>.Empty,
        Lane.Pam4x200, Metres(3, 5, 7, 10, 15, 20, 30, 50), "OM4 MPO-12 APC 1:2 splitter")
    { LinkLimit = 50.Metres(), Recalled = Seq.Of("lengths"),
      Source = "docs.nvidia.com/networking/display/MMA4Z00NS400T; docs.nvidia.com/networking/display/intrcnctcabreqndr400eth" };

    /// <summary>OS2, MPO-12 APC to MPO-12 APC, type B; the same for NDR and XDR.</summary>
    public static CableFamily Mfp7e30 { get; } = new("MFP7E30", CableKind.Fibre, Medium.Smf, Apc12, Apc12, 1, Seq<int>.Empty,
        Lane.Pam4x200, Metres(1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 60, 70, 100, 150, 200, 300, 500), "OS2 MPO-12 APC jumper, type B")
    { LinkLimit = 500.Metres(), Recalled = Seq.Of("lengths"),
      Source = "docs.nvidia.com/networking/display/mms4x00ns400/overview; docs.nvidia.com/networking/display/intrcnctcabreqndr400eth" };

    /// <summary>OS2, MPO-12 APC to two MPO-12 APC; a link over it is at most 50 m, trunks included.</summary>
    public static CableFamily Mfp7e40 { get; } = new("MFP7E40", CableKind.Fibre, Medium.Smf, Apc12, Apc12, 2, Seq<int>.Empty,
        Lane.Pam4x200, Metres(3, 5, 7, 10, 15, 20, 30, 50), "OS2 MPO-12 APC 1:2 splitter")
    { LinkLimit = 50.Metres(), Recalled = Seq.Of("lengths"),
      Source = "docs.nvidia.com/networking/display/mms4x00ns400/overview; docs.nvidia.com/networking/display/intrcnctcabreqndr400eth" };

    /// <summary>OM4, MPO-12 UPC: SR4 up to 50 Gb/s a lane.</summary>
    public static CableFamily Mpo12Upc { get; } = new("MPO12-OM4-UPC", CableKind.Fibre, Medium.Mmf, Upc12, Upc12, 1, Seq<int>.Empty,
        Lane.Pam4x50, Metres(1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 100), "OM4 MPO-12 UPC jumper, type B")
    { Recalled = Seq.Of("lengths"), Source = "docs.nvidia.com/networking/display/cablemanagfaq/cable+and+connector+definitions" };

    /// <summary>OM4, MPO-16 APC. Lengths recalled.</summary>
    public static CableFamily Mpo16Om4 { get; } = new("MPO16-OM4", CableKind.Fibre, Medium.Mmf, Apc16, Apc16, 1, Seq<int>.Empty,
        Lane.Pam4x200, Metres(1, 2, 3, 5, 10, 15, 20, 30, 50, 100), "OM4 MPO-16 APC jumper (lengths recalled)")
    { Recalled = Seq.Of("all") };

    /// <summary>OS2, MPO-16 APC. Lengths recalled.</summary>
    public static CableFamily Mpo16Os2 { get; } = new("MPO16-OS2", CableKind.Fibre, Medium.Smf, Apc16, Apc16, 1, Seq<int>.Empty,
        Lane.Pam4x200, Metres(1, 2, 3, 5, 10, 15, 20, 30, 50, 100), "OS2 MPO-16 APC jumper (lengths recalled)")
    { Recalled = Seq.Of("lengths"), Source = "vitextech.com 800G structured cabling guide" };

    /// <summary>OS2, MPO-16 APC to two MPO-12 APC: a DR8 to two DR4. Recalled.</summary>
    public static CableFamily Mpo16To2xMpo12 { get; } = new("MPO16-2XMPO12-OS2", CableKind.Fibre, Medium.Smf, Apc16, Apc12, 2, Seq<int>.Empty,
        Lane.Pam4x200, Metres(1, 3, 5, 10, 20, 30), "OS2 MPO-16 APC to 2x MPO-12 APC fan-out (recalled)")
    { Recalled = Seq.Of("all"), Source = "vitextech.com 800G structured cabling guide" };

    /// <summary>OS2, MPO-12 APC to four duplex LC: a DR4 to four DR1. Recalled.</summary>
    public static CableFamily Mpo12To4xLcOs2 { get; } = new("MPO12-4XLC-OS2", CableKind.Fibre, Medium.Smf, Apc12, Lc, 4, Seq<int>.Empty,
        Lane.Pam4x200, Metres(1, 3, 5, 10, 15, 20, 30), "OS2 MPO-12 APC to 4x duplex LC fan-out (recalled)")
    { Recalled = Seq.Of("all") };

    /// <summary>OM4, MPO-12 APC to four duplex LC: an SR4 to four SR1. Recalled.</summary>
    public static CableFamily Mpo12To4xLcOm4 { get; } = new("MPO12-4XLC-OM4", CableKind.Fibre, Medium.Mmf, Apc12, Lc, 4, Seq<int>.Empty,
        Lane.Pam4x200, Metres(1, 3, 5, 10, 15, 20, 30), "OM4 MPO-12 APC to 4x duplex LC fan-out (recalled)")
    { Recalled = Seq.Of("all") };

    /// <summary>OS2, MPO-16 APC to eight duplex LC: a DR8 to eight DR1. Recalled.</summary>
    public static CableFamily Mpo16To8xLc { get; } = new("MPO16-8XLC-OS2", CableKind.Fibre, Medium.Smf, Apc16, Lc, 8, Seq<int>.Empty,
        Lane.Pam4x200, Metres(1, 3, 5, 10, 15, 20, 30), "OS2 MPO-16 APC to 8x duplex LC fan-out (recalled)")
    { Recalled = Seq.Of("all") };

    /// <summary>OS2, duplex LC, its two fibres crossed.</summary>
    public static CableFamily LcDuplex { get; } = new("LC-OS2", CableKind.Fibre, Medium.Smf, Lc, Lc, 1, Seq<int>.Empty,
        Lane.Pam4x200, Seq.Of(0.5.Metres(), 1.Metres(), 2.Metres(), 3.Metres(), 5.Metres(), 7.Metres(), 10.Metres(), 15.Metres(), 20.Metres(), 30.Metres(), 50.Metres(), 100.Metres()), "OS2 duplex LC jumper")
    { LinkLimit = 2_000.Metres(), Recalled = Seq.Of("lengths"),
      Source = "docs.nvidia.com/networking/display/intrcnctcabreqndr400eth/mpo/lc+cable+requirements", PriceUsd = "20",
      PriceSource = "lux-price, undated; the low end of 20-50" };

    /// <summary>OM4, duplex LC, its two fibres crossed. Recalled.</summary>
    public static CableFamily LcDuplexOm4 { get; } = new("LC-OM4", CableKind.Fibre, Medium.Mmf, Lc, Lc, 1, Seq<int>.Empty,
        Lane.Pam4x200, Seq.Of(0.5.Metres(), 1.Metres(), 2.Metres(), 3.Metres(), 5.Metres(), 7.Metres(), 10.Metres(), 15.Metres(), 20.Metres(), 30.Metres(), 50.Metres(), 100.Metres()), "OM4 duplex LC jumper (recalled)")
    { Recalled = Seq.Of("all") };

    /// <summary>Installed OM4 between panels: twelve fibres, MPO-12 APC with pins, type B.</summary>
    public static CableFamily Mpo12TrunkOm4 { get; } = new("MPO12-TRUNK-OM4", CableKind.Trunk, Medium.Mmf, Apc12, Apc12, 1, Seq<int>.Empty,
        Lane.Pam4x200, Metres(10, 15, 20, 30, 40, 50, 60, 80, 100, 150, 200), "OM4 MPO-12 APC trunk of 12 fibres, type B, pinned")
    { Fibres = 12, Recalled = Seq.Of("lengths"),
      Source = "docs.nvidia.com/networking/display/intrcnctcabreqndr400eth/mpo/lc+cable+requirements", PriceUsd = "21.10",
      PriceSource = "recalled, OPTCORE page, undated; the low end of 21.10-283.50" };

    /// <summary>Installed OS2 between panels: twelve fibres, MPO-12 APC with pins, type B.</summary>
    public static CableFamily Mpo12TrunkOs2 { get; } = new("MPO12-TRUNK-OS2", CableKind.Trunk, Medium.Smf, Apc12, Apc12, 1, Seq<int>.Empty,
        Lane.Pam4x200, Metres(10, 15, 20, 30, 40, 50, 60, 80, 100, 150, 200), "OS2 MPO-12 APC trunk of 12 fibres, type B, pinned")
    { Fibres = 12, Recalled = Seq.Of("lengths"),
      Source = "docs.nvidia.com/networking/display/intrcnctcabreqndr400eth/mpo/lc+cable+requirements" };

    /// <summary>Installed OS2 between panels: twenty-four fibres for three links of eight. Recalled.</summary>
    public static CableFamily Mpo24TrunkOs2 { get; } = new("MPO24-TRUNK-OS2", CableKind.Trunk, Medium.Smf, Apc12, Apc12, 1, Seq<int>.Empty,
        Lane.Pam4x200, Metres(10, 15, 20, 30, 40, 50, 60, 80, 100, 150, 200), "OS2 trunk of 24 fibres on three Base-8 MPO-12 APC, type B, pinned (recalled)")
    { Fibres = 24, Connectors = 3, Recalled = Seq.Of("all") };

    /// <summary>Installed OM4 between panels: 48 fibres on four MPO-12 APC at each end, type B.</summary>
    public static CableFamily Mpo12Trunk48Om4 { get; } = Mpo12TrunkOm4 with
    { Id = "MPO12-TRUNK-48-OM4", Description = "OM4 trunk of 48 fibres on 4 MPO-12 APC at each end, type B, pinned", Fibres = 48, Connectors = 4,
      Source = "gelink.com.cn, what is an MPO trunk cable", PriceUsd = "", PriceSource = "" };

    /// <summary>Installed OM4 between panels: 144 fibres on twelve MPO-12 APC at each end, type B.</summary>
    public static CableFamily Mpo12Trunk144Om4 { get; } = Mpo12TrunkOm4 with
    { Id = "MPO12-TRUNK-144-OM4", Description = "OM4 trunk of 144 fibres on 12 MPO-12 APC at each end, type B, pinned", Fibres = 144, Connectors = 12,
      Source = "lanshack.com, how to choose the right MTP/MPO trunk assembly", PriceUsd = "", PriceSource = "" };

    /// <summary>Installed OS2 between panels: 48 fibres on four MPO-12 APC at each end, type B.</summary>
    public static CableFamily Mpo12Trunk48Os2 { get; } = Mpo12TrunkOs2 with
    { Id = "MPO12-TRUNK-48-OS2", Description = "OS2 trunk of 48 fibres on 4 MPO-12 APC at each end, type B, pinned", Fibres = 48, Connectors = 4,
      Source = "gelink.com.cn, what is an MPO trunk cable" };

    /// <summary>Installed OS2 between panels: 144 fibres on twelve MPO-12 APC at each end, type B.</summary>
    public static CableFamily Mpo12Trunk144Os2 { get; } = Mpo12TrunkOs2 with
    { Id = "MPO12-TRUNK-144-OS2", Description = "OS2 trunk of 144 fibres on 12 MPO-12 APC at each end, type B, pinned", Fibres = 144, Connectors = 12,
      Source = "lanshack.com, how to choose the right MTP/MPO trunk assembly" };

    /// <summary>OM3 MPO-12 APC jumper, type B. Recalled.</summary>
    public static CableFamily Mpo12Om3 { get; } = Mfp7e10 with
    { Id = "MPO12-OM3", Grade = FibreGrade.Om3, Description = "OM3 MPO-12 APC jumper, type B (recalled)", LinkLimit = default, PriceUsd = "", PriceSource = "", Recalled = Seq.Of("all"), Source = "" };

    /// <summary>OM3 MPO-12 UPC jumper, type B. Recalled.</summary>
    public static CableFamily Mpo12UpcOm3 { get; } = Mpo12Upc with
    { Id = "MPO12-OM3-UPC", Grade = FibreGrade.Om3, Description = "OM3 MPO-12 UPC jumper, type B (recalled)", LinkLimit = default, PriceUsd = "", PriceSource = "", Recalled = Seq.Of("all"), Source = "" };

    /// <summary>OM3 duplex LC jumper. Recalled.</summary>
    public static CableFamily LcDuplexOm3 { get; } = LcDuplexOm4 with
    { Id = "LC-OM3", Grade = FibreGrade.Om3, Description = "OM3 duplex LC jumper (recalled)", LinkLimit = default, PriceUsd = "", PriceSource = "", Recalled = Seq.Of("all"), Source = "" };

    /// <summary>OM5 MPO-12 APC jumper, type B. Recalled.</summary>
    public static CableFamily Mpo12Om5 { get; } = Mfp7e10 with
    { Id = "MPO12-OM5", Grade = FibreGrade.Om5, Description = "OM5 MPO-12 APC jumper, type B (recalled)", LinkLimit = default, PriceUsd = "", PriceSource = "", Recalled = Seq.Of("all"), Source = "" };

    /// <summary>OM5 MPO-12 UPC jumper, type B. Recalled.</summary>
    public static CableFamily Mpo12UpcOm5 { get; } = Mpo12Upc with
    { Id = "MPO12-OM5-UPC", Grade = FibreGrade.Om5, Description = "OM5 MPO-12 UPC jumper, type B (recalled)", LinkLimit = default, PriceUsd = "", PriceSource = "", Recalled = Seq.Of("all"), Source = "" };

    /// <summary>OM5 duplex LC jumper. Recalled.</summary>
    public static CableFamily LcDuplexOm5 { get; } = LcDuplexOm4 with
    { Id = "LC-OM5", Grade = FibreGrade.Om5, Description = "OM5 duplex LC jumper (recalled)", LinkLimit = default, PriceUsd = "", PriceSource = "", Recalled = Seq.Of("all"), Source = "" };

    /// <summary>OS1a duplex LC jumper. Recalled.</summary>
    public static CableFamily LcDuplexOs1a { get; } = LcDuplex with
    { Id = "LC-OS1A", Grade = FibreGrade.Os1a, Description = "OS1a duplex LC jumper (recalled)", LinkLimit = default, PriceUsd = "", PriceSource = "", Recalled = Seq.Of("all"), Source = "" };

    /// <summary>OS1a MPO-12 APC jumper, type B. Recalled.</summary>
    public static CableFamily Mpo12Os1a { get; } = Mfp7e30 with
    { Id = "MPO12-OS1A", Grade = FibreGrade.Os1a, Description = "OS1a MPO-12 APC jumper, type B (recalled)", LinkLimit = default, PriceUsd = "", PriceSource = "", Recalled = Seq.Of("all"), Source = "" };

    /// <summary>OS1a MPO-16 APC jumper, type B. Recalled.</summary>
    public static CableFamily Mpo16Os1a { get; } = Mpo16Os2 with
    { Id = "MPO16-OS1A", Grade = FibreGrade.Os1a, Description = "OS1a MPO-16 APC jumper, type B (recalled)", LinkLimit = default, PriceUsd = "", PriceSource = "", Recalled = Seq.Of("all"), Source = "" };
}
