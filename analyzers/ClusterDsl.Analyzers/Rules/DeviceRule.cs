using ClusterDsl.Plans;
using ClusterDsl.Rules;

namespace ClusterDsl.Analyzers.Rules;

/// <summary>A rule of the files that describe hardware: what is wrong stands in the file, at its own line.</summary>
public abstract class DeviceRule(string id, string title, Severity severity) : Rule(id, title, "Hardware", severity);

/// <summary>The rules of the files that describe hardware.</summary>
public static class DeviceRules
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        NotADeviceType.Rule, DeviceFieldInvalid.Rule, InterfaceLeftOut.Rule, OverlayDoesNotFit.Rule, DevicesOfOneName.Rule, DeviceFigureMissing.Rule,
    ];
}
