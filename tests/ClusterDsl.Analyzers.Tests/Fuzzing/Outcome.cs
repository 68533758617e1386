using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using ClusterDsl.Analyzers.Hosting;
using ClusterDsl.Analyzers.Interpretation;
using ClusterDsl.Plans;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ClusterDsl.Analyzers.Tests.Fuzzing;

/// <summary>What became of a program: its plan or its exception, and all that it wrote to its log.</summary>
/// <param name="Text">Equal texts are equal outcomes.</param>
/// <param name="ReachedItsEnd">Whether it gave a cluster.</param>
/// <param name="Steps">What the interpreter used up; 0 at run time.</param>
internal sealed record Outcome(string Text, bool ReachedItsEnd, int Steps)
{
    // Whether a reference may be null is no matter at run time, and finding out takes a third of the binding.
    static readonly CSharpCompilation Nothing = Source.Compile() is var nothing
        ? nothing.WithOptions(nothing.Options.WithNullableContextOptions(NullableContextOptions.Disable)) : nothing;

    /// <summary>Programs in one assembly, each in a namespace of its own.</summary>
    public static Compilation Compile(IEnumerable<FuzzedProgram> programs) => Nothing.AddSyntaxTrees(
        programs.Select((p, i) => Source.Parse(p.Source(Namespace(i)), $"/src/{Namespace(i)}.cs")));

    static string Namespace(int index) => $"Fuzzed{index}";

    /// <summary>Which of the programs compiled together an error is in.</summary>
    public static int IndexOf(Diagnostic error) =>
        int.Parse(Path.GetFileNameWithoutExtension(error.Location.SourceTree!.FilePath)["Fuzzed".Length..], CultureInfo.InvariantCulture);

    static string TypeName(int index) => $"{Namespace(index)}.{FuzzedProgram.TypeName}";

    /// <summary>The outcomes of the programs of one assembly, at run time.</summary>
    public static IReadOnlyList<Outcome> AtRunTime(Compilation compilation, int programs)
    {
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        if (!emitted.Success) throw new NotCompiled(emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error));
        image.Position = 0;
        var context = new AssemblyLoadContext(null, isCollectible: true);
        try
        {
            var assembly = context.LoadFromStream(image);
            return [.. Enumerable.Range(0, programs).Select(i => Of((object?[])assembly.GetType(TypeName(i), throwOnError: true)!
                .GetMethod("Run", BindingFlags.Static | BindingFlags.Public)!.Invoke(null, null)!, 0))];
        }
        finally
        {
            context.Unload();
        }
    }

    public static Outcome Interpreted(Compilation compilation, int program)
    {
        var budget = new Budget(CancellationToken.None);
        var (result, problems, _) = Infrastructure.Interpreted.Run(compilation, TypeName(program), "Run", budget);
        return problems.Count > 0 || result is not object?[] parts
            ? new Outcome("refused\n" + string.Join("\n", problems.Select(p => $"{p.Rule} {p.Message} «{Underlined(compilation, p)}»")), false, budget.Used)
            : Of(parts, budget.Used);
    }

    static string Underlined(Compilation compilation, Found found) => compilation.SyntaxTrees.First(t => t.FilePath == found.Path)
        .GetText().ToString().Substring(found.Span.Start, Math.Min(found.Span.Length, 200));

    static Outcome Of(object?[] parts, int steps) => parts[0] is Cluster cluster
        ? new Outcome(PlanJson.Write(cluster.Plan) + "\n" + parts[1], true, steps)
        : new Outcome($"threw {Name(parts[0]!)}\n{parts[1]}", false, steps);

    static string Name(object exception) => exception is Instance own ? own.Type.Name : exception.GetType().Name;
}

/// <summary>A program that the compiler refuses.</summary>
internal sealed class NotCompiled(IEnumerable<Diagnostic> errors) : Exception(string.Join("\n", errors.Take(10)))
{
    public IReadOnlyList<Diagnostic> Errors { get; } = [.. errors];
}
