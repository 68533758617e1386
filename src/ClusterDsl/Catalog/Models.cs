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

    /// <summary>How heavy it is; 0 where nobody says.</summary>
    public Weight Weight { get; init; }

    /// <summary>What carries its heat away.</summary>
    public Cooling Cooling { get; init; }

    /// <summary>Which way its air goes.</summary>
    public Airflow Airflow { get; init; }

    /// <summary>How many power supplies it has, each with an inlet of its own; 0 where nobody says.</summary>
    public int PowerSupplies { get; init; }

    /// <summary>How many of them it can lose and run on: 1 of "5+1", 3 of "3+3".</summary>
    public int SparePowerSupplies { get; init; }

    /// <summary>What it is, for the bill of materials.</summary>
    public string Description { get; init; } = "";

    /// <summary>An indicative price in US dollars, or empty.</summary>
    public string PriceUsd { get; init; } = "";

    /// <summary>Where and when the price was read.</summary>
    public string PriceSource { get; init; } = "";

    /// <summary>Where the figures come from.</summary>
    public string Source { get; init; } = "";

    /// <summary>The figures that were not read in a source: "height", "power", "weight", "ports", "modes", "logical ports", or "all". A finding that rests on one says so.</summary>
    public Seq<string> Recalled { get; init; } = Seq<string>.Empty;

    /// <summary>What one of its power supplies gives; 0 where nobody says.</summary>
    public Power SupplyPower { get; init; }

    /// <summary>What it draws with empty cages; 0 where nobody says. CDL4017 adds its modules and compares that with the supplies.</summary>
    public Power EmptyPower { get; init; }

    internal abstract string Category { get; }

    /// <summary>Whether it runs on after losing one of so many feeds, its supplies spread evenly over them; null where its supplies are not known.</summary>
    internal bool? SurvivesLossOfOneOf(int feeds) =>
        PowerSupplies == 0 ? null : feeds > 1 && (PowerSupplies + feeds - 1) / feeds <= SparePowerSupplies;

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

    /// <summary>The banks that carry a fabric: all but the management port's and those of the switch's own service.</summary>
    internal IEnumerable<Ports> FabricPorts => Ports.Where(p => p.Name != ManagementBank && !p.IsService);

    /// <summary>The banks that take what is below, and those that go up: any bank of an ordinary switch does both.</summary>
    internal virtual IEnumerable<Ports> DownPorts => FabricPorts;
    internal virtual IEnumerable<Ports> UpPorts => FabricPorts;

    /// <summary>The most ports that its chip runs, however the cages are cut; 0 where nobody says. CDL1130 answers more.</summary>
    public int LogicalPorts { get; init; }

    /// <summary>Its packet buffer as its maker tells it: "64 MB"; empty where nobody says.</summary>
    public string Buffer { get; init; } = "";

    /// <summary>What it carries one way with every cage as delivered, in Gb/s. Brochures of InfiniBand switches print both ways.</summary>
    public int CapacityGbps => DownPorts.Sum(p => p.Count(p.Native) * p.Native.Speed.Gbps);
}

/// <summary>An InfiniBand switch.</summary>
public sealed class InfiniBandSwitch : SwitchModel
{
    /// <summary>A model with these banks of cages; give a bank called "mgmt" for its management port.</summary>
    /// <param name="id">The part number.</param>
    /// <param name="ports">Its banks.</param>
    public InfiniBandSwitch(string id, params Ports[] ports) : base(id, ports) { }

    /// <summary>The longest link that the buffers of its ports give credit for; 0 for one made for halls (CDL7006). NVIDIA's MetroX-3 reaches 40 km.</summary>
    public Length LongHaul { get; init; }

    /// <summary>Whether it has no processor for a subnet manager: a fabric of such switches needs one elsewhere (CDL7002).</summary>
    public bool ExternallyManaged { get; init; }

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

    /// <summary>What joins its GPUs, alone or with those of the nodes next to it; null where nobody says.</summary>
    public ScaleUp? ScaleUp { get; init; }

    internal override string Category => Kind;

    /// <summary>Whether it has the ports that a role names.</summary>
    internal bool Has(RolePorts ports) =>
        ports is { Count: > 0, Stride: > 0, First: >= 0 } && Bank(ports.Bank) is { Cages: > 0 } bank
        && ports.First + (long)ports.Stride * (ports.Count - 1) < bank.Count(bank.Native);

    /// <summary>The ports of a role; a model that names no roles serves compute with its whole first bank.</summary>
    internal RolePorts? For(Role role) =>
        Roles.Count > 0 ? Roles.FirstOrDefault(r => r.Role == role && Has(r))
        : role == Role.Compute && Ports.Count > 0 ? new RolePorts(role, Ports[0].Name, 0, 1, Ports[0].Count(Ports[0].Native))
        : null;
}
