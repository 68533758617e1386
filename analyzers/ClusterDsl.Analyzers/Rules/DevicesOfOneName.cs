using ClusterDsl.Plans;

namespace ClusterDsl.Analyzers.Rules;

/// <summary>Two files that would become the same member.</summary>
public sealed class DevicesOfOneName() : DeviceRule("CDL0014", "Two device types of one name", Severity.Error)
{
    /// <summary>The one rule.</summary>
    public static readonly DevicesOfOneName Rule = new();
}
