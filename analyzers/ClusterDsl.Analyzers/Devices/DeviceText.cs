using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ClusterDsl.Analyzers.Devices;

/// <summary>A file that describes hardware: a device type, or the overlay that says of one what its format has no word for.</summary>
internal sealed class DeviceText(string path, SourceText text) : IEquatable<DeviceText>
{
    /// <summary>What the name of an overlay ends with, before its suffix.</summary>
    const string Overlay = ".overlay";

    const string Mark = "build_metadata.AdditionalFiles.ClusterDslDevice";

    // Whoever asks about the same text, the generator or the analysis of any file, shares what was read.
    static readonly ConditionalWeakTable<SourceText, Tuple<YamlNode?, IReadOnlyList<(TextSpan, string)>>> Documents = new();

    readonly string _stem = Stem(path.Replace('\\', '/'));

    public string Path { get; } = path;

    public SourceText Text { get; } = text;

    public string Name => Path.Substring(Path.LastIndexOfAny(['/', '\\']) + 1);

    public bool IsOverlay => _stem.EndsWith(Overlay, StringComparison.OrdinalIgnoreCase);

    /// <summary>What a device type and its overlay have in common: the path without the endings.</summary>
    public string Device => IsOverlay ? _stem.Substring(0, _stem.Length - Overlay.Length) : _stem;

    /// <summary>The name of the overlay that belongs to this device type.</summary>
    public string OverlayName => Device.Substring(Device.LastIndexOf('/') + 1) + Overlay + ".yaml";

    public (YamlNode? Root, IReadOnlyList<(TextSpan Span, string Message)> Faults) Document
    {
        get
        {
            var (root, faults) = Documents.GetValue(Text, static text =>
            {
                var (root, faults) = YamlReader.Read(text);
                return Tuple.Create(root, faults);
            });
            return (root, faults);
        }
    }

    /// <summary>The file, where the project gives it as one that describes hardware.</summary>
    public static DeviceText? Of(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellation) =>
        options.GetOptions(file).TryGetValue(Mark, out var marked) && marked.Equals("true", StringComparison.OrdinalIgnoreCase)
        && file.GetText(cancellation) is { } text
            ? new DeviceText(file.Path, text)
            : null;

    static string Stem(string path) =>
        new[] { ".yaml", ".yml" }.FirstOrDefault(s => path.EndsWith(s, StringComparison.OrdinalIgnoreCase)) is { } suffix
            ? path.Substring(0, path.Length - suffix.Length)
            : path;

    public bool Equals(DeviceText? other) => other is not null && Path == other.Path && Text.ContentEquals(other.Text);

    public override bool Equals(object? obj) => Equals(obj as DeviceText);

    public override int GetHashCode() => Path.GetHashCode();
}
