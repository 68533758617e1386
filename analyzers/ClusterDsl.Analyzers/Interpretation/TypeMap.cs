using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ClusterDsl.Analyzers.Interpretation;

/// <summary>What the type parameters of the running generic code stand for.</summary>
internal sealed class TypeMap
{
    public static readonly TypeMap Empty = new();

    readonly Dictionary<ISymbol, ITypeSymbol> _types = new(SymbolEqualityComparer.Default);

    /// <summary>The map inside a method, given the one at its caller.</summary>
    public static TypeMap For(IMethodSymbol method, TypeMap caller, object? self)
    {
        var owner = self is Instance { Type: { IsGenericType: true } type } ? type : method.ContainingType;
        if (!method.IsGenericMethod && owner is not { IsGenericType: true })
            return method.MethodKind == MethodKind.LocalFunction ? caller : Empty;
        var map = new TypeMap();
        if (method.MethodKind == MethodKind.LocalFunction)
            foreach (var pair in caller._types) map._types[pair.Key] = pair.Value;
        map.Add(method.TypeParameters, method.TypeArguments, caller);
        for (var type2 = owner; type2 is not null; type2 = type2.ContainingType)
            map.Add(type2.OriginalDefinition.TypeParameters, type2.TypeArguments, caller);
        return map;
    }

    /// <summary>The map inside a type whose type arguments are known.</summary>
    public static TypeMap Of(INamedTypeSymbol type)
    {
        if (!type.IsGenericType) return Empty;
        var map = new TypeMap();
        for (var outer = type; outer is not null; outer = outer.ContainingType)
            map.Add(outer.OriginalDefinition.TypeParameters, outer.TypeArguments, Empty);
        return map;
    }

    void Add(ImmutableArray<ITypeParameterSymbol> parameters, ImmutableArray<ITypeSymbol> arguments, TypeMap caller)
    {
        for (var i = 0; i < parameters.Length; i++)
        {
            var argument = caller.Substitute(arguments[i]);
            if (argument is not ITypeParameterSymbol) _types[parameters[i].OriginalDefinition] = argument;
        }
    }

    /// <summary>The type with its type parameters replaced.</summary>
    public ITypeSymbol Substitute(ITypeSymbol type)
    {
        if (_types.Count == 0) return type;
        switch (type)
        {
            case ITypeParameterSymbol parameter:
                return _types.TryGetValue(parameter.OriginalDefinition, out var mapped) ? mapped : type;
            case INamedTypeSymbol { IsGenericType: true, IsUnboundGenericType: false } named when named.TypeArguments.Length > 0:
                var arguments = named.TypeArguments;
                var replaced = arguments.Select(Substitute).ToArray();
                return replaced.SequenceEqual(arguments, SymbolEqualityComparer.Default)
                    ? type
                    : named.OriginalDefinition.Construct(replaced);
            default:
                return type;
        }
    }

    /// <summary>The method with its type arguments replaced.</summary>
    public IMethodSymbol Substitute(IMethodSymbol method)
    {
        if (_types.Count == 0) return method;
        var result = method;
        if (method.ContainingType is { IsGenericType: true } type
            && Substitute(type) is INamedTypeSymbol constructed
            && !SymbolEqualityComparer.Default.Equals(type, constructed)
            && constructed.GetMembers(method.Name).OfType<IMethodSymbol>().FirstOrDefault(
                m => SymbolEqualityComparer.Default.Equals(m.OriginalDefinition, method.OriginalDefinition)) is { } found)
            result = found;
        return method.IsGenericMethod
            ? result.OriginalDefinition.Equals(result, SymbolEqualityComparer.Default) || result.IsGenericMethod
                ? result.ConstructedFrom.Construct([.. method.TypeArguments.Select(Substitute)])
                : result
            : result;
    }
}
