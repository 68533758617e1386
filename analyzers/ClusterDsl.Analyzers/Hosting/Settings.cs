using ClusterDsl.Analyzers.Generation;
using ClusterDsl.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ClusterDsl.Analyzers.Hosting;

/// <summary>The settings that hold for a file: what its <c>.editorconfig</c> and the project's global configuration say.</summary>
/// <param name="Thresholds">What designs are judged by.</param>
/// <param name="Faults">What could not be understood.</param>
internal sealed record Settings(Thresholds Thresholds, EquatableArray<string> Faults)
{
    static readonly Settings None = new(Thresholds.Default, default);

    public static Settings Of(SyntaxTree tree, AnalyzerConfigOptionsProvider? provider)
    {
        if (provider is null) return None;
        var options = provider.GetOptions(tree);
        var thresholds = Thresholds.Read(
            KeysOf(options).Select(k => options.TryGetValue(k, out var value) ? new KeyValuePair<string, string>(k, value) : default).Where(s => s.Key is not null),
            out var faults);
        return new Settings(thresholds, faults.ToEquatable());
    }

    /// <summary>A host that does not list its keys is asked for those there are; it then tells of no mistyped one.</summary>
    static IEnumerable<string> KeysOf(AnalyzerConfigOptions options)
    {
        try
        {
            return options.Keys;
        }
        catch (NotImplementedException)
        {
            return Thresholds.Known;
        }
    }
}
