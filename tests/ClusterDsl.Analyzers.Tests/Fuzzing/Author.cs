using System.Collections.Immutable;

namespace ClusterDsl.Analyzers.Tests.Fuzzing;

/// <summary>Writes random programs by the grammar: every hole gets an expression of exactly its type, made of what is in scope.</summary>
internal sealed class Author(Grammar grammar, Random random)
{
    const int Attempts = 10;

    static readonly CodeType Statement = CodeType.Parse("stmt");
    static readonly CodeType Definition = CodeType.Parse("definition");

    readonly Dictionary<string, Node> _members = [];
    readonly Queue<string> _undeclared = new();

    /// <summary>What an expression may use where it stands.</summary>
    sealed record Scope(ImmutableList<Variable> Variables, ImmutableHashSet<string> Tags, CodeType? Result, int Depth, int Nesting, int Order)
    {
        public Scope Deeper => this with { Depth = Depth - 1 };

        public Scope With(Variable variable) => this with { Variables = Variables.Add(variable) };
    }

    public FuzzedProgram Write()
    {
        // One program in ten may throw anywhere; the others only where it is caught.
        var tags = ImmutableHashSet.Create("log");
        if (random.Next(10) == 0) tags = tags.Add("risky");
        var scope = new Scope([], tags, null, 3, 3, int.MaxValue);
        var definition = Expand(Definition, scope) ?? throw new InvalidOperationException("The grammar has no definition");
        while (_undeclared.TryDequeue(out var name)) _members[name] = Declare(name);
        return new FuzzedProgram(grammar, definition, _members);
    }

    /// <summary>A member uses only those before it in the grammar, so that no circle is made by chance.</summary>
    Node Declare(string name)
    {
        var rules = grammar.Members[name];
        var scope = new Scope([], rules[0].Needs.Contains("log") ? ["log"] : [], null, 2, 1, grammar.OrderOf(name));
        for (var attempt = 0; attempt < 100; attempt++)
            if (Fill(Pick(rules), [], scope) is { } filled) return filled.Node;
        throw new InvalidOperationException($"The grammar cannot declare '{name}'");
    }

    Node? Expand(CodeType type, Scope scope)
    {
        if (type.Name == "block") return Block(type, scope);
        if (type.Name == "result") type = scope.Result!;
        return ExpandOne(type, scope)?.Node;
    }

    (Node Node, List<Variable> Exports)? ExpandOne(CodeType type, Scope scope)
    {
        if (scope.Depth < -5) return null;
        var rules = grammar.For(type);
        var deep = rules.Where(r => Stands(r.Rule, scope) && (r.Rule.IsShallow || (scope.Depth > 0 && (scope.Nesting > 0 || !r.Rule.HasBlocks)))).ToList();
        for (var attempt = 0; attempt < Attempts && deep.Count > 0; attempt++)
        {
            var chosen = PickBy(deep, r => r.Rule.Weight);
            if (Fill(chosen.Rule, new(chosen.Letters), scope) is { } filled) return filled;
            deep.Remove(chosen);
        }
        foreach (var (rule, letters) in rules.Where(r => r.Rule.IsShallow && Stands(r.Rule, scope)).OrderBy(_ => random.Next()))
            if (Fill(rule, new(letters), scope) is { } filled) return filled;
        return null;
    }

    static bool Stands(Rule rule, Scope scope) =>
        (!rule.MayThrow || scope.Tags.Contains("risky")) && rule.Needs.All(scope.Tags.Contains);

    Node Block(CodeType type, Scope scope)
    {
        var statements = new List<object>();
        var inner = scope with { Nesting = scope.Nesting - 1 };
        for (var left = random.Next(1, scope.Nesting > 2 ? 5 : 3); left > 0; left--)
        {
            if (ExpandOne(Statement, inner with { Depth = Math.Min(random.Next(1, 4), random.Next(1, 4)) }) is not var (node, exports)) continue;
            statements.Add(node);
            foreach (var variable in exports) inner = inner.With(variable);
        }
        return new Node(grammar.Block, type, statements);
    }

