using System.Text;

namespace ClusterDsl.Analyzers.Tests.Fuzzing;

/// <summary>A random program: its definition, and the members that the definition uses.</summary>
internal sealed class FuzzedProgram(Grammar grammar, Node definition, IReadOnlyDictionary<string, Node> members)
{
    public const string TypeName = "Program";

    /// <summary>The productions it was made by.</summary>
    public IEnumerable<Rule> Rules => Used().Append(definition).SelectMany(n => n.All).Select(n => n.Rule);

    /// <summary>A whole file. Nothing is declared that nothing uses.</summary>
    public string Source(string @namespace)
    {
        var names = new Dictionary<Variable, string>();
        var used = Used().ToList();
        var types = used.Where(n => IsType(n)).Select(n => Text(n, names));
        var rest = used.Where(n => !IsType(n)).Select(n => "internal " + Text(n, names));
        return $$"""
            using static {{@namespace}}.{{TypeName}};

            namespace {{@namespace}};

            public static class {{TypeName}}
            {
                static readonly List<string> Log = new();

                public static object?[] Run()
                {
                    try
                    {
                        return new object?[] { Define(), string.Join("\n", Log) };
                    }
                    catch (Exception e)
                    {
                        return new object?[] { e, e.Message + "\n" + string.Join("\n", Log) };
                    }
                }

            {{Text(definition, names)}}
            {{string.Join("\n", rest)}}
            }

            {{string.Join("\n", types)}}
            """;
    }

    public override string ToString() => Source("Fuzzed");

    static bool IsType(Node member) => member.Rule.Needs.Contains("type");

    IEnumerable<Node> Used()
    {
        var names = new HashSet<string>();
        var open = new Queue<Node>([definition]);
        while (open.TryDequeue(out var node))
            foreach (var name in node.All.SelectMany(n => n.Parts).OfType<MemberName>())
                if (names.Add(name.Name)) open.Enqueue(members[name.Name]);
        return names.OrderBy(grammar.OrderOf).Select(n => members[n]);
    }

    static string Text(Node node, Dictionary<Variable, string> names)
    {
        var text = new StringBuilder();
        Write(node, text, names);
        return text.ToString();
    }

    static void Write(Node node, StringBuilder text, Dictionary<Variable, string> names)
    {
        foreach (var part in node.Parts)
        {
            switch (part)
            {
                case string literal: text.Append(literal); break;
                case MemberName member: text.Append(member.Name); break;
                case Variable variable:
                    if (!names.TryGetValue(variable, out var name)) names[variable] = name = $"v{names.Count + 1}";
                    text.Append(name);
                    break;
                case Node child:
                    if (node.Type.Name == "block") text.Append('\n');
                    Write(child, text, names);
                    break;
            }
        }
        if (node.Type.Name == "block") text.Append('\n');
    }

    /// <summary>Programs a little smaller: without a statement, with part of an expression in its place, or with the simplest of its type.</summary>
    public IEnumerable<FuzzedProgram> Smaller()
    {
        foreach (var smaller in Shrinking.Of(definition, grammar)) yield return new FuzzedProgram(grammar, smaller, members);
        foreach (var (name, member) in members.Where(m => Used().Contains(m.Value)))
            foreach (var smaller in Shrinking.Of(member, grammar))
                yield return new FuzzedProgram(grammar, definition, new Dictionary<string, Node>(members) { [name] = smaller });
    }
}
