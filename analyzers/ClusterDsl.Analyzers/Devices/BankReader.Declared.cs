using ClusterDsl.Analyzers.Generation;
using ClusterDsl.Analyzers.Rules;

namespace ClusterDsl.Analyzers.Devices;

// The banks that the overlay speaks of.
internal sealed partial class BankReader
{
    /// <summary>A bank that the overlay speaks of.</summary>
    public void Declare(Fields entry)
    {
        entry.Only("interfaces", "bank", "cage", "speed", "cages", "split", "first", "step", "port_name", "split_name", "modes", "module_power", "service", "ignore");
        if (entry["interfaces"] is not { } at)
        {
            entry.Refuse(entry.Map, "say which interfaces these are: `interfaces: swp{c}`, where {c} is the number of the cage and {s} that of the port in it");
            return;
        }
        if (PatternOf(entry, "interfaces") is not { } pattern) return;
        var matched = interfaces.Where(i => pattern.Match(i.Name.Name) is not null).ToList();
        interfaces.RemoveAll(matched.Contains);
        if (entry.Truth("ignore"))
        {
            if (matched.Count == 0) entry.Refuse(at, NoneIsNamed(pattern));
            return;
        }
        var panel = new Panel(pattern, entry.Whole("step", 1, 64) ?? 1, matched);
        if (Declared(entry, at, panel) is { } bank)
            Add(entry, at, bank, panel.Places.Zip(matched, (place, one) => (one.Name.Name, place.Cage * bank.Native.Split + place.Port)));
        // What is wrong with the overlay has been said; what the file says by itself is used.
        else interfaces.AddRange(matched.Where(i => i.Type.Cage is not null));
    }

    BankModel? Declared(Fields entry, YamlNode at, Panel panel)
    {
        var types = panel.Listed.Select(i => i.Type).Distinct().ToList();
        if (types.Count > 1 && (entry["speed"] is null || entry["cage"] is null))
            return Refused<BankModel>(entry, at, $"they are not all of one type: {string.Join(", ", panel.Listed.Select(i => $"`{i.TypeName}`").Distinct())}; say their `cage` and `speed`, or name them apart");
        if (panel.Listed.Count == 0 && (entry["cages"] is null || entry["cage"] is null || entry["speed"] is null))
            return Refused<BankModel>(entry, at, NoneIsNamed(panel.Pattern) + "; cages that the file does not list need `cage`, `cages` and `speed`");
        if (CageOf(entry, at, types) is not { } cage) return null;
        var speed = entry.Whole("speed", 1, 1_600, " Gb/s") ?? types.Select(t => t.Gbps).FirstOrDefault();
        if (speed == 0)
            return Refused<BankModel>(entry, at, $"`{panel.Listed.Select(i => i.TypeName).FirstOrDefault()}` is no speed in whole Gb/s: say the `speed` of a port");

        var split = entry.Whole("split", 1, 16) ?? panel.Split;
        var cages = entry.Whole("cages", 1, Cages) ?? panel.Cages;
        if (cages > Cages || split > 16)
            return Refused<BankModel>(entry, at, $"a bank has at most {Cages:N0} cages of 16 ports; these numbers ask for {cages:N0} of {split:N0}");
        if (!panel.IsWhole) return Refused<BankModel>(entry, entry["step"]!, $"the numbers of the cages do not all lie {panel.Step} apart");
        if (panel.Cages > cages || panel.Split > split)
            return Refused<BankModel>(entry, entry["cages"] ?? at, $"the file lists {panel.Cages:N0} cages of {panel.Split:N0}, from `{panel.NameOf((0, 0))}` on");
        if (entry["cages"] is null) TellOfMissing(panel, cages, split);

        var printed = entry["port_name"] is null ? panel.Pattern : PatternOf(entry, "port_name");
        if (printed is null) return null;
        if (cages > 1 && !printed.HasCage || split > 1 && !printed.HasPort)
            return Refused<BankModel>(entry, entry["port_name"] ?? at, $"{cages:N0} cages of {split:N0} ports need names that differ: {{c}} is the number of the cage, {{s}} that of the port in it");
        if (entry["port_name"] is null && (panel.Step > 1 || split > 1 && panel is { Least: 0, Listed.Count: > 0 }))
            faults.Add(DeviceFigureMissing.Rule, entry.File, at.Span,
                $"a plan counts cages by one and the ports of a cage from 1, and would print other names than `{panel.NameOf((0, 0))}`, `{panel.NameOf(split > 1 ? (0, 1) : (1, 0))}` …: write `port_name:` as it is printed on the panel");

        var native = ModeOf(cage, split, speed, cage.Fastest, 1);
        if (!Fits(entry, at, cage, native)) return null;
        return new BankModel(
            Unique(entry.Text("bank") ?? (panel.Listed.Count > 0 && panel.Listed.All(i => i.IsManagement) ? Management : NameFor(printed.Text))),
            cages, CageNames.MemberOf(cage), (double)(entry.Number("module_power", 0, 100, " W") ?? 0), native, Modes(entry, cage, native).ToEquatable(),
            printed.Text, (entry["split_name"] is null ? null : PatternOf(entry, "split_name")?.Text) ?? SplitName(printed.Text),
            entry.Whole("first", 0, 65_535) ?? (panel.Step > 1 ? 1 : panel.Lowest), entry.Truth("service"));
    }

    void TellOfMissing(Panel panel, int cages, int split)
    {
        var missing = panel.Missing(cages, split);
        if (missing.Count == 0) return;
        var next = panel.Listed[Math.Max(0, panel.Places.ToList().FindIndex(p => p.CompareTo(missing[0]) > 0))];
        faults.Add(DeviceFigureMissing.Rule, file, next.At.Span,
            $"{panel.Listed.Count:N0} of {cages * split:N0} interfaces `{panel.Pattern.Text}` are listed, "
            + $"{string.Join(", ", missing.Take(4).Select(n => $"`{panel.NameOf(n)}`"))}{(missing.Count > 4 ? " …" : "")} {(missing.Count == 1 ? "is" : "are")} not: "
            + $"the bank is taken to be whole; if it is, write `cages: {cages}` beside `interfaces: {panel.Pattern.Text}` in the overlay");
    }

    static Cage? CageOf(Fields entry, YamlNode at, IReadOnlyList<InterfaceType> types)
    {
        if (entry["cage"] is not { } named)
            return types.Count == 1 && types[0].Cage is { } cage ? cage
                : Refused<Cage>(entry, at, $"say their `cage`: {string.Join(", ", CageNames.All)}");
        return named is YamlScalar { Text: var name } && CageNames.Of(name) is { } known ? known
            : Refused<Cage>(entry, named, $"no cage of the catalogue has this name; there are {string.Join(", ", CageNames.All)}");
    }

    static PortPattern? PatternOf(Fields entry, string key)
    {
        if (entry.Text(key) is not { } text) return null;
        return PortPattern.Parse(text)
            ?? Refused<PortPattern>(entry, entry[key]!, $"`{key}` is a name with {{c}} for the number of the cage and {{s}} for that of the port in it, each once: `sw{{c}}p{{s}}`");
    }

    string NoneIsNamed(PortPattern pattern) =>
        $"no interface of `{file.Name}` that is not spoken of yet is named `{pattern.Text}`" + (interfaces.Count > 0 ? $"; there are `{interfaces[0].Name.Name}` …" : "");
}
