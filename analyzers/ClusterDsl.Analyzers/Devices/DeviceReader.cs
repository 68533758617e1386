using System.Globalization;
using System.Text;
using ClusterDsl.Analyzers.Generation;
using ClusterDsl.Analyzers.Rules;
using ClusterDsl.Plans;
using Microsoft.CodeAnalysis.CSharp;

namespace ClusterDsl.Analyzers.Devices;

/// <summary>From a device type and its overlay to a model. Whatever the overlay says instead of the device type, counts.</summary>
internal sealed class DeviceReader(DeviceText file, DeviceText? overlay, DeviceFaults faults)
{
    const int Interfaces = 2_048;

    static readonly string[] Kinds = ["switch", "node", "server", "storage", "appliance", "pdu", "external"];

    static readonly Role[] Roles = (Role[])Enum.GetValues(typeof(Role));

    /// <summary>Whether all of it could be read: of what is cut off nothing is missing.</summary>
    bool IsWhole => file.Document.Faults.Count == 0;

    /// <summary>The model; null where there can be none.</summary>
    public DeviceModel? Read()
    {
        var known = faults.Found.Count;
        if (FieldsOf(file, "a device type has fields such as `manufacturer:`, `model:`, `u_height:` and `interfaces:`") is not { } device) return null;
        var more = overlay is null ? null : FieldsOf(overlay, "an overlay has fields such as `power:` and `ports:`");
        more?.Only("name", "kind", "protocol", "gpus", "manufacturer", "model", "part_number", "u_height", "weight", "weight_unit", "airflow",
            "cooling", "power", "power_supplies", "logical_ports", "ports", "roles");
        Fields Saying(string key) => more?[key] is null ? device : more;

        var maker = Saying("manufacturer").Text("manufacturer") ?? "";
        var model = Saying("model").Text("model");
        if (model is null)
        {
            if (IsWhole && device["model"] is null) faults.Add(DeviceFieldInvalid.Rule, file, device.Map.Span, "`model` is missing: the member that the device becomes is named after it");
            return null;
        }
        var identifier = (more?["name"] is { } named ? Named(more, named) : null) ?? IdentifierOf(model);

        var kind = more?.Word("kind", Kinds) ?? "switch";
        var interfaces = InterfacesOf(device);
        // The InfiniBand ports may well be among those that no cage is known of.
        var isInfiniBand = more?.Word("protocol", "ethernet", "infiniband") is { } protocol
            ? protocol == "infiniband" : interfaces.Any(i => i.Type.IsInfiniBand);
        var banks = new BankReader(file, faults, interfaces);
        foreach (var entry in more?.List("ports") ?? []) banks.Declare(entry);
        banks.AddOthers(file.OverlayName);
        if (banks.Banks.Count == 0)
        {
            // Where an error has been found already, it is the reason.
            if (faults.Found.Skip(known).All(f => f.Rule.Severity != Severity.Error))
                faults.Add(DeviceFieldInvalid.Rule, file, device.Map.SpanOf("interfaces"),
                    $"there is no port that a cable can be planned for; what sits in its modules, or lacks a cage, is written under `ports:` in `{file.OverlayName}`");
            return null;
        }
        return new DeviceModel(
            identifier, kind, isInfiniBand, Saying("part_number").Text("part_number") ?? model, (maker + " " + model).Trim(), file.Name,
            banks.Banks.ToEquatable(), (kind == "switch" ? [] : RolesOf(more, banks)).ToEquatable(), Body(device, more, Saying, kind));
    }

    Fields? FieldsOf(DeviceText of, string expected)
    {
        var (root, found) = of.Document;
        foreach (var (span, message) in found) faults.Add(NotADeviceType.Rule, of, span, message);
        if (root is YamlMap map) return new Fields(of, map, faults);
        if (found.Count == 0) faults.Add(NotADeviceType.Rule, of, root?.Span ?? default, $"nothing here is a description of hardware: {expected}");
        return null;
    }