    (Node Node, List<Variable> Exports)? Fill(Rule rule, Dictionary<string, CodeType> letters, Scope scope)
    {
        var parts = new List<object>();
        var exports = new List<Variable>();
        var own = new Dictionary<string, Variable>();
        foreach (var piece in rule.Pieces)
        {
            switch (piece.Kind)
            {
                case PieceKind.Text:
                    parts.Add(piece.Text);
                    break;
                case PieceKind.Member:
                    if (grammar.OrderOf(piece.Text) > scope.Order || (grammar.OrderOf(piece.Text) == scope.Order && rule.Name != piece.Text)) return null;
                    parts.Add(Use(piece.Text));
                    break;
                case PieceKind.OneOf:
                    var texts = piece.Text.Split('|');
                    if (!AddText(Pick(texts), parts, scope)) return null;
                    break;
                case PieceKind.TypeName:
                    if (!AddText(Resolve(piece.Type!, letters).ToString(), parts, scope)) return null;
                    break;
                case PieceKind.Bound:
                    parts.Add(own[piece.Text]);
                    break;
                case PieceKind.Bind or PieceKind.Export or PieceKind.ExportFixed:
                    var variable = new Variable(Resolve(piece.Type!, letters), IsChangeable: piece.Kind == PieceKind.Export);
                    own[piece.Text] = variable;
                    if (piece.Kind != PieceKind.Bind) exports.Add(variable);
                    parts.Add(variable);
                    break;
                case PieceKind.Variable or PieceKind.Changeable:
                    if (Visible(piece, letters, scope, own.Values.Except(exports)) is not { } found) return null;
                    parts.Add(found);
                    break;
                case PieceKind.Expand:
                    var inside = piece.Tags.Aggregate(scope.Deeper, (s, tag) => Apply(tag, s, letters));
                    foreach (var (name, binder) in own)
                        if (!exports.Contains(binder) && !piece.Tags.Contains("-own") && !piece.Tags.Contains("-" + name)) inside = inside.With(binder);
                    if (Expand(Resolve(piece.Type!, letters), inside) is not { } node) return null;
                    parts.Add(node);
                    break;
            }
        }
        if (rule.Folds && parts.OfType<Node>().ToList() is { Count: > 0 } operands && operands.All(o => o.IsConstant))
            parts = [.. parts.SelectMany(part => ReferenceEquals(part, operands[0]) ? [Use("Id"), "(", part, ")"] : new[] { part })];
        return (new Node(rule, rule.Type.With(l => letters[l]), parts), exports);
    }

    /// <summary>A tag that begins with a minus takes away; -own and -x, what the production binds, is seen to where it would be added.</summary>
    Scope Apply(string tag, Scope scope, Dictionary<string, CodeType> letters)
    {
        if (tag == "+static") return scope with { Variables = [] };
        if (tag.StartsWith("+return:", StringComparison.Ordinal) || tag.StartsWith("+yield:", StringComparison.Ordinal))
        {
            var (name, type) = (tag[1..tag.IndexOf(':')], tag[(tag.IndexOf(':') + 1)..]);
            return scope with { Tags = scope.Tags.Add(name), Result = Resolve(CodeType.Parse(type), letters) };
        }
        return scope with { Tags = tag[0] == '+' ? scope.Tags.Add(tag[1..]) : scope.Tags.Remove(tag[1..]) };
    }

    Variable? Visible(Piece piece, Dictionary<string, CodeType> letters, Scope scope, IEnumerable<Variable> own)
    {
        var fitting = scope.Variables.Concat(own)
            .Where(v => v.IsChangeable || piece.Kind == PieceKind.Variable)
            .Where(v => piece.Type!.Matches(v.Type, new(letters))).ToList();
        if (fitting.Count == 0) return null;
        // The latest are the most interesting.
        var chosen = fitting[Math.Max(random.Next(fitting.Count), random.Next(fitting.Count))];
        piece.Type!.Matches(chosen.Type, letters);
        return chosen;
    }

    CodeType Resolve(CodeType type, Dictionary<string, CodeType> letters) => type.With(letter =>
        letters.TryGetValue(letter, out var bound) ? bound : letters[letter] = Pick(Choices.Range(letter)));

    bool AddText(string text, List<object> parts, Scope scope)
    {
        foreach (var piece in grammar.WithMembers(text))
        {
            if (piece.Kind == PieceKind.Member && grammar.OrderOf(piece.Text) > scope.Order) return false;
            parts.Add(piece.Kind == PieceKind.Member ? Use(piece.Text) : piece.Text);
        }
        return true;
    }

    MemberName Use(string name)
    {
        if (_members.TryAdd(name, null!)) _undeclared.Enqueue(name);
        return new MemberName(name);
    }

    T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    T PickBy<T>(IReadOnlyList<T> items, Func<T, int> weight)
    {
        var at = random.Next(items.Sum(weight));
        foreach (var item in items)
            if ((at -= weight(item)) < 0) return item;
        return items[^1];
    }
}
