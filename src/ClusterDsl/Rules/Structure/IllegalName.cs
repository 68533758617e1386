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
            .Select(n => Report(n.At, $"the {n.What}'s name {Shown(n.Name)} {Fault(n.Name)}. Use 1 to {Longest} letters, digits, dots and dashes, a letter or digit first and last."));
    }

    static string? Fault(string name) =>
        name.Length == 0 ? "is empty"
        : name.Length > Longest ? $"has {name.Length} characters"
        : name.FirstOrDefault(c => !Legal(c)) is var odd && odd != '\0' ? $"holds {Shown(odd.ToString())}"
        : !char.IsLetterOrDigit(name[0]) || !char.IsLetterOrDigit(name[name.Length - 1]) ? "begins or ends with a dot or a dash"
        : name.Contains("..") ? "holds two dots in a row"
        : Reserved.Contains(name.Split('.')[0], StringComparer.OrdinalIgnoreCase) ? "is a device of Windows and cannot name a folder"
        : name.Contains('\0') ? "holds a null character"
        : null;

    static readonly string[] Reserved = ["con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "lpt1", "lpt2", "lpt3"];

    static bool Legal(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '.';

    static string Shown(string name)
    {
        var shown = new string([.. name.Take(60).Select(c => char.IsControl(c) ? '\uFFFD' : c)]);
        return $"`{shown}{(name.Length > 60 ? "…" : "")}`";
    }
}
