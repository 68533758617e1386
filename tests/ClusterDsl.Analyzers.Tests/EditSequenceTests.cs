using System.Text;
using ClusterDsl.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ClusterDsl.Analyzers.Tests;

/// <summary>
/// Somebody types in five files that depend on each other in every way that files can. After each edit what the cache answers is
/// what an evaluation afresh answers.
/// </summary>
public class EditSequenceTests
{
    // What stands between « and » is one of several texts; an edit chooses another.
    static readonly string[] Files =
    [
        """
        global using System;
        global using System.Linq;
        global using ClusterDsl;
        «|global using Ports = Acme.WidePorts;|global using Ports = Acme.NarrowPorts;»
        «|global using static Acme.Helpers;»
        """,
        """
        «|#define LARGE»
        «|using Acme.Extra;»
        namespace Acme;

        [Cluster]
        public static partial class First
        {
            private const int Units = «1|2|3»;
            «public const int Shown = 4;|public const int Shown = Units * 4;»
            // «a comment|another comment»
            public static Cluster Define() => Cluster.Named("«first|second»").Site("dc", s => s
                .Nodes("a", Nodes.DgxH100, «Units|Helpers.Pick(3)|Helpers.Size()|Limits.Max|(int)Level.High|Ports.Count|Helpers.Fixed|new Box(2).Total|7.Grown()|Pick(3)|Second.Total|Console.Read()|missing»)
        #if LARGE
                .Nodes("b/b", Nodes.DgxH100, 2)
        #endif
                .Nodes("c", Nodes.DgxH100, «Helpers.Default|1|new Box().Total|Helpers.Named("x")|Helpers.Named(null!)»));
        }
        """,
        """
        namespace Acme;

        [«Cluster|ClusterAttribute|Obsolete»]
        public static partial class Second
        {
            public static Cluster One() => Cluster.Named("«second|third»").Site("dc", s => s.Nodes("a«|/|b»", Nodes.DgxH100, Count + Limits.Max));
            «public|internal» static Cluster Two() => Cluster.Named("two").Site("dc", s => s.Nodes("a", Nodes.DgxH100, Total));
            «|public static Cluster Three() => Cluster.Named("three").Site("dc", s => s.Nodes("x", Nodes.DgxH100, First.Shown));»
        }
        """,
        """
        «|#define MORE»
        namespace Acme
        {
            public static class Helpers
            {
                public static readonly int Fixed = «5|6|Limits.Max»;
                public static int Default { get; } = «8|9|Fixed»;
                public static int Pick(«object|long» number) «=> 2|=> 3|{ return 4; }»;
                «|public static int Pick(int number) => 5;|private static int Pick(int number) => 6;»
                public static int Size(int rows = «1|2») => rows * «1|2|Hidden»;
                public static int Named(string text) => text.Length«| + 1»;
        #if MORE
                public static int Grown(this int n) => n * 2;
        #else
                public static int Grown(this int n) => n«| + 1»;
        #endif
                private const int Hidden = «3|4»;
            }

            public static class Limits { static int _unused = 1; public const int Max = «10|11|Base»; private const int Base = «12|13»; }
            public static class WidePorts { public const int Count = «64|65»; }
            public static class NarrowPorts { public static int Count => «32|33»; }
            public enum Level { Low, High«| = 4| = 6» }
        }

        namespace Acme.Extra
        {
            static class MoreHelpers { «|public static int Grown(this int n, int by = 1) => n + 100;» static void Unrelated() { «|int x = 1;» } }
        }
        """,
        """
        namespace Acme;

        static partial class Second
        {
            const int Count = «3|4|5»;
            «static int Total => Count * 2;|static int Total = Count;|static readonly int Total = Count + Limits.Max;»
        }

        record Box(int Side = «1|2»)
        {
            «private int _edge = Limits.Max;|int _edge;|»
            public int Total => Side«| + 1| + Limits.Max»;
        }
        """,
    ];

