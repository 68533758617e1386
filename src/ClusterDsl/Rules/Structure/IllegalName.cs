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
            .. design.Sites.SelectMany(s => s.Halls).Select(h => ("hall", h.Name, h.At)),
            .. design.Nodes.Select(n => ("node group", n.Name, n.At.Argument("name"))),
            .. design.Fabrics.Select(f => ("fabric", f.Name, f.At)),
            .. design.Fabrics.SelectMany(f => f.Blocks).Select(b => ("block of leaves", b.Name, b.At)),
        ];
        return names.Where(n => Fault(n.Name) is not null)
            .Select(n => Report(n.At, $"the {n.What}'s name {Text.Shown(n.Name)} {Fault(n.Name)}. Use 1 to {Longest} letters, digits, dots and dashes, a letter or digit first and last.", Rename(design, n.Name, n.At)));
    }

    /// <summary>The nearest legal name, there and where the name is used.</summary>
    static Fix? Rename(ClusterDesign design, string name, Origin at)
    {
        var legal = Legalized(name);
        if (Fault(legal) is not null) return null;
        var connections = design.Fabrics.SelectMany(f => f.Connections.Concat(f.Blocks.SelectMany(b => b.Connections))).Where(c => c.Target == name).Select(c => c.At);
        var into = design.Fabrics.Where(f => f.Into?.Fabric == name).Select(f => f.Into!.Value.At);
        Origin[] places = [at, .. connections, .. into];
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
