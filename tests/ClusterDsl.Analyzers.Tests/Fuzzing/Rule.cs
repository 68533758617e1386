using System.Text.RegularExpressions;

namespace ClusterDsl.Analyzers.Tests.Fuzzing;

/// <summary>
/// One production: <c>name: type = C# with «holes»</c>. Before the name, <c>.</c> says that it ends a branch, <c>!</c> that it may
/// throw and <c>#</c> that the compiler would compute it from constants; after it, <c>*3</c> is a weight and <c>?loop</c> where it may stand.
/// </summary>
internal sealed partial class Rule
{
    public required string Name { get; init; }

    public required CodeType Type { get; init; }

    public required bool IsShallow { get; init; }

    public required bool MayThrow { get; init; }

    public required bool Folds { get; init; }

    public required int Weight { get; init; }

    public required string[] Needs { get; init; }

    public required IReadOnlyList<Piece> Pieces { get; init; }

    bool? _hasBlocks;

    public bool HasBlocks => _hasBlocks ??= Pieces.Any(p => p.Kind == PieceKind.Expand && p.Type!.Name == "block");

    public static Rule Parse(string line)
    {
        var match = Form().Match(line);
        if (!match.Success) throw new FormatException($"'{line}' is no rule");
        var flags = match.Groups["flags"].Value;
        return new Rule
        {
            Name = match.Groups["name"].Value,
            Type = CodeType.Parse(match.Groups["type"].Value),
            IsShallow = flags.Contains('.'),
            MayThrow = flags.Contains('!'),
            Folds = flags.Contains('#'),
            Weight = match.Groups["weight"] is { Success: true } weight ? int.Parse(weight.Value) : 1,
            Needs = [.. match.Groups["needs"].Captures.Select(c => c.Value)],
            Pieces = [.. Piece.Parse(match.Groups["code"].Value)],
        };
    }

    [GeneratedRegex(@"^(?<flags>[.!#]*)(?<name>[\w ']+?)(\*(?<weight>\d+))?(\?(?<needs>\w+))*: (?<type>\S+( \S+)?) =\s*(?<code>.*)$", RegexOptions.Singleline)]
    private static partial Regex Form();
}

/// <summary>What a piece of a production asks for.</summary>
internal enum PieceKind { Text, Expand, Bind, Export, ExportFixed, Bound, TypeName, Variable, Changeable, OneOf, Member }

/// <summary>Text of a production, or a hole in it.</summary>
internal sealed partial record Piece(PieceKind Kind, string Text, CodeType? Type = null)
{
    /// <summary>What holds inside the hole and not outside: <c>+loop</c>, <c>-yield</c>, <c>+return:int</c>.</summary>
    public string[] Tags { get; init; } = [];

    public static IEnumerable<Piece> Parse(string code)
    {
        var bound = new HashSet<string>();
        foreach (Match match in Parts().Matches(code))
        {
            var hole = match.Groups["hole"];
            if (hole.Success)
            {
                var piece = Hole(hole.Value, bound);
                if (piece.Kind is PieceKind.Bind or PieceKind.Export or PieceKind.ExportFixed) bound.Add(piece.Text);
                yield return piece;
            }
            else
            {
                yield return new Piece(PieceKind.Text, match.Value);
            }
        }
    }

    // «int», «x:int» for this production, «^x:int» for what follows and «^!x:int» if it cannot be assigned to, «x», «type T», «var T», «mut T», «?a|b», «block +loop»
    static Piece Hole(string hole, HashSet<string> bound)
    {
        if (bound.Contains(hole)) return new Piece(PieceKind.Bound, hole);
        if (hole[0] == '?') return new Piece(PieceKind.OneOf, hole[1..]);
        if (hole.StartsWith("type ", StringComparison.Ordinal)) return new Piece(PieceKind.TypeName, "", CodeType.Parse(hole[5..]));
        if (hole.StartsWith("var ", StringComparison.Ordinal)) return new Piece(PieceKind.Variable, "", CodeType.Parse(hole[4..]));
        if (hole.StartsWith("mut ", StringComparison.Ordinal)) return new Piece(PieceKind.Changeable, "", CodeType.Parse(hole[4..]));
        if (Binder().Match(hole) is { Success: true } binder)
            return new Piece(Binding(hole), binder.Groups[1].Value, CodeType.Parse(binder.Groups[2].Value));
        var tags = Tag().Matches(hole);
        var type = tags.Count == 0 ? hole : hole[..tags[0].Index];
        return new Piece(PieceKind.Expand, "", CodeType.Parse(type)) { Tags = [.. tags.Select(t => t.Value.Trim())] };
    }

    static PieceKind Binding(string hole) =>
        hole[0] != '^' ? PieceKind.Bind : hole[1] == '!' ? PieceKind.ExportFixed : PieceKind.Export;

    [GeneratedRegex("«(?<hole>[^»]*)»|[^«]+", RegexOptions.Singleline)]
    private static partial Regex Parts();

    [GeneratedRegex(@"^\^?!?([a-z]\w*):(.+)$")]
    private static partial Regex Binder();

    [GeneratedRegex(@" [+-]\w+(:[^ +]+)?")]
    private static partial Regex Tag();
}
