using ClusterDsl.Plans;

namespace ClusterDsl.Analyzers.Rules;

/// <summary>An overlay that names what is not there, or says what cannot be.</summary>
public sealed class OverlayDoesNotFit() : DeviceRule("CDL0013", "Overlay does not fit its device type", Severity.Error)
{
    /// <summary>The one rule.</summary>
    public static readonly OverlayDoesNotFit Rule = new();
}
