using ClusterDsl.Plans;

namespace ClusterDsl.Analyzers.Rules;

/// <summary>A file that is no YAML, or no device type, as far as it can be read.</summary>
public sealed class NotADeviceType() : DeviceRule("CDL0010", "Not readable as a device type", Severity.Error)
{
    /// <summary>The one rule.</summary>
    public static readonly NotADeviceType Rule = new();
}
