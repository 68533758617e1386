namespace ClusterDsl;

/// <summary>
/// A line box of a scheduled fabric (NCP, DES leaf): nodes at its host side, cells to the fabric boxes at its fabric side. Ports of the two
/// sides are never joined by a cable.
/// </summary>
public sealed class LineBox : SwitchModel
{
    /// <summary>A model with these banks of cages; give a bank called "mgmt" for its management port.</summary>
    /// <param name="id">The part number.</param>
    /// <param name="host">The cages that nodes connect to.</param>
    /// <param name="fabric">The cages that carry cells to the fabric boxes.</param>
    /// <param name="more">Others, the management port among them.</param>
    public LineBox(string id, Ports host, Ports fabric, params Ports[] more) : base(id, [host, fabric, .. more ?? []]) { }

    /// <summary>The cages that nodes connect to.</summary>
    public Ports Host => Ports[0];

    /// <summary>The cages that carry cells.</summary>
    public Ports Fabric => Ports[1];

    /// <summary>The most host ports, as delivered, of a whole system of these boxes; 0 where nobody says (CDL7203).</summary>
    public int SystemPorts { get; init; }

    internal override string Protocol => "Ethernet";
    internal override IEnumerable<Ports> DownPorts => [Host];
    internal override IEnumerable<Ports> UpPorts => [Fabric];
}

/// <summary>A fabric box of a scheduled fabric (NCF, DES spine): it carries cells from line box to line box, and nothing else.</summary>
public sealed class FabricBox : SwitchModel
{
    /// <summary>A model with these banks of cages; give a bank called "mgmt" for its management port.</summary>
    /// <param name="id">The part number.</param>
    /// <param name="fabric">The cages that carry cells.</param>
    /// <param name="more">Others, the management port among them.</param>
    public FabricBox(string id, Ports fabric, params Ports[] more) : base(id, [fabric, .. more ?? []]) { }

    /// <summary>The cages that carry cells.</summary>
    public Ports Fabric => Ports[0];

    internal override string Protocol => "Ethernet";
    internal override IEnumerable<Ports> DownPorts => [Fabric];
    internal override IEnumerable<Ports> UpPorts => [];
}
