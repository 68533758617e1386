namespace ClusterDsl;

/// <summary>
/// Switches of the catalogue. Capacity is one way; a twin-port cage is two logical ports. Where a maker sells a chassis with
/// either kind of cage, the entry is the one of the part number that it carries.
/// </summary>
public static partial class Switches
{
    const string Luxoptx = "luxoptx.com cost analysis, undated; the low end of 150,000-250,000 for a switch of 64 ports of 800G";

    static Ports Management(string name = "mgmt0") => new(SwitchModel.ManagementBank, 1, Cage.Rj45, 1.Gbps()) { PortName = name };

    /// <summary>SFP28 cages to the switch chip beside the fabric's ports.</summary>
    static Ports Service(string name, int cages, int firstCage) =>
        new("sfp", cages, Cage.Sfp28, 25.Gbps()) { PortName = name, FirstCage = firstCage, IsService = true };
}
