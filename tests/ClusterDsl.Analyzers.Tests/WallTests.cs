using System.Reflection;
using System.Runtime.CompilerServices;
using ClusterDsl.Language;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ClusterDsl.Analyzers.Tests;

/// <summary>What must stay separate.</summary>
public class WallTests
{
    static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;

    static IEnumerable<(string File, string Text)> FrontEnd() => Directory
        .EnumerateFiles(Path.Combine(Folder(), "../../analyzers"), "*.cs", SearchOption.AllDirectories)
        .Where(f => !f.Contains("/obj/") && !f.Contains("\\obj\\"))
        .Select(f => (Path.GetFileName(f), File.ReadAllText(f)));

    [Fact]
    public void A_new_builder_method_needs_no_change_in_the_front_end()
    {
        var builders = typeof(Cluster).Assembly.GetTypes().Where(t => t.IsPublic && t != typeof(Declaration) && typeof(Declaration).IsAssignableFrom(t)).ToList();
        Assert.NotEmpty(builders);
        // The plan of a finished cluster is the one thing that the front end asks of the language.
        var members = builders.SelectMany(t => t.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(m => m is MethodInfo { IsSpecialName: false } or PropertyInfo && m != typeof(Cluster).GetProperty(nameof(Cluster.Plan)))
            .ToList();
        var names = members.Select(m => m.Name).ToHashSet();
        Assert.Contains("Named", names);
        foreach (var (file, text) in FrontEnd())
        {
            var root = CSharpSyntaxTree.ParseText(text).GetRoot();
            foreach (var token in root.DescendantTokens(descendIntoTrivia: false))
                if (token.IsKind(SyntaxKind.StringLiteralToken) && names.Contains(token.ValueText))
                    Assert.Fail($"{file} names the builder member \"{token.ValueText}\"");
            foreach (var builder in builders)
                foreach (var member in builder.GetMembers().Select(m => m.Name).Distinct())
                    if (member != nameof(Cluster.Plan)) Assert.DoesNotContain($" {builder.Name}.{member}", text);
        }
    }

    [Fact]
    public void The_library_knows_no_compiler() => Assert.DoesNotContain(
        typeof(Cluster).Assembly.GetReferencedAssemblies(), a => a.Name!.StartsWith("Microsoft.CodeAnalysis"));

    [Fact]
    public void The_front_end_touches_no_file()
    {
        foreach (var (file, text) in FrontEnd())
            foreach (var banned in new[] { "System.IO", "File.", "Directory.", "Process." })
                foreach (var line in text.Split('\n'))
                    Assert.False(line.Contains(banned) && !line.Contains('"'), $"{file}: {line.Trim()}");
    }
}
