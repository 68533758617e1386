using System.Reflection;
using Microsoft.CodeAnalysis;

namespace ClusterDsl.Analyzers.Tests.Infrastructure;

/// <summary>What an object keeps alive: a walk over all its fields and theirs.</summary>
internal static class Held
{
    /// <summary>The paths by which a value keeps anything of a compilation alive; a weak reference keeps nothing.</summary>
    public static IReadOnlyList<string> OfACompilation(object? value)
    {
        var held = new List<string>();
        Walk(value, "value", new HashSet<object>(ReferenceEqualityComparer.Instance), held);
        return held;
    }

    static void Walk(object? value, string path, HashSet<object> seen, List<string> held)
    {
        if (value is null or string or Pointer or Type or MemberInfo || value.GetType().IsPrimitive || IsWeak(value) || !seen.Add(value)) return;
        if (value is ISymbol or SyntaxNode or SyntaxTree or Compilation or IOperation or Location or SemanticModel or Diagnostic or SyntaxToken or SyntaxReference)
        {
            held.Add($"{path} is a {value.GetType().Name}");
            return;
        }
        // Whatever a collection is called, in the end it is arrays and fields.
        if (value is Array items)
            foreach (var item in items) Walk(item, path + "[]", seen, held);
        for (var type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                Walk(field.GetValue(value), path + "." + field.Name, seen, held);
    }

    static bool IsWeak(object value) =>
        value is WeakReference || value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(WeakReference<>);
}
