using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A cage takes one plug: its ports are of one module, or of one cable, and run one signalling.</summary>
sealed class TwoPlugsInOneCage() : DesignRule("CDL1132", "Two plugs in one cage", "Structure", Severity.Error)
{
    public override IEnumerable<Finding> Check(Draft draft)
    {
        foreach (var group in draft.Groups)
            foreach (var bank in CagesInUse.Of(draft, group).Where(e => Plug(e).Length > 0).GroupBy(e => e.Bank))
            {
                // Where all is of one kind, or no cage has two ports, nothing can meet.
                if (bank.All(e => e.Mode.Split == 1) || bank.Select(Key).Distinct().Count() == 1) continue;
                var ends = bank.OrderBy(e => e.Link.Kind == "manual").ThenBy(e => e.Link.At.Line).ToList();
                var blamed = new HashSet<LinkDraft>();
                foreach (var (device, used) in CagesInUse.Kinds(ends))
                    foreach (var (late, early, cage) in Meetings([.. used.OrderBy(ends.IndexOf)]))
                        if (blamed.Add(late.Link))
                            yield return Report(late.At,
                                $"cage {cage + bank.Key.FirstCage} of `{group.Name.Format(device)}` would take two plugs: {Told(early)} for {early.At} and {Told(late)} here. "
                                + "Use one kind of module for both, or connect so many that a cage is full before the next kind begins.");
            }
    }

    static IEnumerable<(CagesInUse Late, CagesInUse Early, int Cage)> Meetings(List<CagesInUse> used)
    {
        var holders = new CagesInUse?[used[0].Bank.Cages];
        foreach (var end in used)
            foreach (var cage in end.Cages)
                if (holders[cage] is not { } holder) holders[cage] = end;
                else if (Key(holder) != Key(end)) yield return (end, holder, cage);
    }

    static (string, Lane) Key(CagesInUse end) => (Plug(end), end.Mode.Lane);

    static string Plug(CagesInUse end) => end.End.Optic?.Id ?? end.Link.Cable?.Id ?? "";

    static string Told(CagesInUse end) => $"{Plug(end)} ({CagesInUse.Text(end.Mode)})";
}
