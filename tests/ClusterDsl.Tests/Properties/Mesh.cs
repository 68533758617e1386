namespace ClusterDsl.Tests;

/// <summary>A random topology of equals, small enough to walk: a dragonfly+, a dragonfly or a slim fly. It prints as the numbers it was made from.</summary>
public sealed record Mesh
{
    public enum Shape { DragonflyPlus, Dragonfly, SlimFly }

    public required Shape Kind { get; init; }
    public required int Nodes { get; init; }
    public required int NodePorts { get; init; }

    /// <summary>Cells, or groups, or the order of a field; null for the planner to find.</summary>
    public required int? Cells { get; init; }
    public required int? PerCell { get; init; }
    public required int? Spines { get; init; }
    public required int? Uplinks { get; init; }

    /// <summary>Links between two cells, or of a router to other groups.</summary>
    public required int? Global { get; init; }
    public required int Radix { get; init; }

    /// <summary>Switch ports of which two make a port of a node.</summary>
    public required bool Splitters { get; init; }
    public required int? Unit { get; init; }

    /// <summary>Nodes in the first cell only; 0 for none.</summary>
    public required int Few { get; init; }
    public required int RacksPerRow { get; init; }

    public Cluster Declare() => Cluster.Named("mesh").Site("dc", site =>
    {
        site.Hall("hall", h => h.Racks(rows: 1_024, RacksPerRow));
        site.Nodes("node", Node("NODE"), Nodes, n => { if (Unit is { } size) n.ScalableUnits(size); });
        if (Few > 0) site.Nodes("few", Node("FEW"), Few);
        site.Fabric("net", Net);
    });

    void Net(Fabric fabric)
    {
        var net = fabric.Ethernet(400.Gbps()).Oversubscribed(8);
        switch (Kind)
        {
            case Shape.DragonflyPlus:
                var plus = net.DragonflyPlus(Cells, Global).Leaves(Switch, PerCell, Uplinks).Spines(Switch, Spines).Connect("node");
                if (Few > 0) plus.Cells(1, c => c.Connect("few"));
                break;
            case Shape.Dragonfly:
                var fly = net.Dragonfly(Cells).Routers(Switch, PerCell, Global).Connect("node");
                if (Few > 0) fly.Groups(1, g => g.Connect("few"));
                break;
            default:
                var slim = net.SlimFly(Cells).Routers(Switch).Connect("node");
                if (Few > 0) slim.Connect("few");
                break;
        }
    }

    NodeModel Node(string id) => new(id, 8, new Ports("nic", NodePorts, Cage.Qsfp112, Splitters ? 200.Gbps() : 400.Gbps())
    { Modes = Seq.Of(Splitters ? new PortMode(1, 200.Gbps(), 2, Lane.Pam4x100) : new PortMode(1, 400.Gbps(), 4, Lane.Pam4x100)) }) { Height = 4 };

    EthernetSwitch Switch => new("SWITCH", new Ports("port", Radix, Cage.Qsfp112, 400.Gbps())
    { Modes = Seq.Of(new PortMode(1, 400.Gbps(), 4, Lane.Pam4x100), new PortMode(2, 200.Gbps(), 2, Lane.Pam4x100, Legs: 2)) }) { Height = 3 };
}
