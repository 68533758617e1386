using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace ClusterDsl.Analyzers.Interpretation;

/// <summary>
/// From the compiler's members to the members of this process, by symbol: nothing here knows what the library offers, so
/// nothing here changes when it offers more.
/// </summary>
internal sealed class HostMembers(Func<ITypeSymbol, Type?> typeOf)
{
    const BindingFlags All = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    static readonly ConcurrentDictionary<string, MethodBase?> Definitions = new();

    readonly Dictionary<IMethodSymbol, MethodBase?> _methods = new(SymbolEqualityComparer.Default);

    /// <summary>The method or constructor, closed over its type arguments; null where this process has none.</summary>
    public MethodBase? Of(IMethodSymbol method)
    {
        method = method.ReducedFrom is { } unreduced
            ? method.IsGenericMethod ? unreduced.Construct([.. method.TypeArguments]) : unreduced
            : method;
        if (_methods.TryGetValue(method, out var found)) return found;
        return _methods[method] = Close(method);
    }

    MethodBase? Close(IMethodSymbol method)
    {
        if (Definition(method.OriginalDefinition) is not { } definition) return null;
        try
        {
            if (method.ContainingType.IsGenericType)
            {
                if (typeOf(method.ContainingType) is not { } owner) return null;
                // The runtime keeps the token of a member across the instantiations of its type.
                definition = owner.GetMembers(All).OfType<MethodBase>().First(
                    m => m.MetadataToken == definition.MetadataToken && m.Module == definition.Module);
            }
            if (!method.IsGenericMethod) return definition;
            var arguments = method.TypeArguments.Select(typeOf).ToArray();
            return arguments.Any(a => a is null) ? null : ((MethodInfo)definition).MakeGenericMethod(arguments!);
        }
        catch (ArgumentException)
        {
            return null; // a constraint that an own type cannot meet here
        }
    }

    static MethodBase? Definition(IMethodSymbol definition)
    {
        var id = definition.GetDocumentationCommentId();
        if (id is null) return null;
        return Definitions.GetOrAdd(definition.ContainingAssembly?.Name + "/" + id, _ => Search(definition));
    }

    static MethodBase? Search(IMethodSymbol definition)
    {
        var owner = SpanFallback(definition) ?? HostTypes.OfOpen(definition.ContainingType);
        if (owner is null) return null;
        var signature = Signature.Of(definition);
        if (owner == typeof(Enumerable) && definition.ContainingType.Name != nameof(Enumerable)) signature = OverSequences(signature);
        return owner.GetMembers(All).OfType<MethodBase>().FirstOrDefault(m =>
            m.Name == definition.MetadataName
            && (m.IsGenericMethodDefinition ? m.GetGenericArguments().Length : 0) == definition.Arity
            && Signature.Of(m) == signature);
    }

    // C# 14 binds `array.Contains(x)` to spans, which cannot be boxed; the same methods exist over sequences.
    static Type? SpanFallback(IMethodSymbol definition) =>
        definition.ContainingType is { Name: "MemoryExtensions" } ? typeof(Enumerable) : null;

    static string OverSequences(string signature) =>
        signature.Replace("!!0[]", "System.Collections.Generic.IEnumerable`1[!!0]");
}
