using ClusterDsl.Plans;

namespace ClusterDsl.Tests;

/// <summary>Nodes that share few leaves are spread evenly, however they are grouped.</summary>
public sealed class SpreadTests
{
    static readonly NodeModel Server = new("SERVER", 0, new Ports("nic", 1, Cage.Qsfp112, 400.Gbps()));

    static Plan Spread(params int[] groups) => Cluster.Named("c").Site("dc", s =>
    {
        for (var i = 0; i < groups.Length; i++) s.Nodes($"server-{(char)('a' + i / 26)}{(char)('a' + i % 26)}", Server, groups[i]);
        s.Fabric("net", f =>
        {
            var net = f.Ethernet(400.Gbps()).Leaves(Small.Switch).Spines(Small.Switch);
            for (var i = 0; i < groups.Length; i++) net.Connect($"server-{(char)('a' + i / 26)}{(char)('a' + i % 26)}");
        });
    }).Plan;

    [Fact]
    public void A_hundred_groups_of_one_server_fill_leaves_as_one_group_of_a_hundred_does()
    {
        var plan = Spread([.. Enumerable.Repeat(1, 100)]).Says();
        Assert.Equal(Spread(100).Group("net/leaf").Count, plan.Group("net/leaf").Count);
        Assert.Equal([25, 25, 25, 25], ServersOfEachLeaf(plan));
    }

    [Theory]
    [InlineData(70, 1, 1, 1)]
    [InlineData(70, 2, 1, 2, 1, 1)]
    [InlineData(1, 1, 97)]
    public void Small_groups_take_the_room_that_the_ones_before_them_left(params int[] groups)
    {
        var plan = Spread(groups).Says();
        var servers = ServersOfEachLeaf(plan);
        Assert.Equal(groups.Sum(), servers.Sum());
        Assert.InRange(servers.Max() - servers.Min(), 0, 2);
    }

    static int[] ServersOfEachLeaf(Plan plan)
    {
        Assert.Null(plan.Collision());
        return [.. plan.Rows().Where(r => r.A.End.Group.StartsWith("server")).GroupBy(r => r.B.Device).OrderBy(g => g.Key).Select(g => g.Count())];
    }
}
