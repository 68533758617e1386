namespace ClusterDsl.Artifacts.NetBox;

/// <summary>
/// What NetBox calls a model: as the device-type library does where it has the model (netbox-community/devicetype-library, read 2026-08), else by part
/// number. The types that are imported have no interfaces of their own: those that the plan cables are imported behind them.
/// </summary>
sealed record DeviceType(string Manufacturer, string Model, string Slug)
{
    static readonly Dictionary<string, DeviceType> Library = new()
    {
        ["QM9700"] = new("Nvidia", "QM9700", "nvidia-qm9700"),
        ["Q3400-RA"] = new("Nvidia", "Q3400-RA", "nvidia-q3400-ra"),
        ["SN5600"] = new("Nvidia", "SN5600", "nvidia-sn5600"),
        ["SN2201"] = new("Nvidia", "SN2201", "mellanox-sn2201"),
        ["SN3700"] = new("Mellanox", "SN3700", "sn3700"),
        ["SN4600C"] = new("Mellanox", "SN4600C", "sn4600c"),
        ["SN4700"] = new("Mellanox", "SN4700", "sn4700"),
        ["QM8700"] = new("Mellanox", "QM8700", "mellanox-qm8700"),
        ["QM8790"] = new("Mellanox", "QM8790", "mellanox-qm8790"),
        ["AS9817-64O-O-AC-F"] = new("Edgecore", "AS9817-64O-O-AC-F", "edgecore-as9817-64o-o-ac-f"),
        ["DCS-7060X6-64PE"] = new("Arista", "DCS-7060X6-64PE-F", "arista-dcs-7060x6-64pe-f"),
    };

    /// <summary>As the library spells them; a description of the catalogue begins with its maker.</summary>
    static readonly string[] Makers = ["Nvidia", "Arista", "Cisco", "Juniper", "Edgecore", "Supermicro", "Dell", "Asterfusion", "Celestica"];

    public static DeviceType Of(Plan plan, DeviceModel model)
    {
        if (Library.TryGetValue(model.Id, out var known)) return known;
        var maker = plan.Parts.FirstOrDefault(p => p.Id == model.Id) is { } part ? MakerOf(part) : Unknown;
        return new DeviceType(maker, model.Id, SlugOf($"{maker}-{model.Id}"));
    }

    /// <summary>What the library calls the maker of things that any maker makes.</summary>
    const string Unknown = "Generic";

    public static string MakerOf(Part part) => Array.Find(Makers, maker => part.Description.StartsWith(maker + " ", StringComparison.OrdinalIgnoreCase)) ?? Unknown;

    /// <summary>What NetBox takes for a slug: small letters, digits, dashes, underscores.</summary>
    public static string SlugOf(string name) => string.Concat(name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-'));
}
