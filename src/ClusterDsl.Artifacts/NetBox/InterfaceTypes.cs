namespace ClusterDsl.Artifacts.NetBox;

/// <summary>The choices of <c>InterfaceTypeChoices</c> (netbox/dcim/choices.py) that every version from 4.0 has.</summary>
static class InterfaceTypes
{
    public const string Other = "other";

    public static string Of(string cage, int gbps) => cage switch
    {
        "RJ45" => gbps > 1 ? "10gbase-t" : "1000base-t",
        "SFP28" => "25gbase-x-sfp28",
        "SFP56" => "50gbase-x-sfp56",
        "QSFP28" => "100gbase-x-qsfp28",
        "QSFP56" => "200gbase-x-qsfp56",
        "QSFP112" => "400gbase-x-qsfp112",
        "QSFP-DD" => "400gbase-x-qsfpdd",
        "QSFP-DD800" => "800gbase-x-qsfpdd",
        "OSFP-IHS" => "800gbase-x-osfp",
        "OSFP-RHS" => gbps > 400 ? "800gbase-x-osfp" : "400gbase-x-osfp-rhs",
        _ => Other,
    };

    /// <summary>By generation, whatever the width.</summary>
    public static string OfInfiniBand(FabricPlan fabric) => fabric.Protocol.Split(' ')[^1] is ("SDR" or "DDR" or "QDR" or "FDR" or "EDR" or "HDR" or "NDR" or "XDR") and var generation
        ? $"infiniband-{generation.ToLowerInvariant()}" : Other;
}
