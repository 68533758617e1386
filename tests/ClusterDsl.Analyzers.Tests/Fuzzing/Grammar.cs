using System.Text.RegularExpressions;

namespace ClusterDsl.Analyzers.Tests.Fuzzing;

/// <summary>The language that definitions are written in, as productions by type. <c>Grammar/*.txt</c> are its pages.</summary>
internal sealed class Grammar
{
    static readonly CodeType Member = CodeType.Parse("member");

    readonly Dictionary<CodeType, List<(Rule, Dictionary<string, CodeType>)>> _byType = [];
    readonly Dictionary<string, int> _order;
    readonly Dictionary<string, Piece[]> _split = [];
    readonly Regex _memberNames;

    Grammar(IEnumerable<string> lines, IReadOnlySet<string> without)
    {
        var rules = lines.Select(Rule.Parse).Where(r => !without.Contains(r.Name)).ToList();
        Members = rules.Where(r => r.Type.Equals(Member)).GroupBy(r => r.Name).ToDictionary(g => g.Key, g => g.ToList());
        _order = Members.Keys.Select((name, i) => (name, i)).ToDictionary(p => p.name, p => p.i);
        _memberNames = new Regex($@"\b(?<!"")({string.Join("|", _order.Keys)})\b(?!"")");
        Rules = [.. rules.Select(r => new Rule
        {
            Name = r.Name, Type = r.Type, IsShallow = r.IsShallow, MayThrow = r.MayThrow, Folds = r.Folds, Weight = r.Weight, Needs = r.Needs,
            Pieces = [.. r.Pieces.SelectMany(p => p.Kind == PieceKind.Text ? WithMembers(p.Text) : [p])],
        })];
        Members = Rules.Where(r => r.Type.Equals(Member)).GroupBy(r => r.Name).ToDictionary(g => g.Key, g => g.ToList());
    }

    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>What a program may declare besides its definition, each with its forms.</summary>
    public Dictionary<string, List<Rule>> Members { get; }

    /// <summary>Statements, one after the other.</summary>
    public Rule Block { get; } = Rule.Parse("block: block = ");

    /// <summary>The whole grammar, without the named productions.</summary>
    public static Grammar Load(params string[] without) =>
        new(Pages().SelectMany(Lines), without.ToHashSet());

    static IEnumerable<string> Pages()
    {
        var assembly = typeof(Grammar).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.Contains(".Fuzzing.Grammar.")).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return reader.ReadToEnd();
        }
    }

    /// <summary>A production may go on in further lines, indented; lines that begin with // are remarks.</summary>
    static IEnumerable<string> Lines(string page)
    {
        var production = "";
        foreach (var line in page.Split('\n').Select(l => l.TrimEnd()).Where(l => l.Length > 0 && !l.StartsWith("//", StringComparison.Ordinal)))
        {
            if (line[0] == ' ')
            {
                production += "\n" + line;
                continue;
            }
            if (production.Length > 0) yield return production;
            production = line;
        }
        if (production.Length > 0) yield return production;
    }

    /// <summary>The productions that can make an expression of this type, with what their letters then stand for.</summary>
    public IReadOnlyList<(Rule Rule, Dictionary<string, CodeType> Letters)> For(CodeType type)
    {
        if (_byType.TryGetValue(type, out var known)) return known;
        known = [];
        foreach (var rule in Rules)
        {
            var letters = new Dictionary<string, CodeType>();
            if (rule.Type.Matches(type, letters)) known.Add((rule, letters));
        }
        return _byType[type] = known;
    }

    public int OrderOf(string member) => _order[member];

    /// <summary>Text split where it names a member.</summary>
    public IEnumerable<Piece> WithMembers(string text) =>
        _split.TryGetValue(text, out var pieces) ? pieces : _split[text] = [.. Split(text)];

    IEnumerable<Piece> Split(string text)
    {
        var from = 0;
        foreach (Match match in _memberNames.Matches(text))
        {
            if (match.Index > from) yield return new Piece(PieceKind.Text, text[from..match.Index]);
            yield return new Piece(PieceKind.Member, match.Value);
            from = match.Index + match.Length;
        }
        if (from < text.Length) yield return new Piece(PieceKind.Text, text[from..]);
    }
}
