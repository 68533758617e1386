using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ClusterDsl.Testing;

/// <summary>A definition written to hang, crash or exhaust whoever evaluates it.</summary>
/// <param name="Name">What it tries; its own text where that is short.</param>
/// <param name="Body">The statements of the definition, with <c>{|CDL0003:marks|}</c> around what is to be underlined.</param>
sealed record HostileProgram(string Name, string Body)
{
    const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Collections.Immutable;
        global using System.Linq;
        global using System.Text;
        global using ClusterDsl;
        """;

    const string Shared = """
        record Link(Link? Next) { public Link? Next { get; set; } = Next; }

        class Loop
        {
            public static int A = B, B = A + 1;
            public static readonly int[] Array = [1];
            public Loop Self => new Loop();
            public override string ToString() => new Loop().ToString() + this;
        }

        record struct Pair(int A, int B);

        class Same(int id)
        {
            public int Id => id;
            public override bool Equals(object? other) => other is Same that && that.Id == id;
            public override int GetHashCode() => 1;
        }
        """;

    public HostileProgram(string body) : this(Markup.Parse(body).Text, body)
    {
    }

    /// <summary>The types that only this one uses, marked where it is they that are at fault.</summary>
    public string Types { get; init; } = "";

    /// <summary>The source of a class with this one definition, marks included.</summary>
    public string Source => $$"""
        [Cluster]
        public static partial class Clusters
        {
            public static Cluster Define()
            {
                {{Body}}{{(Body.Contains("return Cluster") ? "" : "\nreturn Cluster.Named(\"c\");")}}
            }
            {{Shared}}
            {{Types}}
        }
        """;

    /// <summary>The compilation of a source without marks.</summary>
    public static CSharpCompilation Compile(string source, IEnumerable<MetadataReference> references) => CSharpCompilation.Create(
        "Hostile",
        [Parse(Usings, "Usings.cs"), Parse(source, "Clusters.cs")],
        references,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    static SyntaxTree Parse(string source, string path) =>
        CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest), path);

    public override string ToString() => Name;
}
