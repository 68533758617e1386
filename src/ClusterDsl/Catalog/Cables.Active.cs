namespace ClusterDsl;

/// <content>Cables with electronics in their plugs, and twisted pair.</content>
partial class Cables
{
    /// <summary>Linear active copper between finned twin-port plugs: switch to switch, 3 to 5 m.</summary>
    public static CableFamily LaccOsfp { get; } = new("LACC-800G-OSFP", CableKind.Acc, Medium.Copper, "OSFP-IHS", "OSFP-IHS", 1, Seq.Of(800),
        Lane.Pam4x100, Metres(3, 4, 5), "800G twin-port OSFP linear active copper")
    { PowerW = 1.5,
      Source = "docs.nvidia.com/networking/display/400g100gpam4ovpub/copper-dac-and-lacc-cables-overview; docs.nvidia.com/networking/display/400g100gpam4ovpub/linkx-100g-pam4-product-line-overview" };

    /// <summary>Linear active copper of InfiniBand XDR, which has no passive one.</summary>
    public static CableFamily LaccXdr { get; } = new("LACC-1600G-OSFP224", CableKind.Acc, Medium.Copper, "OSFP1600", "OSFP1600", 1, Seq.Of(1600),
        Lane.Pam4x200, Seq.Of(0.5.Metres(), 1.Metres(), 1.5.Metres(), 2.Metres()), "1.6T twin-port OSFP224 linear active copper")
    { PowerW = 2, Recalled = Seq.Of("lengths", "power"), Source = "docs.nvidia.com/networking/display/800g200gpam4list" };

    /// <summary>Active copper with redrivers, 3 to 7 m, as other vendors sell it.</summary>
    public static CableFamily AccOsfp { get; } = new("ACC-800G-OSFP", CableKind.Acc, Medium.Copper, "OSFP-IHS", "OSFP-IHS", 1, Seq.Of(800),
        Lane.Pam4x100, Metres(3, 4, 5, 7), "800G OSFP active copper")
    { PowerW = 1.5, Recalled = Seq.Of("power"), Source = "mapyourtech.com" };

    /// <summary>Retimed copper between QSFP-DD plugs. Recalled.</summary>
    public static CableFamily AecQsfpDd { get; } = new("AEC-400G-QSFP-DD", CableKind.Aec, Medium.Copper, "QSFP-DD", "QSFP-DD", 1, Seq.Of(400),
        Lane.Pam4x50, Metres(1, 2, 3, 5, 7), "400G QSFP-DD active electrical cable (recalled)")
    { PowerW = 5, Recalled = Seq.Of("all") };

    /// <summary>Retimed copper from an OSFP cage to two QSFP112 plugs of 400G.</summary>
    public static CableFamily AecOsfp2x400 { get; } = new("AEC-800G-OSFP-2X400", CableKind.Aec, Medium.Copper, "OSFP-IHS", "QSFP112", 2, Seq.Of(400),
        Lane.Pam4x100, Metres(1, 2, 3, 5, 7), "800G OSFP to 2x400G QSFP112 active electrical cable")
    { PowerW = 10, Recalled = Seq.Of("lengths", "power"), Source = "published QFX5240-64OD chassis output" };

    /// <summary>Active fibre between QSFP28 plugs.</summary>
    public static CableFamily Mfa1a00 { get; } = new("MFA1A00", CableKind.Aoc, Medium.Mmf, "QSFP28", "QSFP28", 1, Seq.Of(100),
        Lane.Nrz25, Metres(1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 100), "100G QSFP28 active fibre")
    { PowerW = 2.5, Recalled = Seq.Of("lengths", "power"),
      Source = "docs.nvidia.com/networking/display/400g100gpam4ovpub/linkx-100g-pam4-product-line-overview" };

    /// <summary>Active fibre between QSFP56 plugs. Recalled.</summary>
    public static CableFamily Mfs1s00 { get; } = new("MFS1S00", CableKind.Aoc, Medium.Mmf, "QSFP56", "QSFP56", 1, Seq.Of(200),
        Lane.Pam4x50, Metres(3, 5, 10, 15, 20, 30, 50, 100), "200G QSFP56 active fibre (recalled)")
    { PowerW = 5, Recalled = Seq.Of("all") };

    /// <summary>Active fibre between QSFP-DD plugs. Recalled.</summary>
    public static CableFamily AocQsfpDd { get; } = new("AOC-400G-QSFP-DD", CableKind.Aoc, Medium.Mmf, "QSFP-DD", "QSFP-DD", 1, Seq.Of(400),
        Lane.Pam4x50, Metres(3, 5, 7, 10, 15, 20, 30, 50, 100), "400G QSFP-DD active fibre (recalled)")
    { PowerW = 10, Recalled = Seq.Of("all") };

    /// <summary>Active fibre between finned OSFP plugs, at most 30 m.</summary>
    public static CableFamily AocOsfp { get; } = new("AOC-800G-OSFP", CableKind.Aoc, Medium.Mmf, "OSFP-IHS", "OSFP-IHS", 1, Seq.Of(800),
        Lane.Pam4x100, Metres(2, 3, 5, 10, 15, 20, 30), "800G OSFP active fibre")
    { PowerW = 10, Recalled = Seq.Of("power", "lengths"), Source = "ydfiberoptic.com" };

    /// <summary>Active fibre from a twin-port switch cage run at 2x200G to two QSFP56 plugs. Recalled.</summary>
    public static CableFamily Mfa7u10 { get; } = new("MFA7U10", CableKind.Aoc, Medium.Mmf, "OSFP-IHS", "QSFP56", 2, Seq.Of(200),
        Lane.Pam4x50, Metres(3, 5, 10, 15, 20, 30), "400G OSFP to 2x200G QSFP56 active fibre splitter (part and lengths recalled)")
    { Recalled = Seq.Of("all") };

    /// <summary>Twisted pair, RJ45 to RJ45. Lengths recalled.</summary>
    public static CableFamily Cat6a { get; } = new("CAT6A", CableKind.TwistedPair, Medium.Copper, "RJ45", "RJ45", 1, Seq.Of(1, 10),
        Lane.BaseT, Seq.Of(0.5.Metres(), 1.Metres(), 2.Metres(), 3.Metres(), 5.Metres(), 7.Metres(), 10.Metres(), 15.Metres(), 20.Metres(), 30.Metres(), 50.Metres(), 100.Metres()), "Cat 6A patch cable (lengths recalled)")
    { Recalled = Seq.Of("all") };
}
