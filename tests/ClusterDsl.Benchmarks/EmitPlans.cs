namespace ClusterDsl.Benchmarks;

/// <summary>The plans that formats are measured on: of about 1,000,000 cables wherever the format takes them, and the same of a few thousand.</summary>
static class EmitPlans
{
    /// <param name="Nodes">Of the large plan.</param>
    /// <param name="Few">Of the small one.</param>
    /// <param name="Unit">Nodes of a unit.</param>
    /// <param name="Ports">Of every switch.</param>
    /// <param name="Tiers">Of switches.</param>
    sealed record Shape(int Nodes, int Few, int Unit, int Ports, int Tiers, bool IsInfiniBand = false);

    /// <summary>InfiniBand has addresses for one subnet of 33,280 adapters; hhfab knows leaves and spines alone, and htsim no switch of more than 64 ports.</summary>
    static Shape Of(string format) => format switch
    {
        "ibnet" or "ibdm" => new(4_160, 512, 64, 256, 3, IsInfiniBand: true),
        "hhfab" => new(62_464, 512, 512, 1_024, 2),
        "htsim" => new(8_192, 256, 32, 64, 3),
        _ => new(41_984, 512, 64, 256, 3),
    };

    public static Plan For(string format, bool large) => Of(format) is var shape && large ? Planned(shape, shape.Nodes) : Planned(shape, shape.Few);

    /// <summary>Three tiers over as many nodes of eight GPUs.</summary>
    public static Plan Of(int nodes) => Planned(Of("cabling"), nodes);

    /// <summary>Units on rails in a hall dense enough that fibre reaches.</summary>
    static Plan Planned(Shape shape, int nodes)
    {
        var node = new NodeModel("NODE", 8, new Ports("nic", 8, Cage.Qsfp112, 400.Gbps()))
        { Height = 4, Power = 5.Kilowatts(), ScaleUp = new SwitchedScaleUp(ScaleUpLinks.NvLink4, Chips: 6) };
        var ethernet = new EthernetSwitch("SWITCH", new Ports("port", shape.Ports, Cage.Qsfp112, 400.Gbps())) { Power = 3.Kilowatts() };
        var quantum = new InfiniBandSwitch("QUANTUM", new Ports("port", shape.Ports, Cage.Qsfp112, 400.Gbps())) { Power = 3.Kilowatts() };
        var plan = Cluster.Named("benchmark").Site("dc", site => site
            .Hall("h1", hall => hall.Racks(rows: 72, perRow: 144).Pitch(0.6.Metres(), 1.8.Metres()).RackPower(60.Kilowatts()))
            .Nodes("node", node, nodes, n => n.ScalableUnits(shape.Unit).PerRack(8))
            .Fabric("net", fabric =>
            {
                if (shape.IsInfiniBand) Tiers(fabric.InfiniBand(InfiniBand.Ndr), quantum);
                else Tiers(fabric.Ethernet(400.Gbps()), ethernet);
            })).Plan;
        return plan.Findings.All(f => f.Severity != Severity.Error) ? plan : throw new InvalidOperationException(string.Join(" ", plan.Findings.Select(f => f.Message)));

        void Tiers<TFabric, TSwitch>(SpineLeaf<TFabric, TSwitch> fabric, TSwitch model) where TFabric : SpineLeaf<TFabric, TSwitch> where TSwitch : SwitchModel
        {
            var tree = fabric.RailOptimized().NonBlocking().Connect("node").Leaves(model).Spines(model);
            if (shape.Tiers == 3) tree.Cores(model).Pods(4);
        }
    }
}
