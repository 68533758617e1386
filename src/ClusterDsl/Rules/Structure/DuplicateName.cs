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
            .Concat(Twice("workload", design.Workloads.Select(w => (w.Name, w.At))))
            .Concat(design.Sites.SelectMany(s => Twice("hall", s.Halls.Select(h => (h.Name, h.At)))))
            .Concat(Twice(design.Interconnects.Count == 0 ? "node group or fabric" : "node group, fabric or interconnect", design.Nodes.Select(n => (n.Name, n.At.Argument("name")))
                .Concat(design.Fabrics.Select(f => (f.Name, f.At))).Concat(design.Interconnects.Select(i => (i.Name, i.At.Argument("name")))), design.Nodes.ToLookup(n => n.Name)))
            .Concat(design.Interconnects.SelectMany(i => Twice($"path of `{i.Name}`", i.Paths.Select(p => (p.Name, p.At.Argument("name"))))))
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

    IEnumerable<Finding> Twice(string what, IEnumerable<(string Name, Origin At)> named, ILookup<string, NodesDesign>? nodes = null)
    {
        var first = new Dictionary<string, Origin>(StringComparer.OrdinalIgnoreCase);
        var again = new List<(string Name, Origin At)>();
        foreach (var (name, at) in named)
            if (first.ContainsKey(name)) again.Add((name, at));
            else first.Add(name, at);

        // What to do about a name is found once for all that carry it.
        foreach (var same in again.GroupBy(n => n.Name))
        {
            var isSaidAgain = nodes is not null && IsSaidAgain(same.Key, nodes);
            var free = Enumerable.Range(2, first.Count).Select(i => $"{same.Key}-{i}").First(n => !first.ContainsKey(n));
            foreach (var (name, at) in same)
                yield return Report(at, $"{what} {Text.Shown(name)} is declared twice, first at {first[name]}. Give one of them another name.",
                    isSaidAgain ? Fix.Remove("Leave the second out", at) : null, Fix.Instead($"Name it `{free}`", at, Text.Literal(free)));
        }
    }

    /// <summary>Whether all nodes of a name are declared alike: said twice, not two things of one name.</summary>
    static bool IsSaidAgain(string name, ILookup<string, NodesDesign> nodes) =>
        nodes[name].Select(n => (n.Model, n.Count, n.Units?.Size, n.PerRack?.Count)).ToList() is { Count: > 1 } same
        && same.Distinct().Count() == 1;
}
