namespace ClusterDsl;

/// <summary>What nodes and switches have in common: an identity, a size, a power, banks of ports.</summary>
public abstract class HardwareModel
{
    private protected HardwareModel(string id, Ports[] ports) => (Id, Ports) = (id, (ports ?? []).ToSeq());

    /// <summary>The part number.</summary>
    public string Id { get; }

    /// <summary>The banks of cages.</summary>
    public Seq<Ports> Ports { get; }

    /// <summary>The height in rack units; 0 for what hangs beside them. CDL4001 adds them up.</summary>
    public int Height { get; init; } = 1;

    /// <summary>The most it draws. CDL4002 adds it up.</summary>
    public Power Power { get; init; }

    /// <summary>What it is, for the bill of materials.</summary>
    public string Description { get; init; } = "";

    /// <summary>An indicative price in US dollars, or empty.</summary>
    public string PriceUsd { get; init; } = "";

    /// <summary>Where and when the price was read.</summary>
    public string PriceSource { get; init; } = "";

    /// <summary>Where the figures come from; "recalled" names those that were not read in a source.</summary>
    public string Source { get; init; } = "";

    internal abstract string Category { get; }

    internal Ports? Bank(string name) => Ports.FirstOrDefault(p => p.Name == name);
}

/// <summary>A switch.</summary>
public abstract class SwitchModel : HardwareModel
{
    private protected SwitchModel(string id, Ports[] ports) : base(id, ports) { }

    internal override string Category => "switch";

    internal abstract string Protocol { get; }

    /// <summary>The bank of the management port that the out-of-band network connects.</summary>
    internal const string ManagementBank = "mgmt";

    /// <summary>The banks that carry a fabric: all but the management port's.</summary>
    internal IEnumerable<Ports> FabricPorts => Ports.Where(p => p.Name != ManagementBank);
}

/// <summary>An InfiniBand switch.</summary>
public sealed class InfiniBandSwitch : SwitchModel
{
    /// <summary>A model with these banks of cages; give a bank called "mgmt" for its management port.</summary>
    /// <param name="id">The part number.</param>
    /// <param name="ports">Its banks.</param>
    public InfiniBandSwitch(string id, params Ports[] ports) : base(id, ports) { }

    internal override string Protocol => "InfiniBand";
}

/// <summary>An Ethernet switch.</summary>
public sealed class EthernetSwitch : SwitchModel
{
    /// <summary>A model with these banks of cages; give a bank called "mgmt" for its management port.</summary>
    /// <param name="id">The part number.</param>
    /// <param name="ports">Its banks.</param>
    public EthernetSwitch(string id, params Ports[] ports) : base(id, ports) { }

    internal override string Protocol => "Ethernet";
}

/// <summary>Anything that is connected to fabrics without being one of their switches: a server, an appliance, a PDU.</summary>
public sealed class NodeModel : HardwareModel
{
    /// <summary>A model with these banks of cages.</summary>
    /// <param name="id">The part number.</param>
    /// <param name="gpus">GPUs per node, 0 for other devices.</param>
    /// <param name="ports">Its banks.</param>
    public NodeModel(string id, int gpus, params Ports[] ports) : base(id, ports) => Gpus = gpus;

    /// <summary>GPUs per node.</summary>
    public int Gpus { get; }

    /// <summary>node, storage, appliance, pdu or external: the category in the bill of materials.</summary>
    public string Kind { get; init; } = "node";

    /// <summary>Which ports serve which role; left empty, all ports of the first bank are compute ports.</summary>
    public Seq<RolePorts> Roles { get; init; } = Seq<RolePorts>.Empty;

    internal override string Category => Kind;

    /// <summary>The ports of a role; a model that names no roles serves compute with its whole first bank.</summary>
    internal RolePorts? For(Role role) =>
        Roles.Count > 0 ? Roles.FirstOrDefault(r => r.Role == role)
        : role == Role.Compute && Ports.Count > 0 ? new RolePorts(role, Ports[0].Name, 0, 1, Ports[0].Count(Ports[0].Native))
        : null;
}
