using ClusterDsl.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ClusterDsl.Analyzers.Devices;

/// <summary>What is wrong with a file that describes hardware, and where.</summary>
internal sealed record DeviceFault(string Path, TextSpan Span, LinePositionSpan Lines, DeviceRule Rule, string Message)
{
    public Location Location => Location.Create(Path, Span, Lines);
}

/// <summary>What is found wrong while files are read.</summary>
internal sealed class DeviceFaults
{
    readonly List<DeviceFault> _found = [];

    public IReadOnlyList<DeviceFault> Found => _found;

    public void Add(DeviceRule rule, DeviceText file, TextSpan span, string message)
    {
        span = TextSpan.FromBounds(Math.Min(span.Start, file.Text.Length), Math.Min(span.End, file.Text.Length));
        _found.Add(new DeviceFault(file.Path, span, file.Text.Lines.GetLinePositionSpan(span), rule, message));
    }
}
