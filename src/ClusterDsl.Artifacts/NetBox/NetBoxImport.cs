using System.Globalization;
using ClusterDsl.Artifacts.Bom;
using ClusterDsl.Artifacts.Csv;
using ClusterDsl.Artifacts.NetBox;
using ClusterDsl.Artifacts.Wiring;

namespace ClusterDsl.Artifacts;

/// <summary>
/// <c>netbox-01-…csv</c> to <c>netbox-12-cables.csv</c>: what NetBox' bulk import takes, to be imported in the order of the numbers into a NetBox that
/// knows nothing of the cluster yet. The columns are those of the import forms (netbox/dcim/forms/bulk_import.py) that the versions have in common.
/// Up to 4.6 a row of cables has one termination a side, so that the legs of a splitter are cables with one label; from 4.7 a splitter is
/// one cable of several terminations, and the port of its trunk is divided into channels.
/// </summary>
public sealed class NetBoxImport : Artifact
{
    readonly bool _hasChannels;

    NetBoxImport(string format, bool hasChannels) => (Format, _hasChannels) = (format, hasChannels);

    /// <summary>For 4.0 to 4.6: the columns and choices that all of them have.</summary>
    public static NetBoxImport Until46 { get; } = new("netbox", hasChannels: false);

    /// <summary>For 4.7 and later, which divides a port into channels.</summary>
    public static NetBoxImport Since47 { get; } = new("netbox-4.7", hasChannels: true);

    /// <inheritdoc/>
    public override string Format { get; }

    /// <inheritdoc/>
    public override IEnumerable<ArtifactFile> Files(Plan plan) =>
        new (string Name, Action<Plan, CsvRows> Write)[]
        {
            ("manufacturers", Manufacturers), ("device-types", DeviceTypes), ("module-types", ModuleTypes), ("device-roles", DeviceRoles),
            ("sites", Sites), ("locations", Locations), ("racks", RacksUsed), ("devices", Devices),
            ("module-bays", ModuleBays), ("modules", Modules), ("interfaces", Interfaces), ("cables", Cables),
        }.Select((file, i) => new ArtifactFile(FormattableString.Invariant($"{Format}-{i + 1:00}-{file.Name}.csv"), output =>
        {
            var rows = new CsvRows(output);
            file.Write(plan, rows);
            rows.Flush();
        }));

    /// <inheritdoc/>
    public override IEnumerable<Finding> LeftOut(Plan plan)
    {
        if (!_hasChannels)
            foreach (var bundle in plan.Bundles.Where(b => b.Legs > 1))
                yield return Without(bundle.At, $"the legs of the {bundle.Assemblies} splitters between `{bundle.A.Group}` and `{bundle.B.Group}` are cables of their own with one label: the import takes one termination a side before 4.7");
        foreach (var bundle in plan.Bundles.Where(b => b.Channel is not null))
            yield return Without(bundle.At, $"panels and trunks between `{bundle.A.Group}` and `{bundle.B.Group}`: links that are led over them are cables from end to end");
        foreach (var group in plan.Groups.Where(g => g is { Placement: null, Huts: null }))
            yield return Without(group.At, $"`{group.Id}` stands in no hall of the plan, and NetBox has no device without a site: it is put into `{Places.Elsewhere(plan)}`");
        foreach (var cage in plan.Bundles.Where(b => !plan.Fabrics.Any(f => f.Name == b.Fabric && f.IsInfiniBand()))
                     .SelectMany(b => new[] { (b.At, plan.Bank(b.A).Cage, b.SpeedGbps), (b.At, plan.Bank(b.B).Cage, b.SpeedGbps) })
                     .Where(end => InterfaceTypes.Of(end.Cage, end.SpeedGbps) == InterfaceTypes.Other).DistinctBy(end => end.Cage))
            yield return Without(cage.At, $"NetBox' interfaces have no type for {cage.Cage} cages: they are of type \"{InterfaceTypes.Other}\"");
    }

    static void Manufacturers(Plan plan, CsvRows rows)
    {
        rows.Write("name", "slug");
        foreach (var maker in plan.Models.Select(m => DeviceType.Of(plan, m).Manufacturer).Concat(OpticParts(plan).Select(DeviceType.MakerOf)).Distinct().Order(StringComparer.Ordinal))
            rows.Write(maker, DeviceType.SlugOf(maker));
    }

