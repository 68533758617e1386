using ClusterDsl.Model;
using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Cages that are cut into more ports than the switch chip runs, over all of it or in the part that some cages share.</summary>
sealed class ChipOutOfPorts() : DesignRule("CDL1130", "More ports than the switch chip runs", "Structure", Severity.Error)
{
    public override IEnumerable<Finding> Check(Draft draft)
    {
        foreach (var group in draft.Groups)
        {
            if (group.Model is not SwitchModel model || !HasLimits(model)) continue;
            var ends = CagesInUse.Of(draft, group).FindAll(e => model.FabricPorts.Contains(e.Bank));
            if (!MayExceed(model, ends)) continue;
            // Devices that are cabled alike fail alike: the first that fails speaks for its group.
            var excess = CagesInUse.Kinds(ends).Select(kind => Excess(model, group.Name.Format(kind.Device), kind.Ends)).FirstOrDefault(e => e is not null);
            if (excess is not null) yield return Report(group.At.Argument("count"), excess, MoreLeaves(draft, group));
        }
    }

    static Fix? MoreLeaves(Draft draft, GroupDraft group) =>
        draft.Fabrics.SelectMany(f => f.Blocks).FirstOrDefault(b => b.Leaves == group)?.Fewest is { } leaves && leaves > group.Count
            ? Fix.Set($"Use {Text.Count(leaves, "leaf", "leaves")}", group.At, "count", leaves.ToString()) : null;

    static bool HasLimits(SwitchModel model) => model.LogicalPorts > 0 || model.Ports.Any(p => p.Groups is not null);

    /// <summary>Most switches cannot reach their limits with the splits in use, whichever cages run them: those need no closer look.</summary>
    static bool MayExceed(SwitchModel model, List<CagesInUse> ends)
    {
        var splits = ends.GroupBy(e => e.Bank).Select(b => (Bank: b.Key, Split: b.Max(e => e.Mode.Split))).ToList();
        return model.LogicalPorts > 0 && splits.Sum(s => (long)s.Bank.Cages * s.Split) > model.LogicalPorts
            || splits.Any(s => s.Bank.Groups is { } groups && (long)s.Split * groups.Pattern.GroupBy(g => g).Max(g => g.Count()) > groups.Ports);
    }

    static string? Excess(SwitchModel model, string device, List<CagesInUse> ends)
    {
        var runs = ends.SelectMany(e => e.Cages.Select(cage => (e.Bank, Cage: cage, e.Mode)))
            .GroupBy(u => (u.Bank, u.Cage)).Select(u => (u.Key.Bank, u.Key.Cage, Mode: u.OrderByDescending(x => x.Mode.Split).First().Mode)).ToList();
        var ports = runs.Sum(r => r.Mode.Split);
        if (model.LogicalPorts > 0 && ports > model.LogicalPorts)
        {
            var kinds = runs.GroupBy(r => r.Mode).OrderByDescending(m => m.Key.Split).ToList();
            var finest = kinds[0];
            var fits = Math.Max(0, (model.LogicalPorts - (ports - finest.Count() * finest.Key.Split)) / finest.Key.Split);
            return $"`{device}` ({model.Id}) would run {Text.Number(ports)} ports: {string.Join(" and ", kinds.Select(k => $"{Text.Count(k.Count(), "cage")} of {CagesInUse.Text(k.Key)}"))}. "
                + $"Its chip runs {Text.Number(model.LogicalPorts)}{Recalled.Note(model.Recalled, "logical ports")}: "
                + $"run at most {Text.Count(fits, "cage")} as {CagesInUse.Text(finest.Key)}, or spread the links over more switches.";
        }
        // A cage that does not split so at all is another rule's.
        var full = runs.Where(r => r.Bank.Groups is not null && (r.Mode.Cages.Count == 0 || r.Mode.Cages.Contains(r.Cage + 1))).GroupBy(r => (r.Bank, Group: r.Bank.Groups!.Of(r.Cage)))
            .FirstOrDefault(g => g.Sum(r => r.Mode.Split) > g.Key.Bank.Groups!.Ports);
        return full is null ? null
            : $"cages {string.Join(" and ", full.Select(r => r.Cage + r.Bank.FirstCage).OrderBy(c => c))} of `{device}` ({model.Id}) share room for {full.Key.Bank.Groups!.Ports} ports "
                + $"and would run {full.Sum(r => r.Mode.Split)} ({string.Join(" and ", full.OrderBy(r => r.Cage).Select(r => CagesInUse.Text(r.Mode)))}). "
                + "Leave one of them dark, or cut them less finely.";
    }
}
