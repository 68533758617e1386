using ClusterDsl.Plans;

namespace ClusterDsl.Analyzers.Rules;

/// <summary>A field without which there is no model, or a value that cannot be.</summary>
public sealed class DeviceFieldInvalid() : DeviceRule("CDL0011", "Field of a device type missing or invalid", Severity.Error)
{
    /// <summary>The one rule.</summary>
    public static readonly DeviceFieldInvalid Rule = new();
}