    static void DeviceTypes(Plan plan, CsvRows rows)
    {
        rows.Write("manufacturer", "model", "slug", "part_number", "u_height", "is_full_depth");
        foreach (var model in plan.Models)
        {
            var type = DeviceType.Of(plan, model);
            rows.Write(type.Manufacturer, type.Model, type.Slug, model.Id, Number(model.HeightU), "true");
        }
    }

    static void ModuleTypes(Plan plan, CsvRows rows)
    {
        rows.Write("manufacturer", "model", "part_number", "description");
        foreach (var part in OpticParts(plan)) rows.Write(DeviceType.MakerOf(part), part.Id, part.Id, part.Description);
    }

    static void DeviceRoles(Plan plan, CsvRows rows)
    {
        rows.Write("name", "slug", "color", "vm_role");
        foreach (var role in plan.Groups.Select(g => g.Role).Distinct().Order(StringComparer.Ordinal)) rows.Write(role, DeviceType.SlugOf(role), Grey, "false");
    }

    static void Sites(Plan plan, CsvRows rows)
    {
        rows.Write("name", "slug", "status");
        foreach (var site in Places.Of(plan).Select(p => p.Site).Distinct()) rows.Write(site, DeviceType.SlugOf(site), Planned);
    }

    static void Locations(Plan plan, CsvRows rows)
    {
        rows.Write("site", "name", "slug", "status");
        foreach (var place in Places.Of(plan).Where(p => p.Location.Length > 0)) rows.Write(place.Site, place.Location, DeviceType.SlugOf(place.Location), Planned);
    }

    static void RacksUsed(Plan plan, CsvRows rows)
    {
        rows.Write("site", "location", "name", "status", "width", "u_height");
        foreach (var run in Racks.Used(plan))
            for (var rack = run.First; rack < run.First + run.Count; rack++)
                rows.Write(run.Hall.Site, run.Hall.Name, run.Hall.RackName(rack), Planned, "19", Number(run.Hall.RackUnits));
    }

    static void Devices(Plan plan, CsvRows rows)
    {
        rows.Write("name", "role", "manufacturer", "device_type", "status", "site", "location", "rack", "position", "face");
        foreach (var group in plan.Groups)
        {
            var type = DeviceType.Of(plan, plan.Model(group));
            var places = new Places(plan, group);
            for (var device = 0; device < group.Count; device++)
            {
                var (place, rack, unit) = places[device];
                rows.Write(group.Name.Format(device), group.Role, type.Manufacturer, type.Model, Planned, place.Site, place.Location, rack, unit > 0 ? Number(unit) : "", unit > 0 ? "front" : "");
            }
        }
    }

    static void ModuleBays(Plan plan, CsvRows rows)
    {
        rows.Write("device", "name", "position");
        foreach (var cage in OccupiedCages.Of(plan)) rows.Write(cage.Group.Name.Format(cage.Device), BayName(cage), Number(cage.Cage + cage.Bank.FirstCage));
    }

    static void Modules(Plan plan, CsvRows rows)
    {
        rows.Write("device", "module_bay", "module_type", "status");
        foreach (var cage in OccupiedCages.Of(plan)) rows.Write(cage.Group.Name.Format(cage.Device), BayName(cage), cage.Optic, Planned);
    }

    void Interfaces(Plan plan, CsvRows rows)
    {
        string[] columns = ["device", "name", "type", "speed", "mgmt_only"];
        rows.Write(_hasChannels ? [.. columns, "parent", "channels", "channel_id"] : columns);
        foreach (var bundle in plan.Bundles)
        {
            var infiniBand = plan.Fabrics.FirstOrDefault(f => f.Name == bundle.Fabric) is { } fabric && fabric.IsInfiniBand() ? fabric : null;
            var (a, b) = (new Side(plan, bundle.A), new Side(plan, bundle.B));
            var trunks = new CableNames(plan, bundle);
            var leg = 0;
            foreach (var wire in Wire.Of(plan, [bundle]))
            {
                leg = leg % bundle.Legs + 1;
                End(a, wire.DeviceA, wire.PortA, trunks.IsTrunk(atB: false), trunks.TrunkPort(wire));
                End(b, wire.DeviceB, wire.PortB, trunks.IsTrunk(atB: true), trunks.TrunkPort(wire));
            }

            void End(Side side, string device, string port, bool isTrunk, string trunk)
            {
                var type = infiniBand is null ? InterfaceTypes.Of(side.Bank.Cage, bundle.SpeedGbps) : InterfaceTypes.OfInfiniBand(infiniBand);
                if (!_hasChannels) rows.Write(device, port, type, Speed(bundle.SpeedGbps), side.IsManagement);
                else if (!isTrunk) rows.Write(device, port, type, Speed(bundle.SpeedGbps), side.IsManagement, "", "", "");
                else
                {
                    if (leg == 1) rows.Write(device, trunk, type, Speed(bundle.SpeedGbps * bundle.Legs), side.IsManagement, "", Number(bundle.Legs), "");
                    rows.Write(device, port, "channel", Speed(bundle.SpeedGbps), side.IsManagement, trunk, "", Number(leg));
                }
            }
        }
    }

