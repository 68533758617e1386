using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ClusterDsl.Analyzers.Tests.Fuzzing;

/// <summary>What typing, pasting, merging and misunderstanding do to a source.</summary>
internal static class Mutations
{
    static readonly string[] Extremes =
    [
        "int.MaxValue", "int.MinValue", "-1", "0", "1_000_000_000", "\"\"", "null", "null!", "1e308", "double.NaN", "99999999999999999999", "default", "'x'", "(1, 2)", "\"a b/../c\"",
    ];

    static readonly string[] Fragments =
    [
        "{", "}", "(", ")", "[", "]", "\"", "'", "$\"{", "\"\"\"", "/*", "//", ";", ",", ".", "=>", "?", "!", "<", ">>", "@", "#if", "\n#region\n", "\\", "\0", "é🙂",
        " class ", " static ", " return ", " new ", " await ", " yield return ", " ref ", " if (", " while (true) ", " for (;;) ", " switch ", " throw ", " var x = ", " async ", " unsafe ", " using ",
        " is { } and ", " with { }", " => throw null!", " where T : ", " params ", " out var ", " partial ", " record ", " goto ",
    ];

    static readonly (string Name, Func<string, Random, string> Apply)[] All =
    [
        ("cut off", (text, random) => text[..random.Next(text.Length)]),
        ("without its beginning", (text, random) => text[random.Next(text.Length)..]),
        ("without a stretch", (text, random) => { var from = random.Next(text.Length); return text.Remove(from, random.Next(1, Math.Min(200, text.Length - from) + 1)); }),
        ("a token deleted", (text, random) => Replace(text, Pick(Tokens(text), random), "")),
        ("a token twice", (text, random) => Pick(Tokens(text), random) is var t ? Replace(text, t, At(text, t) + " " + At(text, t)) : text),
        ("two tokens swapped", (text, random) => Swap(text, Tokens(text), random)),
        ("a name for another", (text, random) => Names(text) is { Length: > 0 } names ? Replace(text, Pick(names, random), At(text, Pick(names, random))) : text),
        ("a literal made extreme", (text, random) => Literals(text) is { Length: > 0 } literals ? Replace(text, Pick(literals, random), Pick(Extremes, random)) : text),
        ("an argument made extreme", (text, random) => Of<ArgumentSyntax>(text) is { Length: > 0 } arguments ? Replace(text, Pick(arguments, random), Pick(Extremes, random)) : text),
        ("something typed", (text, random) => text.Insert(random.Next(text.Length + 1), Pick(Fragments, random))),
        ("something typed at a token", (text, random) => text.Insert(Pick(Tokens(text), random).Start, Pick(Fragments, random))),
        ("a line deleted", (text, random) => ByLine(text, random, (lines, i) => lines.RemoveAt(i))),
        ("a line twice", (text, random) => ByLine(text, random, (lines, i) => lines.Insert(i, lines[i]))),
        ("two lines swapped", (text, random) => ByLine(text, random, (lines, i) => (lines[i], lines[^1]) = (lines[^1], lines[i]))),
        ("a member deleted", (text, random) => Of<MemberDeclarationSyntax>(text) is { Length: > 0 } members ? Replace(text, Pick(members, random), "") : text),
        ("a member twice", (text, random) => Of<MemberDeclarationSyntax>(text) is { Length: > 0 } m && Pick(m, random) is var member ? Replace(text, member, At(text, member) + "\n" + At(text, member)) : text),
        ("two members swapped", (text, random) => Swap(text, Of<MemberDeclarationSyntax>(text), random)),
        ("an expression for another", (text, random) => Of<ExpressionSyntax>(text) is { Length: > 0 } e ? Replace(text, Pick(e, random), At(text, Pick(e, random))) : text),
        ("two statements swapped", (text, random) => Swap(text, Of<StatementSyntax>(text), random)),
    ];

    /// <summary>One to three changes to a source, or the first half of it and the second of another.</summary>
    public static (string What, string Text) Any(string text, string other, Random random)
    {
        if (random.Next(20) == 0) return ("merged halves", text[..random.Next(text.Length)] + other[random.Next(other.Length)..]);
        var names = new List<string>();
        for (var left = random.Next(1, 4); left > 0 && text.Length > 0; left--)
        {
            var (name, apply) = Pick(All, random);
            text = apply(text, random);
            names.Add(name);
        }
        return (string.Join(", ", names), text);
    }

    static TextSpan[] Tokens(string text) => Spans(text, root => root.DescendantTokens().Select(t => t.Span));

    static TextSpan[] Names(string text) => Spans(text, root => root.DescendantTokens().Where(t => t.IsKind(SyntaxKind.IdentifierToken)).Select(t => t.Span));

    static TextSpan[] Literals(string text) => Of<LiteralExpressionSyntax>(text);

    static TextSpan[] Of<T>(string text) where T : SyntaxNode => Spans(text, root => root.DescendantNodes().OfType<T>().Select(n => n.Span));

    static TextSpan[] Spans(string text, Func<SyntaxNode, IEnumerable<TextSpan>> spans) => [.. spans(Source.Parse(text, "").GetRoot())];

    static string At(string text, TextSpan span) => text.Substring(span.Start, span.Length);

    static string Replace(string text, TextSpan span, string by) => text.Remove(span.Start, span.Length).Insert(span.Start, by);

    static string Swap(string text, TextSpan[] spans, Random random)
    {
        if (spans.Length == 0) return text;
        var (a, b) = (Pick(spans, random), Pick(spans, random));
        if (a.Start > b.Start) (a, b) = (b, a);
        return a.IntersectsWith(b) ? text : Replace(Replace(text, b, At(text, a)), a, At(text, b));
    }

    static string ByLine(string text, Random random, Action<List<string>, int> change)
    {
        var lines = text.Split('\n').ToList();
        change(lines, random.Next(lines.Count));
        return string.Join('\n', lines);
    }

    static T Pick<T>(T[] items, Random random) => items[random.Next(items.Length)];
}
