namespace ClusterDsl;

/// <content>Passive twinax. Ends and lengths: the copper overview of NVIDIA's 100G-PAM4 line.</content>
partial class Cables
{
    /// <summary>Twinax between SFP28 plugs: 3 m without error correction, 5 m with it. Recalled.</summary>
    public static CableFamily Dac25 { get; } = new("DAC-25G-SFP28", CableKind.Dac, Medium.Copper, "SFP28", "SFP28", 1, Seq.Of(25),
        Lane.Nrz25, Seq.Of(0.5.Metres(), 1.Metres(), 1.5.Metres(), 2.Metres(), 2.5.Metres(), 3.Metres(), 5.Metres()), "25G SFP28 twinax (recalled)")
    { PowerW = 0.1, Recalled = Seq.Of("all") };

    /// <summary>Twinax between QSFP28 plugs. Lengths recalled.</summary>
    public static CableFamily Dac100 { get; } = new("DAC-100G-QSFP28", CableKind.Dac, Medium.Copper, "QSFP28", "QSFP28", 1, Seq.Of(100),
        Lane.Nrz25, Seq.Of(0.5.Metres(), 1.Metres(), 1.5.Metres(), 2.Metres(), 2.5.Metres(), 3.Metres(), 5.Metres()), "100G QSFP28 twinax (lengths recalled)")
    { PowerW = 0.1, Recalled = Seq.Of("all") };

    /// <summary>Twinax between QSFP56 plugs.</summary>
    public static CableFamily Mcp1650 { get; } = new("MCP1650", CableKind.Dac, Medium.Copper, "QSFP56", "QSFP56", 1, Seq.Of(200),
        Lane.Pam4x50, Seq.Of(0.5.Metres(), 1.Metres(), 1.5.Metres(), 2.Metres(), 2.5.Metres(), 3.Metres()), "200G QSFP56 twinax")
    { PowerW = 0.1, Recalled = Seq.Of("lengths"), Source = "docs.nvidia.com/networking/display/mcp7f80w0xxryy400/specifications" };

    /// <summary>Twinax between QSFP-DD plugs.</summary>
    public static CableFamily DacQsfpDd { get; } = new("DAC-400G-QSFP-DD", CableKind.Dac, Medium.Copper, "QSFP-DD", "QSFP-DD", 1, Seq.Of(400),
        Lane.Pam4x50, Seq.Of(0.5.Metres(), 1.Metres(), 1.5.Metres(), 2.Metres(), 2.5.Metres(), 3.Metres()), "400G QSFP-DD twinax")
    { PowerW = 0.1, Recalled = Seq.Of("lengths"), Source = "philisun.com 400G QSFP-DD to 2x200G DAC" };

    /// <summary>Twinax from a QSFP-DD plug to two QSFP56 plugs of 200G.</summary>
    public static CableFamily DacQsfpDd2x200 { get; } = new("DAC-400G-QSFP-DD-2X200", CableKind.Dac, Medium.Copper, "QSFP-DD", "QSFP56", 2, Seq.Of(200),
        Lane.Pam4x50, Seq.Of(0.5.Metres(), 1.Metres(), 1.5.Metres(), 2.Metres(), 2.5.Metres(), 3.Metres()), "400G QSFP-DD to 2x200G QSFP56 twinax splitter")
    { PowerW = 0.1, Recalled = Seq.Of("lengths"), Source = "philisun.com 400G QSFP-DD to 2x200G DAC" };

    /// <summary>Twinax from a QSFP-DD plug to eight SFP56 plugs of 50G.</summary>
    public static CableFamily Mcp7f80 { get; } = new("MCP7F80", CableKind.Dac, Medium.Copper, "QSFP-DD", "SFP56", 8, Seq.Of(50),
        Lane.Pam4x50, Seq.Of(0.5.Metres(), 1.Metres(), 1.5.Metres(), 2.Metres(), 2.5.Metres(), 3.Metres()), "400G QSFP-DD to 8x50G SFP56 twinax splitter")
    { PowerW = 0.1, Recalled = Seq.Of("lengths"), Source = "docs.nvidia.com/networking/display/mcp7f80w0xxryy400/specifications" };

