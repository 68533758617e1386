using System.Diagnostics;
using ClusterDsl.Language;

namespace ClusterDsl.Tests;

/// <summary>Designs of so many parts that nobody can build them: planned in a moment, or refused with the number and the limit, and stopped when nobody waits.</summary>
public sealed class LargeDesignsTests
{
    [Fact]
    public void Too_many_node_groups_are_one_finding_instead_of_a_plan()
    {
        var plan = Small.Plan(also: s => Times(20_000, i => s.Nodes("n" + i, Small.Node, 4)))
            .Says("CDL1003").Naming("a cluster has at most 10,000 node groups; this one has 20,001", "with a count");
        Assert.Empty(plan.Groups);
    }

    [Fact]
    public void Too_many_fabrics_sites_halls_blocks_connections_and_links_are_one_finding_each() =>
        Cluster.Named("c")
            .Site("dc", s =>
            {
                Times(1_001, i => s.Fabric("f" + i, f => f.Ethernet(400.Gbps())));
                Times(10_001, i => s.Hall("h" + i, _ => { }));
                s.Fabric("f", f =>
                {
                    var net = f.Ethernet(400.Gbps());
                    Times(1_001, i => net.Leaves(Small.Switch, leaves: b => b.Named("b" + i)));
                    Times(10_001, i => net.Connect("n" + i));
                    Times(10_001, i => net.Link(PortRef.Node("n", i + 1, 1), PortRef.Node("n", i + 1, 2)));
                });
            })
            .Plan.Says("CDL1003", "CDL1003", "CDL1003", "CDL1003", "CDL1003")
            .Naming("at most 1,000 fabrics; this one has 1,002").Naming("at most 10,000 halls; this one has 10,001")
            .Naming("at most 1,000 blocks of leaves; this one has 1,001").Naming("at most 10,000 connections; this one has 10,001")
            .Naming("at most 10,000 links by hand; this one has 10,001");

    [Fact]
    public void As_many_as_there_may_be_are_planned_in_a_moment()
    {
        var clock = Stopwatch.StartNew();
        Assert.Equal(10_000, Groups(10_000).Plan.Groups.Count(g => g.Role == "node"));
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 20);
    }

    [Fact]
    public void Ten_thousand_cables_with_both_ends_in_ports_in_use_are_a_finding_each()
    {
        var plan = Small.Plan(more: f => Times(10_000, _ => f.Link(PortRef.Node("node", 1, 1), PortRef.Node("node", 2, 1))));
        Assert.Equal(10_000, plan.Findings.Count(f => f.Rule == "CDL1102"));
    }

    [Fact]
    public void Planning_stops_at_the_step_at_which_nobody_waits_for_it_any_more()
    {
        const int last = 10_000;
        var (cluster, steps) = (Groups(10_000), 0);
        Work.Step = () =>
        {
            if (++steps >= last) throw new OperationCanceledException();
        };
        try
        {
            Assert.Throws<OperationCanceledException>(() => cluster.Plan);
            Assert.Equal(last, steps);
        }
        finally
        {
            Work.Step = null;
        }
    }

    [Fact]
    public void Planning_is_never_long_between_two_steps()
    {
        var (clock, longest) = (Stopwatch.StartNew(), TimeSpan.Zero);
        Work.Step = () =>
        {
            if (clock.Elapsed > longest) longest = clock.Elapsed;
            clock.Restart();
        };
        try
        {
            _ = Groups(10_000).Plan;
        }
        finally
        {
            Work.Step = null;
        }
        Assert.InRange(longest.TotalSeconds, 0, 1);
    }

    static Cluster Groups(int count) => Cluster.Named("c").Site("dc", s => s.Fabric("net", f =>
    {
        var net = f.Ethernet(400.Gbps()).Leaves(Small.Switch);
        Times(count, i =>
        {
            s.Nodes("n" + i, Small.Node, 4);
            net.Connect("n" + i);
        });
    }));

    static void Times(int count, Action<int> action)
    {
        for (var i = 0; i < count; i++) action(i);
    }
}
