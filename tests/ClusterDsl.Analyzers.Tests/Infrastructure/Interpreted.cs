using ClusterDsl.Analyzers.Hosting;
using ClusterDsl.Analyzers.Interpretation;
using Microsoft.CodeAnalysis;

namespace ClusterDsl.Analyzers.Tests.Infrastructure;

/// <summary>Runs any static method under the interpreter.</summary>
internal static class Interpreted
{
    public static (object? Result, IReadOnlyList<Found> Problems, bool IsKnown) Run(
        Compilation compilation, string type, string method, Budget? budget = null)
    {
        var symbol = compilation.GetTypeByMetadataName(type)!.GetMembers(method).OfType<IMethodSymbol>().Single();
        var problems = new Problems();
        var interpreter = new Interpreter(new Bodies(compilation, null), budget ?? new Budget(CancellationToken.None), problems);
        var isKnown = interpreter.TryRun(symbol, symbol.DeclaringSyntaxReferences[0].GetSyntax(), out var result);
        return (result, problems.Found, isKnown);
    }
}
