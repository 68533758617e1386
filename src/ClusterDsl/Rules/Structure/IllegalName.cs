using ClusterDsl.Model;
using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A name that is no host name would break labels, files and every tool that reads the plan.</summary>
sealed class IllegalName() : DesignRule("CDL1002", "Illegal name", "Structure", Severity.Error)
{
    const int Longest = 40;

    public override IEnumerable<Finding> Check(Draft draft)
    {
        var design = draft.Design;
        IEnumerable<(string What, string Name, Origin At)> names =
        [
            ("cluster", design.Name, design.At),
            .. design.Sites.Select(s => ("site", s.Name, s.At)),
            .. design.Workloads.Select(w => ("workload", w.Name, w.At)),
            .. design.Sites.SelectMany(s => s.Halls).Select(h => ("hall", h.Name, h.At)),
            .. design.Nodes.Select(n => ("node group", n.Said, n.At.Argument("name"))),
            .. design.Fabrics.Select(f => ("fabric", f.Said, f.At)),
            .. design.Fabrics.SelectMany(f => f.Blocks).Select(b => ("block of leaves", b.Name, b.At)),
            .. design.Interconnects.Where(i => i.IsNamed).Select(i => ("interconnect", i.Name, i.At.Argument("name"))),
            .. design.Interconnects.SelectMany(i => i.Paths).Select(p => ("path", p.Name, p.At.Argument("name"))),
        ];
        var illegal = names.Where(n => Fault(n.Name) is not null).ToList();
        if (illegal.Count == 0) return [];
        var uses = Uses(design);
        return illegal.Select(n => Report(n.At, $"the {n.What}'s name {Text.Shown(n.Name)} {Fault(n.Name)}. Use 1 to {Longest} letters, digits, dots and dashes, a letter or digit first and last.", Rename(n.Name, n.At, uses[n.Name])));
    }

    /// <summary>Where each name is used. What a loop says of a name it says in one place.</summary>
    static ILookup<string, Origin> Uses(ClusterDesign design) =>
        design.Fabrics.SelectMany(f => f.AllConnections).Select(c => (Name: c.Target, c.At))
            .Concat(design.Fabrics.Where(f => f.Into is not null).Select(f => (Name: f.Into!.Value.Fabric, f.Into!.Value.At)))
            .GroupBy(u => (u.Name, u.At.Path, u.At.Span, u.At.Line)).Select(u => u.First())
            .ToLookup(u => u.Name, u => u.At);

    /// <summary>The nearest legal name, there and where the name is used.</summary>
    static Fix? Rename(string name, Origin at, IEnumerable<Origin> uses)
    {
        var legal = Legalized(name);
        if (Fault(legal) is not null) return null;
        IEnumerable<Origin> places = [at, .. uses];
        return new Fix($"Name it `{legal}`", places.Select(place => Edit.At(EditKind.SetArgument, place, Text.Literal(legal))).Distinct().ToSeq());
    }

    static string Legalized(string name)
    {
        var legal = string.Concat(name.Take(Longest).Select(c => Legal(c) ? c : '-'));
        while (legal.Contains("..")) legal = legal.Replace("..", ".");
        legal = legal.Trim('-', '.');
        return IsDevice(legal.Split('.')[0].ToLowerInvariant()) ? "the-" + legal : legal;
    }

    static string? Fault(string name) =>
        name.Length == 0 ? "is empty"
        : name.Length > Longest ? $"has {Text.Number(name.Length)} characters"
        : name.Where(c => !Legal(c)).Select(c => c.ToString()).FirstOrDefault() is { } odd ? $"holds {Text.Shown(odd)}"
        : !char.IsLetterOrDigit(name[0]) || !char.IsLetterOrDigit(name[name.Length - 1]) ? "begins or ends with a dot or a dash"
        : name.Contains("..") ? "holds two dots in a row"
        : IsDevice(name.Split('.')[0].ToLowerInvariant()) ? "is a device of Windows and cannot name a folder"
        : null;

    static bool IsDevice(string stem) =>
        stem is "con" or "prn" or "aux" or "nul" || (stem.Length == 4 && char.IsDigit(stem[3]) && stem.Substring(0, 3) is "com" or "lpt");

    static bool Legal(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '.';
}