    BodyModel Body(Fields device, Fields? more, Func<string, Fields> saying, string kind)
    {
        var height = saying("u_height").Number("u_height", 0, 60, " U");
        if (IsWhole && height is null && device["u_height"] is null)
            faults.Add(DeviceFieldInvalid.Rule, file, device["model"]?.Span ?? device.Map.Span, "`u_height` is missing: write the height in rack units");
        var (supplies, spare) = SuppliesOf(more);
        return new BodyModel(
            (int)Math.Ceiling(height ?? 1), PowerOf(device, more, kind, supplies, spare), Grams(saying("weight")),
            AirflowOf(saying("airflow")), more?.Word("cooling", "air", "liquid") == "liquid" ? "Liquid" : "Air", supplies, spare,
            more?.Whole("logical_ports", 0, 65_535) ?? 0, more?.Whole("gpus", 0, 1_024) ?? 0);
    }

    int PowerOf(Fields device, Fields? more, string kind, int supplies, int spare)
    {
        if (more?["power"] is not null) return more.Whole("power", 0, 1_000_000, " W") ?? 0;
        var inlets = device.List("power-ports").Select(p => p.Whole("maximum_draw", 0, 1_000_000, " W") ?? 0).ToList();
        var sum = (int)Math.Min(1_000_000, inlets.Sum(w => (long)w));
        if (IsWhole && sum == 0 && kind is not ("external" or "pdu"))
            faults.Add(DeviceFigureMissing.Rule, file, device["model"]?.Span ?? device.Map.Span,
                $"nothing says what it draws: its `power-ports` have no `maximum_draw`; write `power:` in watts in `{file.OverlayName}`");
        // Those that are spare draw nothing more: the others would do.
        return supplies == inlets.Count && supplies > 0 ? (int)((long)sum * (supplies - spare) / supplies) : sum;
    }

