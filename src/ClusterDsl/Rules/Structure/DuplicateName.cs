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
                .Concat(design.Fabrics.Select(f => (f.Name, f.At)))))
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

    IEnumerable<Finding> Twice(string what, IEnumerable<(string Name, Origin At)> named)
    {
        var first = new Dictionary<string, Origin>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, at) in named)
            if (first.TryGetValue(name, out var before))
                yield return Report(at, $"{what} {Text.Shown(name)} is declared twice, first at {before}. Give one of them another name.");
            else first.Add(name, at);
    }
}
