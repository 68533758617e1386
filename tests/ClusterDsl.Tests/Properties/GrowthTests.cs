namespace ClusterDsl.Tests;

/// <summary>A cluster that grows renames nothing and moves no cable of the units it had.</summary>
public class GrowthTests
{
    [Theory]
    [InlineData(9, 10)]
    [InlineData(95, 101)]
    [InlineData(960, 1_024)]
    public void Devices_and_ports_keep_their_names(int before, int after)
    {
        var (old, grown) = (NodeCables(before), NodeCables(after));
        // The last unit of the smaller cluster is filled up; what was cabled stays as it is.
        Assert.Superset(old, grown);
        Assert.Equal(before * 4, old.Count);
    }

    static HashSet<string> NodeCables(int nodes)
    {
        var plan = Small.Plan(count: nodes, instead: f => f.Ethernet(400.Gbps()).RailOptimized().Connect("node").Leaves(Small.Switch)
            .Spines(Big).NonBlocking());
        var cables = new HashSet<string>();
        foreach (var bundle in plan.Bundles.Where(b => b.A.Group == "node"))
        {
            var (a, b) = (plan.Group(bundle.A.Group), plan.Group(bundle.B.Group));
            for (var k = 0L; k < bundle.Links; k++)
            {
                var link = bundle.LinkAt(k);
                cables.Add($"{a.Name.Format(link.DeviceA)}:{link.PortA} {b.Name.Format(link.DeviceB)}:{link.PortB}");
            }
        }
        return cables;
    }

    /// <summary>A spine with ports for any of these.</summary>
    static readonly EthernetSwitch Big = new("BIG", new Ports("port", 1_024, Cage.Qsfp112, 400.Gbps()));
}
