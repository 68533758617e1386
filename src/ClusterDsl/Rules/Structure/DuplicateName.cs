using ClusterDsl.Model;
using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Two things of one name: a label or a connection would mean either.</summary>
sealed class DuplicateName() : DesignRule("CDL1001", "Duplicate name", "Structure", Severity.Error)
{
    public override IEnumerable<Finding> Check(Draft draft)
    {
        var design = draft.Design;
        return Twice("site", design.Sites.Select(s => (s.Name, s.At)))
            .Concat(design.Sites.SelectMany(s => Twice("hall", s.Halls.Select(h => (h.Name, h.At)))))
            .Concat(Twice("node group or fabric", design.Nodes.Select(n => (n.Name, n.At.Argument("name")))
                .Concat(design.Fabrics.Select(f => (f.Name, f.At))), design.Nodes))
            .Concat(design.Fabrics.SelectMany(f => Twice($"block of leaves in `{f.Name}`", f.Blocks.Select(b => (b.Name, b.At)))))
            .Concat(Twice("device name", draft.Groups.Select(g => (Prefix: string.Join("#", g.Name.Parts.Select(p => p.Text)), g))
                .GroupBy(g => g.Prefix).Where(g => g.Select(x => x.g.Id).Distinct().Count() > 1)
                .SelectMany(g => g.Select(x => (g.Key.TrimEnd('-'), x.g.At)))))
            .Concat(draft.Groups.GroupBy(g => g.Model.Id).SelectMany(OnePartNumber));
    }

    /// <summary>A plan keeps one model for a part number; two that differ would lose one.</summary>
    IEnumerable<Finding> OnePartNumber(IEnumerable<GroupDraft> groups)
    {
        var first = groups.First();
        return groups.Where(g => g.Model != first.Model && !PlanBuilder.Model(g.Model).Equals(PlanBuilder.Model(first.Model))).Select(g =>
            Report(g.At, $"part number {Text.Shown(g.Model.Id)} is given to two different models, first at {first.At}. Give one of them another number."));
    }

    IEnumerable<Finding> Twice(string what, IEnumerable<(string Name, Origin At)> named, IEnumerable<NodesDesign>? nodes = null)
    {
        var first = new Dictionary<string, Origin>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, at) in named)
            if (first.TryGetValue(name, out var before))
                yield return Report(at, $"{what} {Text.Shown(name)} is declared twice, first at {before}. Give one of them another name.",
                    nodes is not null && IsSaidAgain(name, nodes) ? Fix.Remove("Leave the second out", at) : null, Rename(name, at, named.Select(n => n.Name)));
            else first.Add(name, at);
    }

    /// <summary>Whether all nodes of a name are declared alike: said twice, not two things of one name.</summary>
    static bool IsSaidAgain(string name, IEnumerable<NodesDesign> nodes) =>
        nodes.Where(n => n.Name == name).Select(n => (n.Model, n.Count, n.Units?.Size, n.PerRack?.Count)).ToList() is { Count: > 1 } same
        && same.Distinct().Count() == 1;

    static Fix Rename(string name, Origin at, IEnumerable<string> taken)
    {
        var free = Enumerable.Range(2, taken.Count()).Select(i => $"{name}-{i}").First(n => !taken.Contains(n, StringComparer.OrdinalIgnoreCase));
        return Fix.Instead($"Name it `{free}`", at, Text.Literal(free));
    }
}
