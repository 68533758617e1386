using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ClusterDsl.Analyzers.Tests.Infrastructure;

/// <summary>Compilations of sources as a user's project would compile them.</summary>
internal static class Source
{
    public const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Text;
        global using ClusterDsl;
        """;

    public static readonly MetadataReference[] References = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(p => Path.GetFileName(p) is var name && (name.StartsWith("System.") || name is "ClusterDsl.dll" or "netstandard.dll"))
        .Select(p => MetadataReference.CreateFromFile(p))];

    public static CSharpCompilation Compile(params string[] sources) => CSharpCompilation.Create(
        "Acme",
        [Parse(Usings, "Usings.cs"), .. sources.Select((s, i) => Parse(s, i == 0 ? "/src/Clusters.cs" : $"/src/Other{i}.cs"))],
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    public static SyntaxTree Parse(string source, string path) =>
        CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest), path, System.Text.Encoding.UTF8);

    /// <summary>Runs a static method of the compiled source on the real runtime.</summary>
    public static object? Run(Compilation compilation, string type, string method)
    {
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        image.Position = 0;
        // A context of its own finds everything else, ClusterDsl.dll too, where the test found it.
        var loaded = new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image).GetType(type, throwOnError: true)!;
        return loaded.GetMethod(method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!.Invoke(null, null);
    }
}