    const string Generated = """
        namespace Acme;
        partial class Second { public static int Generated => 3; }
        """;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void The_cache_answers_as_an_evaluation_afresh(int seed)
    {
        var random = new Random(seed);
        var files = Files.Select(f => new Choices(f)).ToArray();
        var cache = new EvaluationCache();
        var compilation = Source.Compile().RemoveAllSyntaxTrees()
            .AddSyntaxTrees(files.Select((f, i) => Source.Parse(f.ToString(), $"/src/File{i}.cs")));
        Evaluation? before = null;
        int same = 0, others = 0, edits = 0;
        for (var step = 0; step < 300; step++)
        {
            for (var n = random.Next(1, 3); n > 0; n--)
            {
                var i = random.Next(files.Length);
                files[i].ChooseAnother(random);
                // Now and then the text is cut, as it is while somebody types.
                var text = files[i].ToString();
                if (random.Next(12) == 0) text = text.Remove(random.Next(text.Length), 1);
                var tree = compilation.SyntaxTrees[i];
                compilation = compilation.ReplaceSyntaxTree(tree, Typed(tree, text));
            }
            var asked = random.Next(3) == 0 ? compilation.AddSyntaxTrees(Source.Parse(Generated, "Second.ClusterDsl.g.cs")) : compilation;
            var cached = cache.Get(asked.Clone(), default);
            var afresh = Engine.EvaluateAfresh(asked.Clone(), default);
            Assert.True(Answer(afresh) == Answer(cached), $"seed {seed}, step {step}\nafresh: {Answer(afresh)}\ncached: {Answer(cached)}");
            Assert.All(cached.Classes.SelectMany(c => c.Type.Definitions), AssertFindingsAreInFilesRead);

            edits++;
            var known = before?.Classes.SelectMany(c => c.Type.Definitions).ToHashSet();
            foreach (var definition in cached.Classes.SelectMany(c => c.Type.Definitions))
                if (known?.Contains(definition) == true) same++;
                else others++;
            before = cached;
        }
        // The test is of reuse: there must have been some, and not only that.
        Assert.InRange(same, edits / 10, int.MaxValue);
        Assert.InRange(others, edits / 10, int.MaxValue);
    }

    // As an editor does it: what is before and after the change is the same text, and mostly the same syntax.
    static SyntaxTree Typed(SyntaxTree tree, string text)
    {
        var old = tree.ToString();
        int start = 0, end = 0;
        while (start < old.Length && start < text.Length && old[start] == text[start]) start++;
        while (end < old.Length - start && end < text.Length - start && old[^(end + 1)] == text[^(end + 1)]) end++;
        return tree.WithChangedText(tree.GetText().WithChanges(
            new TextChange(TextSpan.FromBounds(start, old.Length - end), text[start..^end])));
    }

    // What is found in a file that was not read would have a place there that edits move.
    static void AssertFindingsAreInFilesRead(Definition definition) =>
        Assert.All(definition.Problems.Concat(definition.Findings), f => Assert.Contains(f.Path, definition.Read.Files.Select(i => $"/src/File{i}.cs")));

    static string Answer(Evaluation evaluation)
    {
        var text = new StringBuilder();
        foreach (var type in evaluation.Classes)
        {
            text.AppendLine($"{type.FullName} {type.FileName} {type.Type.Shape with { Types = default, Taken = default }} {string.Join(',', type.Type.Shape.Types)} {string.Join(',', type.Type.Shape.Taken)}");
            foreach (var finding in type.Findings) text.AppendLine("  " + finding);
            foreach (var cluster in type.Clusters)
            {
                text.AppendLine($"  {cluster.Method} {cluster.IsValid} {(cluster.Plan is null ? "no plan" : cluster.Json(default))}");
                foreach (var finding in cluster.Findings) text.AppendLine("    " + finding);
            }
        }
        return text.ToString();
    }

    /// <summary>A text with places where one of several texts stands.</summary>
    sealed class Choices(string template)
    {
        readonly string[][] _parts = [.. template.Split('«', '»').Select((part, i) => i % 2 == 0 ? [part] : part.Split('|'))];
        readonly int[] _chosen = new int[template.Split('«', '»').Length];

        public void ChooseAnother(Random random)
        {
            var place = random.Next(_parts.Length / 2) * 2 + 1;
            _chosen[place] = (_chosen[place] + random.Next(1, _parts[place].Length)) % _parts[place].Length;
        }

        public override string ToString() => string.Concat(_parts.Select((part, i) => part[_chosen[i]]));
    }
}