    static (int All, int Spare) SuppliesOf(Fields? more)
    {
        if (more?["power_supplies"] is not { } node) return default;
        var parts = ((node as YamlScalar)?.Text ?? "").Split('+');
        if (parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var needed)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var spare) && needed is >= 1 and <= 32 && spare is >= 0 and <= 32)
            return (needed + spare, spare);
        more.Refuse(node, "`power_supplies` is written `3+1`: those that it needs and those that it can lose");
        return default;
    }

    static int Grams(Fields fields)
    {
        if (fields.Number("weight", 0, 10_000) is not { } weight) return 0;
        if (fields["weight_unit"] is null)
        {
            fields.Refuse(fields["weight"]!, "`weight` needs its `weight_unit`: kg, g, lb or oz");
            return 0;
        }
        return (int)Math.Round(weight * fields.Word("weight_unit", "kg", "g", "lb", "oz") switch { "kg" => 1_000, "g" => 1, "lb" => 453.59237m, "oz" => 28.349523125m, _ => 0 });
    }

    // The format has more ways than the plan can tell apart; those that it does not know are not checked.
    static string AirflowOf(Fields fields) => (fields["airflow"] as YamlScalar)?.Text switch
    {
        "front-to-rear" => "FrontToRear",
        "rear-to-front" => "RearToFront",
        "left-to-right" => "LeftToRight",
        "right-to-left" => "RightToLeft",
        "side-to-rear" => "SideToRear",
        "passive" => "Passive",
        _ => "Unknown",
    };

    List<Interface> InterfacesOf(Fields device)
    {
        var found = new List<Interface>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in device.List("interfaces"))
        {
            var name = entry.Text("name");
            var type = entry.Text("type");
            if (name is null || type is null)
            {
                if (IsWhole && (entry["name"] is null || entry["type"] is null)) entry.Refuse(entry.Map, "an interface needs a `name` and a `type`");
                continue;
            }
            if (name.Any(c => c is '{' or '}')) entry.Refuse(entry["name"]!, "the name of an interface cannot have braces");
            else if (!names.Add(name)) entry.Refuse(entry["name"]!, $"two interfaces are named `{name}`");
            else if (found.Count == Interfaces) entry.Refuse(entry["name"]!, $"a device has at most {Interfaces:N0} interfaces; from here on they are left out");
            if (found.Count == Interfaces) break;
            if (names.Contains(name))
                found.Add(new Interface(new NumberedName(name), (YamlScalar)entry["name"]!, type, entry["type"]!, InterfaceType.Of(type), entry.Truth("mgmt_only")));
        }
        return found;
    }

    IEnumerable<RoleModel> RolesOf(Fields? more, BankReader banks)
    {
        var roles = new List<RoleModel>();
        if (more?["roles"] is YamlMap map)
            foreach (var key in map.Keys)
                if (RoleOf(key.Text) is not { } role) more.Refuse(key, $"there is no role `{key.Text}`; there are {string.Join(", ", Roles.Select(Written))}");
                else if (Serving(more, map[key.Text]!, role, banks) is { } serving) roles.Add(serving);
        if (more?["roles"] is { } node and not YamlMap) more.Refuse(node, "`roles` names the ports of each role: `compute: nic`, or `storage: [slot1, slot3]`");

        // What the format does say: which port is for management alone.
        var management = banks.Banks.FirstOrDefault(b => b.Name.StartsWith("mgmt", StringComparison.Ordinal));
        if (roles.Count == 0 && banks.Banks.FirstOrDefault(b => b != management) is { } first) roles.Add(Whole(Role.Compute, first));
        if (management is not null && roles.All(r => r.Role != Role.OutOfBand)) roles.Add(Whole(Role.OutOfBand, management));
        return roles;
    }

    static RoleModel? Serving(Fields more, YamlNode at, Role role, BankReader banks)
    {
        if (at is YamlScalar { Text: var name } && banks.Banks.FirstOrDefault(b => b.Name == name) is { } whole) return Whole(role, whole);
        var names = at is YamlList list ? list.Items.ToList() : [at];
        var places = new List<(string Bank, int Port)>();
        foreach (var item in names)
        {
            if (item is YamlScalar { Text: var port } && banks.Places.TryGetValue(port, out var place)) places.Add(place);
            else
            {
                more.Refuse(item, $"this is neither a bank nor a port; banks are {string.Join(", ", banks.Banks.Take(8).Select(b => $"`{b.Name}`"))}");
                return null;
            }
        }
        var stride = places.Count > 1 ? places[1].Port - places[0].Port : 1;
        if (places.Count > 0 && stride > 0 && places.Select((p, i) => p == (places[0].Bank, places[0].Port + i * stride)).All(follows => follows))
            return new RoleModel(role, places[0].Bank, places[0].Port, stride, places.Count);
        more.Refuse(at, "the ports of a role are in one bank and equally far apart, in the order of their numbers");
        return null;
    }

    static RoleModel Whole(Role role, BankModel bank) => new(role, bank.Name, 0, 1, bank.Ports);

    static Role? RoleOf(string text) => Roles.Where(r => Written(r) == text.ToLowerInvariant()).Select(r => (Role?)r).FirstOrDefault();

    /// <summary>In-band for InBand.</summary>
    static string Written(Role role) => string.Concat(role.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? "-" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));

    static string? Named(Fields more, YamlNode at)
    {
        if (at is YamlScalar { Text: var text } && SyntaxFacts.IsValidIdentifier(text) && SyntaxFacts.GetKeywordKind(text) == SyntaxKind.None && text != HardwareEmitter.Class) return text;
        more.Refuse(at, $"`name` is what the device is called in C#: letters and digits, such as `Qm9700`, and not `{HardwareEmitter.Class}`");
        return null;
    }

    /// <summary>As the catalogue names its models: Qm9700 for "QM9700", Dcs7060X6_64PeF for "DCS-7060X6-64PE-F".</summary>
    static string IdentifierOf(string model)
    {
        var result = new StringBuilder();
        foreach (var c in model)
            if (SyntaxFacts.IsIdentifierPartCharacter(c) && c != '_') result.Append(c);
            else if (result.Length > 0 && result[result.Length - 1] != ' ') result.Append(' ');
        var words = result.ToString().Split([' '], StringSplitOptions.RemoveEmptyEntries);
        var name = words.Aggregate("", (name, word) => name + (name.Length > 0 && char.IsDigit(name[name.Length - 1]) && char.IsDigit(word[0]) ? "_" : "") + Cased(word));
        return name.Length == 0 || !SyntaxFacts.IsIdentifierStartCharacter(name[0]) || name == HardwareEmitter.Class ? "_" + name : name;
    }

    // Each run of letters begins with a capital; what is all capitals goes on small.
    static string Cased(string word)
    {
        var shouts = !word.Any(char.IsLower);
        return string.Concat(word.Select((c, i) => i == 0 || !char.IsLetter(word[i - 1]) ? char.ToUpperInvariant(c) : shouts ? char.ToLowerInvariant(c) : c));
    }
}
