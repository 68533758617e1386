using ClusterDsl.Planning;
using FsCheck.Xunit;

namespace ClusterDsl.Tests;

/// <summary>What the cages of a switch run is found from a few devices of each group; walking every link agrees.</summary>
[Properties(Arbitrary = [typeof(Shapes)], MaxTest = 150, QuietOnSuccess = true)]
public sealed class CageProperties
{
    [Property]
    public void The_most_ports_that_a_chip_of_a_group_has_to_run_are_those_that_walking_the_links_counts(Shape shape)
    {
        var (plan, draft) = shape.Planned();
        var walked = (
            from bundle in plan.Bundles
            from k in Enumerable.Range(0, (int)bundle.Links)
            let link = bundle.LinkAt(k)
            from end in new[] { (End: bundle.A, Device: link.DeviceA, Port: link.PortA), (End: bundle.B, Device: link.DeviceB, Port: link.PortB) }
            let bank = plan.Models.Single(m => m.Id == plan.Groups.Single(g => g.Id == end.End.Group).Model).Bank(end.End.Bank)
            where end.Port < bank.Cages * end.End.Split // more than a switch has is another rule's finding; such ports are in no cage
            group end.End.Split by (end.End.Group, end.Device, end.End.Bank, Cage: bank.CageOf(end.Port, end.End.Split)) into cage
            group cage.Max() by (cage.Key.Group, cage.Key.Device) into device
            group device.Sum() by device.Key.Group).ToDictionary(g => g.Key, g => g.Max());
        Assert.All(draft.Groups.Where(g => walked.ContainsKey(g.Id)), group => Assert.Equal(walked[group.Id],
            CagesInUse.Kinds(CagesInUse.Of(draft, group)).Max(kind => kind.Ends
                .SelectMany(e => e.Cages.Select(cage => (e.Bank.Name, cage, e.Mode.Split)))
                .GroupBy(u => (u.Name, u.cage)).Sum(c => c.Max(u => u.Split)))));
    }
}
