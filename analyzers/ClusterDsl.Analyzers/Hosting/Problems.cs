using ClusterDsl.Analyzers.Interpretation;
using ClusterDsl.Analyzers.Rules;
using ClusterDsl.Language;
using ClusterDsl.Plans;
using Microsoft.CodeAnalysis;

namespace ClusterDsl.Analyzers.Hosting;

/// <summary>A finding as the hosts need it: where it is, and nothing of the compilation it was found in.</summary>
internal sealed record Found(
    string Path, SourceSpan Span, string File, int Line, string Rule, Severity Severity, string Message, Seq<Fix> Fixes)
{
    public bool IsError => Severity == Severity.Error;
}

/// <summary>The language findings of one evaluation: one for each place and rule, however often a loop comes by.</summary>
internal sealed class Problems
{
    readonly HashSet<(string, SourceSpan, string)> _seen = [];
    readonly List<Found> _found = [];

    public IReadOnlyList<Found> Found => _found;

    public void Add(LanguageRule rule, SyntaxNode at, string message) => Add(rule, Spans.Blame(at), message);

    public void Add(LanguageRule rule, Location at, string message, Fix? fix = null)
    {
        var lines = at.GetLineSpan();
        var span = new SourceSpan(at.SourceSpan.Start, at.SourceSpan.Length);
        if (!_seen.Add((lines.Path, span, rule.Id))) return;
        var file = lines.Path.Substring(lines.Path.LastIndexOfAny(['/', '\\']) + 1);
        _found.Add(new Found(lines.Path, span, file, lines.StartLinePosition.Line + 1, rule.Id, rule.Severity, message,
            fix is null ? Seq<Fix>.Empty : Seq.Of(fix)));
    }
}
