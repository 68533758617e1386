using ClusterDsl.Analyzers.Rules;

namespace ClusterDsl.Analyzers.Devices;

// The banks that the overlay does not speak of: what is in a row by the numbers in its names.
internal sealed partial class BankReader
{
    /// <summary>So many names that do not follow each other are no accident.</summary>
    const int Scattered = 4;

    /// <summary>What the overlay does not speak of.</summary>
    public void AddOthers(string overlay)
    {
        TellOfLeftOut(overlay);
        foreach (var group in interfaces.Where(i => i.Type.Cage is not null).GroupBy(i => (i.Type, i.IsManagement, i.Name.Shape)).ToList())
        {
            var names = group.Select(i => i.Name).ToList();
            var varying = NumberedName.Varying(names);
            if (varying.Count > 1) TellOfGrid([.. group], varying, overlay);
            // Names that differ in the last of their numbers are a row; each other number, a slot or a module, makes a row of its own.
            foreach (var row in group.GroupBy(i => varying.Count == 0 ? "" : i.Name.With([(varying[varying.Count - 1], "{c}")])))
            {
                var runs = Runs([.. row], varying).ToList();
                if (runs.Count >= Scattered && runs.All(r => r.Count == 1)) TellOfScattered(runs, overlay);
                foreach (var run in runs) Add(run, run.Count == 1 ? null : varying[varying.Count - 1]);
            }
        }
    }

    void Add(IReadOnlyList<Interface> run, int? varying)
    {
        var (first, type) = (run[0], run[0].Type);
        var name = varying is { } at ? first.Name.With([(at, "{c}")]) : first.Name.Name;
        var bank = new BankModel(
            Unique(first.IsManagement ? Management : NameFor(name)), run.Count, CageNames.MemberOf(type.Cage!), 0,
            ModeOf(type.Cage!, 1, type.Gbps, type.Cage!.Fastest, 1), default, name, SplitName(name), varying is { } number ? first.Name.Values[number] : 1, false);
        Add(null, first.At, bank, run.Select((one, i) => (one.Name.Name, i)));
    }

    static IEnumerable<IReadOnlyList<Interface>> Runs(IReadOnlyList<Interface> row, IReadOnlyList<int> varying)
    {
        if (varying.Count == 0) return row.Select(one => new[] { one });
        var at = varying[varying.Count - 1];
        var runs = new List<List<Interface>>();
        foreach (var one in row.OrderBy(i => i.Name.Values[at]))
            if (runs.Count > 0 && runs[runs.Count - 1] is var last && last.Count < Cages && last[last.Count - 1].Name.Values[at] == one.Name.Values[at] - 1) last.Add(one);
            else runs.Add([one]);
        return runs;
    }

    void TellOfLeftOut(string overlay)
    {
        foreach (var group in interfaces.Where(i => i.Type is { IsPort: true, Cage: null }).GroupBy(i => (i.TypeName, i.Name.Shape)))
        {
            var (first, count) = (group.First(), group.Count());
            var which = count == 1 ? $"`{first.Name.Name}` is" : $"`{first.Name.Name}` and {count - 1:N0} more are";
            var pattern = PortPattern.Common([.. group.Select(i => i.Name)]) ?? first.Name.Name;
            var lacking = first.Type switch
            {
                { Gbps: 0 } => "says neither a cage of the catalogue nor a speed in whole Gb/s",
                { IsInfiniBand: true } => "does not say which cage the port has",
                _ => "names no cage of the catalogue",
            };
            faults.Add(InterfaceLeftOut.Rule, file, first.TypeAt.Span,
                $"`{first.TypeName}` {lacking}: {which} left out; under `ports:` in `{overlay}` write `- interfaces: {Quoted(pattern)}` with {(first.Type.Gbps == 0 ? "`cage:` and `speed:`" : "its `cage:`")}, or with `ignore: true`");
        }
    }

    // SONiC counts lanes: Ethernet0, Ethernet4. Each such name can be kept, but no bank has them all.
    void TellOfScattered(IReadOnlyList<IReadOnlyList<Interface>> runs, string overlay)
    {
        var names = runs.Select(r => r[0].Name).ToList();
        if (PortPattern.Common(names) is { } pattern)
            faults.Add(DeviceFigureMissing.Rule, file, runs[0][0].At.Span,
                $"`{names[0].Name}`, `{names[1].Name}` … do not count by one: each becomes a bank of its own; for one bank write `- interfaces: {Quoted(pattern)}` with `step:` and `port_name:` under `ports:` in `{overlay}`");
    }

    // To YAML a brace at the beginning is a mapping.
    static string Quoted(string pattern) => pattern[0] == '{' ? "'" + pattern + "'" : pattern;

    // Two numbers may be a slot and a cage in it, or a cage and a port in it: the format does not say.
    void TellOfGrid(IReadOnlyList<Interface> group, IReadOnlyList<int> varying, string overlay)
    {
        var inner = group.Select(i => i.Name.Values[varying[varying.Count - 1]]).Distinct().Count();
        if (inner <= 8 && inner * 4 <= group.Count && PortPattern.Common([.. group.Select(i => i.Name)]) is { } pattern)
            faults.Add(DeviceFigureMissing.Rule, file, group[0].At.Span,
                $"`{group[0].Name.Name}`, `{group[1].Name.Name}` … may be {inner} ports of one cage each, and are taken for cages: if they are ports, write `- interfaces: {Quoted(pattern)}` under `ports:` in `{overlay}`");
    }
}
