using ClusterDsl.Plans;

namespace ClusterDsl.Analyzers.Rules;

/// <summary>A figure that the plan needs and that a device type and its overlay do not give, or give in part.</summary>
public sealed class DeviceFigureMissing() : DeviceRule("CDL0015", "Device type lacks a figure", Severity.Warning)
{
    /// <summary>The one rule.</summary>
    public static readonly DeviceFigureMissing Rule = new();
}
