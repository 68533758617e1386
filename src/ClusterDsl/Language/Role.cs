namespace ClusterDsl;

/// <summary>What a port of a node is for. Each fabric connects the ports of one role, so that several fabrics share a node.</summary>
public enum Role
{
    /// <summary>The scale-out ports, one per rail.</summary>
    Compute,

    /// <summary>The ports to storage.</summary>
    Storage,

    /// <summary>The ports of the in-band network: provisioning, login, scheduling.</summary>
    InBand,

    /// <summary>The management controller's port.</summary>
    OutOfBand,
}

/// <summary>A switch tier.</summary>
public enum Tier
{
    /// <summary>The switches that nodes connect to.</summary>
    Leaf,

    /// <summary>The switches above the leaves.</summary>
    Spine,

    /// <summary>The switches above the spines.</summary>
    Core,
}

/// <summary>A generation of InfiniBand: the speed of a four-lane port.</summary>
public enum InfiniBand
{
    /// <summary>200 Gb/s, four lanes of 50 Gb/s PAM4.</summary>
    Hdr = 200,

    /// <summary>400 Gb/s, four lanes of 100 Gb/s PAM4.</summary>
    Ndr = 400,

    /// <summary>800 Gb/s, four lanes of 200 Gb/s PAM4.</summary>
    Xdr = 800,
}
