namespace ClusterDsl;

/// <summary>One way to run a cage: how many ports it gives, and at what speed and signalling.</summary>
/// <param name="Split">Ports per cage.</param>
/// <param name="Speed">The speed of each.</param>
/// <param name="Lanes">Lanes of each.</param>
/// <param name="Lane">The signalling of a lane.</param>
/// <param name="Legs">Ports that leave the cage in one plug and part only along the cable: 1 for straight cables.</param>
public sealed record PortMode(int Split, Bandwidth Speed, int Lanes, Lane Lane, int Legs = 1)
{
    /// <summary>The cages of the bank, counted from 1, that can run so; empty for all of them. CDL1131 answers any other.</summary>
    public Seq<int> Cages { get; init; } = Seq<int>.Empty;
}

/// <summary>What a port can be set to speak.</summary>
[Flags]
public enum Protocols
{
    /// <summary>Ethernet.</summary>
    Ethernet = 1,

    /// <summary>InfiniBand.</summary>
    InfiniBand = 2,

    /// <summary>Either (VPI): the fabric that it is connected to decides.</summary>
    Either = Ethernet | InfiniBand,
}

/// <summary>Cages that share a part of the switch chip with room for so many ports: one cut finely leaves less for the others.</summary>
/// <param name="Pattern">For each cage of a stretch that repeats over the bank, the number of its group from 0: 0, 1, 1, 0 pairs the outer and the inner two of every four.</param>
/// <param name="Ports">The ports that a group has room for. CDL1130 answers more.</param>
public sealed record CageGroups(Seq<int> Pattern, int Ports)
{
    /// <summary>The group of a cage, counted from 0.</summary>
    internal int Of(int cage) => cage / Pattern.Count * (Pattern.Max() + 1) + Pattern[cage % Pattern.Count];
}

/// <summary>A bank of equal cages on a node or a switch.</summary>
public sealed class Ports
{
    /// <summary>Declares cages that give <paramref name="split"/> ports of one speed each.</summary>
    /// <param name="name">What the bank is called in the plan.</param>
    /// <param name="cages">How many cages, 1 to 1,024.</param>
    /// <param name="cage">What kind.</param>
    /// <param name="speed">The speed of a port as delivered.</param>
    /// <param name="split">Ports per cage as delivered: 2 for a twin-port OSFP cage of two 400G ports.</param>
    public Ports(string name, int cages, Cage cage, Bandwidth speed, int split = 1)
    {
        (Name, Cages, Cage, Native) = (name, cages, cage!, new PortMode(split, speed, LanesFor(speed, cage?.Fastest ?? Lane.BaseT), cage?.Fastest ?? Lane.BaseT));
        Modes = Seq.Of(Native);
        PortName = split == 1 ? name + "{c}" : name + "{c}/{s}";
        SplitName = name + "{c}s{s}";
    }

    // As many of the cage's fastest lanes as the speed takes.
    static int LanesFor(Bandwidth speed, Lane fastest)
    {
        var perLane = fastest switch { Lane.Nrz25 => 25, Lane.Pam4x50 => 50, Lane.Pam4x100 => 100, Lane.Pam4x200 => 200, _ => int.MaxValue };
        return Math.Max(1, speed.Gbps / perLane);
    }

    /// <summary>What the bank is called in the plan.</summary>
    public string Name { get; }

    /// <summary>How many cages.</summary>
    public int Cages { get; }

    /// <summary>What kind of cages.</summary>
    public Cage Cage { get; }

    /// <summary>How the cages run as delivered.</summary>
    public PortMode Native { get; }

    /// <summary>Every way the cages can run, the native one first.</summary>
    public Seq<PortMode> Modes { get; init; }

    /// <summary>What is printed beside a port: <c>{c}</c> is the cage, <c>{s}</c> the port in it, both from 1.</summary>
    public string PortName { get; init; }

    /// <summary>The same for another split than the native one.</summary>
    public string SplitName { get; init; }

    /// <summary>The number of the first cage in port names.</summary>
    public int FirstCage { get; init; } = 1;

    /// <summary>For port i, its place on the panel (cage × split + sub-port), where the model numbers ports otherwise.</summary>
    public Seq<int> Order { get; init; } = Seq<int>.Empty;

    /// <summary>What its ports speak. Left out, twisted pair and SFP cages speak Ethernet, others either.</summary>
    public Protocols Speaks { get => _speaks ?? (Cage is { CarriesInfiniBand: false } ? Protocols.Ethernet : Protocols.Either); init => _speaks = value; }

    readonly Protocols? _speaks;

    /// <summary>Whether it serves something beside the fabric, the management of a switch chip for one: no fabric takes its ports.</summary>
    public bool IsService { get; init; }

    /// <summary>Cages that share room in the switch chip; null where each has its own, or nobody says.</summary>
    public CageGroups? Groups { get; init; }

    /// <summary>Ports of the bank under a mode.</summary>
    public int Count(PortMode mode) => Cages * mode.Split;
}

/// <summary>The ports of a node that serve one role.</summary>
/// <param name="Role">What they are for.</param>
/// <param name="Bank">The bank they are in.</param>
/// <param name="First">The first port, at the native split.</param>
/// <param name="Stride">From one to the next.</param>
/// <param name="Count">How many.</param>
public sealed record RolePorts(Role Role, string Bank, int First, int Stride, int Count);