    void Cables(Plan plan, CsvRows rows)
    {
        string[] columns = ["side_a_device", "side_a_type", "side_a_name", "side_b_device", "side_b_type", "side_b_name", "type", "status", "label", "length", "length_unit", "description"];
        rows.Write(_hasChannels ? [.. columns, "profile"] : columns);
        foreach (var bundle in plan.Bundles)
        {
            var (run, names) = (new CableRun(plan, bundle), new CableNames(plan, bundle));
            var (link, type) = (0L, CableType(bundle));
            var far = new List<(string Device, string Port)>();
            foreach (var wire in Wire.Of(plan, [bundle]))
            {
                var (part, mm) = run.At(link++, wire.Link);
                string[] cable = [type, Planned, names.Of(wire), Metres(mm), mm == 0 ? "" : "m", part];
                if (!_hasChannels)
                    rows.Write([wire.DeviceA, Interface, wire.PortA, wire.DeviceB, Interface, wire.PortB, .. cable]);
                else if (bundle.Legs == 1)
                    rows.Write([wire.DeviceA, Interface, wire.PortA, wire.DeviceB, Interface, wire.PortB, .. cable, ""]);
                else
                {
                    far.Add(bundle.TrunkAtB ? (wire.DeviceA, wire.PortA) : (wire.DeviceB, wire.PortB));
                    if (far.Count < bundle.Legs) continue;
                    rows.Write([bundle.TrunkAtB ? wire.DeviceB : wire.DeviceA, Interface, names.TrunkPort(wire),
                        string.Join(',', far.Select(f => f.Device)), Interface, string.Join(',', far.Select(f => f.Port)), .. cable, $"breakout-1c{bundle.Legs}p-{bundle.Legs}c1p"]);
                    far.Clear();
                }
            }
        }
    }

    const string Planned = "planned", Interface = "dcim.interface", Grey = "9e9e9e";

    static IEnumerable<Part> OpticParts(Plan plan) =>
        plan.Bundles.SelectMany(b => new[] { b.A.Optic, b.B.Optic }).Where(o => o.Length > 0).Distinct().Order(StringComparer.Ordinal).Select(plan.Part);

    static string BayName(OccupiedCage cage) => FormattableString.Invariant($"{cage.Bank.Name} {cage.Cage + cage.Bank.FirstCage}");

    /// <summary>The choices of <c>CableTypeChoices</c> that every version has; of twisted pair the category is the part's name.</summary>
    static string CableType(Bundle bundle) => bundle.Medium switch
    {
        "DAC" => "dac-passive",
        "ACC" or "AEC" => "dac-active",
        "AOC" => "aoc",
        "MMF" => "mmf",
        "SMF" => "smf",
        _ => bundle.Cable.ToLowerInvariant() is ("cat5e" or "cat6" or "cat6a" or "cat7" or "cat8") and var category ? category : "",
    };

    /// <summary>In kb/s, which NetBox keeps in 31 bits up to 4.6.</summary>
    static string Speed(int gbps) => gbps > int.MaxValue / 1_000_000 ? "" : Number(gbps * 1_000_000);

    /// <summary>NetBox keeps centimetres.</summary>
    static string Metres(int mm) => mm == 0 ? "" : (mm / 1000m).ToString("0.##", CultureInfo.InvariantCulture);

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>What the interfaces at an end have in common.</summary>
    sealed class Side(Plan plan, BundleEnd end)
    {
        public PortBank Bank { get; } = plan.Bank(end);

        public string IsManagement { get; } = end.Bank is "mgmt" or "bmc" ? "true" : "false";
    }
}
