using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A twin-port module with a straight cable in one connector and a splitter in the other, which its vendor does not allow.</summary>
sealed class TwinPortFibresDiffer() : DesignRule("CDL3013", "Straight cable beside a splitter in one module", "Optics", Severity.Warning)
{
    public override IEnumerable<Finding> Check(Draft draft)
    {
        var ends = draft.Links.SelectMany(l => new[] { (Link: l, Sets: l.LowerSets), (Link: l, Sets: l.UpperSets) })
            .Where(e => e.Sets.End is { Optic.Connectors: > 1, Ports.Bank.Order.Count: 0 } && e.Sets.Ports.IsRun);
        foreach (var bank in ends.GroupBy(e => (e.Sets.End.Group, e.Sets.End.Ports.Bank.Name)))
        {
            var straight = bank.Where(e => e.Sets.End.Ports.Mode.Legs == 1).ToList();
            foreach (var splitter in bank.Where(e => e.Sets.End.Ports.Mode.Legs > 1))
                foreach (var other in straight)
                    if (Cages(splitter.Sets) is var (first, last) && Cages(other.Sets) is var (from, to) && first <= to && from <= last
                        && splitter.Sets.Devices.Common(other.Sets.Devices) is { } device)
                    {
                        var end = splitter.Sets.End;
                        var cage = Math.Max(first, from) + end.Ports.Bank.FirstCage;
                        yield return Report(splitter.Link.Fabric, splitter.Link.At,
                            $"cage {cage} of `{end.Group.Name.Format((int)device)}` ({end.Group.Model.Id}) has a splitter to `{splitter.Link.Lower.Group.Id}` in one connector of {end.Optic!.Id} and a straight cable to "
                            + $"`{(other.Link.Upper.Group == end.Group ? other.Link.Lower : other.Link.Upper).Group.Id}` in the other; the module is for two of one kind. Leave one more port free, so that the splitter gets a cage of its own, or accept it as some published designs do.");
                        break;
                    }
        }
    }

    static (long First, long Last) Cages(EndSets end) => (end.Ports.Min / end.End.Ports.Mode.Split, end.Ports.Max / end.End.Ports.Mode.Split);
}
