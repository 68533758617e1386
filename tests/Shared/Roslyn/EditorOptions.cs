using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ClusterDsl.Testing;

/// <summary>The options that an editor passes on: those of a design-time build.</summary>
sealed class EditorOptions : AnalyzerConfigOptionsProvider
{
    readonly Options _options = new();

    public override AnalyzerConfigOptions GlobalOptions => _options;
    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _options;
    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _options;

    sealed class Options : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => ["build_property.DesignTimeBuild"];

        public override bool TryGetValue(string key, out string value)
        {
            var known = key == "build_property.DesignTimeBuild";
            value = known ? "true" : null!;
            return known;
        }
    }
}
