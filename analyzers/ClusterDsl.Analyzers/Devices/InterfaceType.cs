using System.Globalization;
using System.Text.RegularExpressions;

namespace ClusterDsl.Analyzers.Devices;

/// <summary>
/// What an interface type of the NetBox format says: <c>400gbase-x-osfp</c> is a speed and a cage. The types of its schema are made of
/// such parts, and so are those that files have beside it (<c>800gbase-osfp800</c>).
/// </summary>
/// <param name="Cage">The cage; null where the type does not say, or the catalogue has none such.</param>
/// <param name="Gbps">The speed of a port; 0 where it is not known, or no whole number of Gb/s.</param>
/// <param name="IsInfiniBand">Whether it is a port of InfiniBand.</param>
/// <param name="IsPort">Whether a cable can be plugged in at all: no radio, no bridge, no bundle of other interfaces.</param>
internal sealed record InterfaceType(Cage? Cage, int Gbps, bool IsInfiniBand, bool IsPort)
{
    static readonly Regex Ethernet = new(@"^(?<speed>\d{1,4}(\.\d)?)(?<unit>[gt]?)base-(x-)?(?<form>[a-z0-9-]+)$", RegexOptions.CultureInvariant);

    static readonly string[] Portless = ["virtual", "bridge", "lag", "ieee802", "gsm", "cdma", "lte", "4g", "5g", "other-wireless"];

    /// <summary>Four-lane ports of each generation.</summary>
    static readonly Dictionary<string, int> InfiniBand = new()
    {
        ["infiniband-fdr"] = 56, ["infiniband-edr"] = 100, ["infiniband-hdr"] = 200, ["infiniband-ndr"] = 400, ["infiniband-xdr"] = 800,
    };

    static readonly Dictionary<string, Cage> Cages = new()
    {
        ["t"] = ClusterDsl.Cage.Rj45,
        ["sfp28"] = ClusterDsl.Cage.Sfp28, ["sfp56"] = ClusterDsl.Cage.Sfp56, ["sfp112"] = ClusterDsl.Cage.Sfp112,
        ["qsfp28"] = ClusterDsl.Cage.Qsfp28, ["qsfp56"] = ClusterDsl.Cage.Qsfp56, ["qsfp112"] = ClusterDsl.Cage.Qsfp112,
        ["qsfpdd"] = ClusterDsl.Cage.QsfpDd, ["qsfpdd800"] = ClusterDsl.Cage.QsfpDd800,
        ["osfp"] = ClusterDsl.Cage.OsfpIhs, ["osfp800"] = ClusterDsl.Cage.OsfpIhs, ["osfp-rhs"] = ClusterDsl.Cage.OsfpRhs,
        ["osfp1600"] = ClusterDsl.Cage.Osfp1600, ["osfp1600-rhs"] = ClusterDsl.Cage.Osfp1600Rhs,
    };

    public static InterfaceType Of(string type)
    {
        type = type.ToLowerInvariant();
        if (InfiniBand.TryGetValue(type, out var speed)) return new(null, speed, true, true);
        if (type.StartsWith("infiniband-", StringComparison.Ordinal)) return new(null, 0, true, true);
        if (Portless.Any(p => type.StartsWith(p, StringComparison.Ordinal))) return new(null, 0, false, false);
        if (Ethernet.Match(type) is not { Success: true } match) return new(null, 0, false, true);
        var gbps = SpeedOf(match.Groups["speed"].Value, match.Groups["unit"].Value);
        return new(CageOf(match.Groups["form"].Value, gbps), gbps, false, true);
    }

    static int SpeedOf(string speed, string unit)
    {
        var megabits = decimal.Parse(speed, CultureInfo.InvariantCulture) * (unit switch { "g" => 1_000, "t" => 1_000_000, _ => 1 });
        return megabits % 1_000 == 0 && megabits <= 1_600_000 ? (int)(megabits / 1_000) : 0;
    }

    static Cage? CageOf(string form, int gbps) =>
        gbps == 0 || !Cages.TryGetValue(form, out var cage) ? null
        // The schema has one name for both generations of QSFP-DD.
        : form == "qsfpdd" && gbps > 400 ? ClusterDsl.Cage.QsfpDd800
        : CageNames.Carries(cage, gbps) ? cage : null;
}
