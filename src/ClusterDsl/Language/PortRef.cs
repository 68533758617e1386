namespace ClusterDsl;

/// <summary>One port of one device, as a person points at it: everything counts from 1.</summary>
public sealed record PortRef
{
    PortRef(string? nodes, Role role, Tier tier, int device, int port) =>
        (Nodes, Role, Tier, Device, Index) = (nodes, role, tier, device, port);

    internal string? Nodes { get; init; }
    internal Role Role { get; }
    internal Tier Tier { get; }
    internal int Device { get; }
    internal int Index { get; }

    /// <summary>A port of a node.</summary>
    /// <param name="nodes">The node group.</param>
    /// <param name="device">The node, from 1.</param>
    /// <param name="port">The port among those of the role, from 1: the rail for compute.</param>
    /// <param name="role">What the port is for.</param>
    public static PortRef Node(string nodes, int device, int port, Role role = Role.Compute) => new(nodes, role, Tier.Leaf, device, port);

    /// <summary>A port of a switch of the fabric.</summary>
    /// <param name="tier">The tier it is in.</param>
    /// <param name="device">The switch, from 1.</param>
    /// <param name="port">The port at the fabric's speed, from 1.</param>
    public static PortRef Switch(Tier tier, int device, int port) => new(null, Role.Compute, tier, device, port);
}
