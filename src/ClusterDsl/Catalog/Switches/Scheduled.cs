namespace ClusterDsl;

public static partial class Switches
{
    const string Fboss = "facebook/fboss on the roles of Jericho3 and Ramon3; the boxes are recalled";
    const string Des = "arista.com 7700R4 series (systems of more than 27,000 ports of 800G); the boxes are recalled";

    /// <summary>A line box of a Jericho3-AI: 18 host cages of 800G and 20 fabric cages of 800G. Its power is not known.</summary>
    public static LineBox Jericho3Ai { get; } = new("NCP-J3AI", HostSide("host", 18), CellSide("fabric", 20, 19), Management())
    {
        Height = 2, Buffer = "deep (HBM)", Description = "Line box of a scheduled fabric, Jericho3-AI, 18x800G host, 20x800G fabric",
        Source = Fboss, Recalled = Seq.Of("height", "ports", "modes", "buffer"),
    };

    /// <summary>A fabric box of two Ramon3: 128 fabric cages of 800G. Its power is not known.</summary>
    public static FabricBox Ramon3 { get; } = new("NCF-RAMON3", CellSide("fabric", 128, 1), Management())
    {
        Height = 4, Description = "Fabric box of a scheduled fabric, 2x Ramon3, 128x800G",
        Source = Fboss, Recalled = Seq.Of("height", "ports", "modes"),
    };

    /// <summary>Arista 7700R4C-38PE, the leaf of a Distributed Etherlink Switch: 18 host and 20 fabric cages of 800G. Its power is not known.</summary>
    public static LineBox Dcs7700R4C { get; } = new("DCS-7700R4C-38PE", HostSide("Ethernet", 18), CellSide("Fabric", 20, 19), Management("Management1"))
    {
        Height = 2, Buffer = "deep (HBM)", SystemPorts = 27_000, Description = "Arista 7700R4C-38PE line box, 18x800G host, 20x800G fabric",
        Source = Des, Recalled = Seq.Of("height", "ports", "modes", "buffer", "system ports"),
    };

    /// <summary>Arista 7720R4-128PE, the spine of a Distributed Etherlink Switch: 128 fabric cages of 800G. Its power is not known.</summary>
    public static FabricBox Dcs7720R4 { get; } = new("DCS-7720R4-128PE", CellSide("Fabric", 128, 1), Management("Management1"))
    {
        Height = 7, Description = "Arista 7720R4-128PE fabric box, 128x800G",
        Source = Des, Recalled = Seq.Of("height", "ports", "modes"),
    };

    static Ports HostSide(string name, int cages) => new(name, cages, Cage.OsfpIhs, 800.Gbps())
    {
        Modes = Seq.Of(PortModes.Osfp800[0], PortModes.Osfp800[1]), PortName = name + "{c}", SplitName = name + "{c}/{s}",
    };

    static Ports CellSide(string name, int cages, int firstCage) => new(name, cages, Cage.OsfpIhs, 800.Gbps()) { PortName = name + "{c}", FirstCage = firstCage };
}
