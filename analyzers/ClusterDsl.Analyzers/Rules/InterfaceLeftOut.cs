using ClusterDsl.Plans;

namespace ClusterDsl.Analyzers.Rules;

/// <summary>Interfaces whose type does not say which cage they have, and of which no overlay says it.</summary>
public sealed class InterfaceLeftOut() : DeviceRule("CDL0012", "Interface left out", Severity.Warning)
{
    /// <summary>The one rule.</summary>
    public static readonly InterfaceLeftOut Rule = new();
}
