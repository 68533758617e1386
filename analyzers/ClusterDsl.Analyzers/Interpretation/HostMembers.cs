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
    // A number implements most of its interfaces explicitly, which is private.
    const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    const int Kept = 10_000;

    static readonly ConcurrentDictionary<string, MethodBase?> Definitions = new();

    readonly Dictionary<IMethodSymbol, HostMethod?> _methods = new(SymbolEqualityComparer.Default);
    readonly Dictionary<IMethodSymbol, HostMethod?> _seen = new(SameReference.Comparer);
    readonly Dictionary<IPropertySymbol, IMethodSymbol?> _getters = new(SameReference.Comparer);

    /// <summary>The method or constructor, closed over its type arguments; null where this process has none.</summary>
    public HostMethod? Of(IMethodSymbol method)
    {
        // Most symbols come by again themselves; those made anew for a type argument are equal.
        if (_seen.TryGetValue(method, out var found) || _methods.TryGetValue(method, out found)) return found;
        var whole = method.ReducedFrom is { } unreduced
            ? method.IsGenericMethod ? unreduced.Construct([.. method.TypeArguments]) : unreduced
            : method;
        return _seen[method] = _methods[method] = Close(whole) is { } target ? HostMethod.Of(target) : null;
    }

    /// <summary>The getter of a property: of a generic type, the compiler makes it anew each time it is asked.</summary>
    public IMethodSymbol? GetterOf(IPropertySymbol property)
    {
        if (!_getters.TryGetValue(property, out var getter) && _getters.Count < Kept) _getters.Add(property, getter = property.GetMethod);
        return getter ?? property.GetMethod;
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
                definition = owner.GetMembers(All).OfType<MethodBase>().FirstOrDefault(
                    m => m.MetadataToken == definition.MetadataToken && m.Module == definition.Module);
                if (definition is null) return null;
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
            m.Name == definition.MetadataName && (m.IsPublic || IsOfPublicInterface(m))
            && (m.IsGenericMethodDefinition ? m.GetGenericArguments().Length : 0) == definition.Arity
            && Signature.Of(m) == signature);
    }

    /// <summary>Whether a private method is what its type has for a member of an interface that anybody can name.</summary>
    static bool IsOfPublicInterface(MethodBase method)
    {
        var end = method.Name.LastIndexOf('.');
        if (!method.IsPrivate || end <= 0) return false;
        var contract = method.Name.Substring(0, end).Split('<')[0];
        return method.DeclaringType!.GetInterfaces().Any(i => i.IsVisible && (i.FullName ?? i.Namespace + "." + i.Name).Split('`')[0].Replace('+', '.') == contract);
    }

    // C# 14 binds `array.Contains(x)` to spans, which cannot be boxed; the same methods exist over sequences.
    static Type? SpanFallback(IMethodSymbol definition) =>
        definition.ContainingType is { Name: "MemoryExtensions" } ? typeof(Enumerable) : null;

    static string OverSequences(string signature) =>
        signature.Replace("!!0[]", "System.Collections.Generic.IEnumerable`1[!!0]");
}