    /// <summary>Twinax between finned twin-port plugs: switch to switch.</summary>
    public static CableFamily Mcp4y10 { get; } = new("MCP4Y10", CableKind.Dac, Medium.Copper, "OSFP-IHS", "OSFP-IHS", 1, Seq.Of(800),
        Lane.Pam4x100, Seq.Of(0.5.Metres(), 1.Metres(), 1.5.Metres(), 2.Metres()), "800G twin-port OSFP twinax")
    { PowerW = 0.1,
      Source = "docs.nvidia.com/networking/display/mcp4y10nxxx2x400pub; docs.nvidia.com/networking/display/400g100gpam4ovpub/copper-dac-and-lacc-cables-overview" };

    /// <summary>Twinax from a twin-port switch cage to two flat-top OSFP plugs of 400G.</summary>
    public static CableFamily Mcp7y00 { get; } = new("MCP7Y00", CableKind.Dac, Medium.Copper, "OSFP-IHS", "OSFP-RHS", 2, Seq.Of(400),
        Lane.Pam4x100, Seq.Of(1.Metres(), 1.5.Metres(), 2.Metres(), 2.5.Metres(), 3.Metres()), "800G OSFP to 2x400G OSFP twinax splitter")
    { PowerW = 0.1,
      Source = "docs.nvidia.com/networking/display/MCP7Y00NXXX800pub; docs.nvidia.com/networking/display/400g100gpam4ovpub/copper-dac-and-lacc-cables-overview" };

    /// <summary>Twinax from a twin-port switch cage to four flat-top OSFP plugs of 200G.</summary>
    public static CableFamily Mcp7y50 { get; } = new("MCP7Y50", CableKind.Dac, Medium.Copper, "OSFP-IHS", "OSFP-RHS", 4, Seq.Of(200),
        Lane.Pam4x100, Seq.Of(1.Metres(), 1.5.Metres(), 2.Metres(), 2.5.Metres(), 3.Metres()), "800G OSFP to 4x200G OSFP twinax splitter")
    { PowerW = 0.1, Recalled = Seq.Of("lengths"),
      Source = "docs.nvidia.com/networking/display/mcp7y50nxxx800pub/use+cases; docs.nvidia.com/networking/display/400g100gpam4ovpub/copper-dac-and-lacc-cables-overview" };

    /// <summary>Twinax from a twin-port switch cage to two QSFP112 plugs of 400G; discontinued.</summary>
    public static CableFamily Mcp7y10 { get; } = new("MCP7Y10", CableKind.Dac, Medium.Copper, "OSFP-IHS", "QSFP112", 2, Seq.Of(400),
        Lane.Pam4x100, Seq.Of(1.Metres(), 1.5.Metres(), 2.Metres(), 2.5.Metres(), 3.Metres()), "800G OSFP to 2x400G QSFP112 twinax splitter (discontinued)")
    { PowerW = 0.1, Discontinued = "discontinued by November 2025: use transceivers and fibre", Recalled = Seq.Of("lengths"),
      Source = "docs.nvidia.com/networking/display/MCP7Y10NXXX800Gpub; docs.nvidia.com/networking/display/400g100gpam4ovpub/copper-dac-and-lacc-cables-overview" };

    /// <summary>Twinax from a twin-port switch cage run at 2x200G to two QSFP56 plugs.</summary>
    public static CableFamily Mcp7y60 { get; } = new("MCP7Y60", CableKind.Dac, Medium.Copper, "OSFP-IHS", "QSFP56", 2, Seq.Of(200),
        Lane.Pam4x50, Seq.Of(1.Metres(), 1.5.Metres(), 2.Metres()), "400G OSFP to 2x200G QSFP56 twinax splitter")
    { PowerW = 0.1, Source = "docs.nvidia.com/networking/display/MCP7Y60HXXX400pub" };

    /// <summary>Twinax from a twin-port switch cage run at 2x200G to four QSFP56 plugs of 100G.</summary>
    public static CableFamily Mcp7y70 { get; } = new("MCP7Y70", CableKind.Dac, Medium.Copper, "OSFP-IHS", "QSFP56", 4, Seq.Of(100),
        Lane.Pam4x50, Seq.Of(1.Metres(), 1.5.Metres(), 2.Metres()), "400G OSFP to 4x100G QSFP56 twinax splitter")
    { PowerW = 0.1, Source = "docs.nvidia.com/networking/display/MCP7Y70HXXX400pub" };
}
