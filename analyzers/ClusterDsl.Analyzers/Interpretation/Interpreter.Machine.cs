using ClusterDsl.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace ClusterDsl.Analyzers.Interpretation;

// Text that would say something of the machine that compiles.
internal sealed partial class Interpreter
{
    bool _hasCaught;

    /// <summary>The text of an exception that was thrown says what called what, here as at run time, but not the same.</summary>
    void RefuseIfTraced(string text, SyntaxNode at)
    {
        if (_hasCaught && text.Contains("\n   at "))
            throw Refuse(NotEvaluable.Rule, at, $"The text of an exception {Refusals.Trace.Reason} and cannot be part of a definition; {Refusals.Trace.Instead}");
    }

    /// <summary>A time of day in a format that says how far the machine is from Greenwich.</summary>
    void RefuseIfZoned(DateTime time, string? format, SyntaxNode at)
    {
        if (format is null) return;
        var zoned = format.Length == 1
            ? format[0] == 'U' || time.Kind == DateTimeKind.Local && (format[0] is 'O' or 'o')
            : format.Contains('z') || time.Kind == DateTimeKind.Local && format.Contains('K');
        if (zoned)
            throw Refuse(NotEvaluable.Rule, at, $"The format '{format}' of a DateTime {Refusals.Zone.Reason} and cannot be part of a definition; use a format without 'z', 'K' and 'U'");
    }

    void RefuseIfZoned(HostMethod target, object? on, object?[] arguments, SyntaxNode at)
    {
        if (on is DateTime time && arguments.Length > 0) RefuseIfZoned(time, arguments[0] as string, at);
        if (!target.MakesText) return;
        foreach (var argument in arguments)
            foreach (var part in argument as object?[] ?? [argument])
                if (part is DateTime shown)
                    foreach (var text in arguments.OfType<string>())
                        foreach (var format in Formats(text)) RefuseIfZoned(shown, format, at);
    }

    /// <summary>The formats in the holes of a text.</summary>
    static IEnumerable<string> Formats(string text)
    {
        for (var from = text.IndexOf('{'); from >= 0; from = text.IndexOf('{', from + 1))
        {
            var end = text.IndexOf('}', from);
            var colon = text.IndexOf(':', from);
            if (colon >= 0 && colon < end) yield return text.Substring(colon + 1, end - colon - 1);
        }
    }
}
