namespace ClusterDsl.Analyzers.Tests.Fuzzing;

/// <summary>Smaller trees of the same type. Some do not compile, because what they dropped was needed: the test passes over those.</summary>
internal static class Shrinking
{
    public static IEnumerable<Node> Of(Node node, Grammar grammar)
    {
        if (node.Type.Name == "block") return Blocks(node).Concat(Inside(node, grammar));
        return Simplest(node, grammar).Concat(Hoisted(node)).Concat(Inside(node, grammar));
    }

    /// <summary>Half of the statements, each missing, and each block dissolved into its surroundings.</summary>
    static IEnumerable<Node> Blocks(Node block)
    {
        var statements = block.Parts;
        if (statements.Count > 3)
        {
            yield return block with { Parts = [.. statements.Take(statements.Count / 2)] };
            yield return block with { Parts = [.. statements.Skip(statements.Count / 2)] };
        }
        for (var i = 0; i < statements.Count; i++)
            yield return block with { Parts = [.. statements.Where((_, n) => n != i)] };
        for (var i = 0; i < statements.Count; i++)
            foreach (var inner in ((Node)statements[i]).Children.Where(c => c.Type.Name == "block"))
                yield return block with { Parts = [.. statements.Take(i), .. inner.Parts, .. statements.Skip(i + 1)] };
    }

    static IEnumerable<Node> Hoisted(Node node) => node.Children.SelectMany(c => c.All).Where(c => c.Type.Equals(node.Type)).Take(8);

    static IEnumerable<Node> Simplest(Node node, Grammar grammar)
    {
        if (node.Rule.IsShallow && !node.Children.Any()) yield break;
        foreach (var (rule, _) in grammar.For(node.Type))
            if (rule.Name.StartsWith("literal", StringComparison.Ordinal) && rule.Pieces.All(p => p.Kind is PieceKind.Text or PieceKind.OneOf))
                yield return new Node(rule, node.Type, [.. rule.Pieces.Select(p => p.Text.Split('|')[0])]);
    }

    static IEnumerable<Node> Inside(Node node, Grammar grammar)
    {
        for (var i = 0; i < node.Parts.Count; i++)
            if (node.Parts[i] is Node child)
                foreach (var smaller in Of(child, grammar))
                    yield return node with { Parts = [.. node.Parts.Take(i), smaller, .. node.Parts.Skip(i + 1)] };
    }
}
