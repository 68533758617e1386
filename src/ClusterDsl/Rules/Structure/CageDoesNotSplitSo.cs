using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A cage run in a way that its switch has for other cages only: Spectrum cuts its odd cages finest, and the next one stays dark. The planner keeps to those; who links by hand may not.</summary>
sealed class CageDoesNotSplitSo() : DesignRule("CDL1131", "Cage does not split so", "Structure", Severity.Error)
{
    public override IEnumerable<Finding> Check(Draft draft) =>
        // The bundles of one connection take the same ports: one finding speaks for them.
        draft.Links.SelectMany(l => new[] { new CagesInUse(l, isLower: true), new CagesInUse(l, isLower: false) })
            .Where(e => e.Mode.Cages.Count > 0)
            .SelectMany(Check)
            .GroupBy(f => f.At).Select(f => f.First());

    IEnumerable<Finding> Check(CagesInUse end)
    {
        var able = new HashSet<int>(end.Mode.Cages);
        var wrong = end.Cages.Where(cage => !able.Contains(cage + 1)).ToList();
        if (wrong.Count == 0) yield break;
        var (first, model) = (end.Bank.FirstCage, end.End.Group.Model.Id);
        yield return Report(end.Link.At,
            $"cage {wrong[0] + first} of `{end.End.Group.Id}` would run {CagesInUse.Text(end.Mode)}; {model} runs that in {Which(end.Mode.Cages, first)} only. "
            + (end.Link.Kind == "manual" ? "Link to a port of one of those" : "Connect at a speed that every cage runs") + ", or choose another switch.");
    }

    /// <summary>As people say it: every second cage, or their numbers.</summary>
    static string Which(Seq<int> cages, int first)
    {
        var isEverySecond = cages.Count > 2 && Enumerable.Range(1, cages.Count - 1).All(i => cages[i] - cages[i - 1] == 2);
        var numbers = cages.Select(c => (c + first - 1).ToString()).ToList();
        return isEverySecond ? $"every second cage from {numbers[0]}"
            : $"cages {string.Join(", ", numbers.Take(8))}{(numbers.Count > 8 ? $" and {numbers.Count - 8} more" : "")}";
    }
}
