namespace ClusterDsl.Tests;

/// <summary>A small legal cluster, and what one change to it makes the rules say.</summary>
static class Small
{
    /// <summary>A node with four 400G ports.</summary>
    public static readonly NodeModel Node = new("NODE", 4, new Ports("nic", 4, Cage.Qsfp112, 400.Gbps())) { Height = 2 };

    /// <summary>A switch with 64 ports of 400G.</summary>
    public static readonly EthernetSwitch Switch = new("SWITCH", new Ports("port", 64, Cage.Qsfp112, 400.Gbps()));

    /// <summary>Sixty-four nodes in units of 16 on a rail-optimised fabric of two tiers; each part can be replaced.</summary>
    public static Plan Plan(string name = "good", string site = "dc", string nodes = "node", string fabric = "net", NodeModel? model = null,
        int count = 64, int unit = 16, Action<Hall>? hall = null, Action<NodeGroup>? group = null, Action<EthernetFabric>? spines = null,
        Action<EthernetFabric>? more = null, Action<Fabric>? instead = null, Action<Site>? also = null) => Cluster.Named(name)
        .Site(site, s =>
        {
            if (hall is not null) s.Hall("hall", hall);
            s.Nodes(nodes, model ?? Node, count, n => { n.ScalableUnits(unit); group?.Invoke(n); });
            also?.Invoke(s);
            s.Fabric(fabric, instead ?? (f =>
            {
                var net = f.Ethernet(400.Gbps()).RailOptimized().Connect(nodes).Leaves(Switch);
                (spines ?? (n => n.Spines(Switch)))(net);
                more?.Invoke(net);
            }));
        }).Plan;

    /// <summary>The plan has findings of exactly these rules, each as often as it is named.</summary>
    public static Plan Says(this Plan plan, params string[] rules)
    {
        Assert.Equal(rules.Order(), plan.Findings.Select(f => f.Rule).Order());
        return plan;
    }

    /// <summary>One of the findings names all of this.</summary>
    public static Plan Naming(this Plan plan, params string[] parts)
    {
        Assert.True(plan.Findings.Any(f => parts.All(f.Message.Contains)), string.Join("\n", plan.Findings.Select(f => $"{f.Rule} {f.Message}")));
        return plan;
    }
}
