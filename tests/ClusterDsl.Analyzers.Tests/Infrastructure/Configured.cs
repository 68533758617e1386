using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ClusterDsl.Analyzers.Tests.Infrastructure;

/// <summary>What an <c>.editorconfig</c> says, "key = value" a line, for every file alike.</summary>
internal sealed class Configured(string config) : AnalyzerConfigOptionsProvider
{
    readonly Options _options = new(config.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('=')).ToImmutableDictionary(l => l[0].Trim(), l => l[1].Trim()));

    public override AnalyzerConfigOptions GlobalOptions => _options;

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _options;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _options;

    sealed class Options(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => values.Keys;

        public override bool TryGetValue(string key, out string value) => values.TryGetValue(key, out value!);
    }
}
