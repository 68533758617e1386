using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ClusterDsl.Analyzers.Interpretation;

/// <summary>What the type parameters of the running generic code stand for.</summary>
internal sealed class TypeMap(Compilation compilation)
{
    readonly Dictionary<ISymbol, ITypeSymbol> _types = new(SymbolEqualityComparer.Default);

    /// <summary>The map inside a method, given the one at its caller.</summary>
    public static TypeMap For(IMethodSymbol method, TypeMap caller, object? self)
    {
        var owner = self is Instance { Type: var type } ? Declaring(type, method) : method.ContainingType;
        var isLocal = method.MethodKind == MethodKind.LocalFunction;
        if (!method.IsGenericMethod && owner is not { IsGenericType: true }) return isLocal ? caller : caller.Empty;
        var map = new TypeMap(caller.Compilation);
        if (isLocal)
            foreach (var pair in caller._types) map._types[pair.Key] = pair.Value;
        map.Add(method.TypeParameters, method.TypeArguments, caller);
        for (var outer = owner; outer is not null; outer = outer.ContainingType)
            map.Add(outer.OriginalDefinition.TypeParameters, outer.TypeArguments, caller);
        return map;
    }

    /// <summary>The map inside a type whose type arguments are known.</summary>
    public TypeMap Inside(INamedTypeSymbol type)
    {
        if (!type.IsGenericType) return Empty;
        var map = new TypeMap(Compilation);
        for (var outer = type; outer is not null; outer = outer.ContainingType)
            map.Add(outer.OriginalDefinition.TypeParameters, outer.TypeArguments, Empty);
        return map;
    }

    public Compilation Compilation { get; } = compilation;

    TypeMap Empty => _types.Count == 0 ? this : new TypeMap(Compilation);

    /// <summary>The type of an object, or the one it inherits from, that has the method.</summary>
    static INamedTypeSymbol Declaring(INamedTypeSymbol type, IMethodSymbol method)
    {
        for (var t = type; t is not null; t = t.BaseType)
            if (SymbolEqualityComparer.Default.Equals(t.OriginalDefinition, method.ContainingType?.OriginalDefinition)) return t;
        return method.ContainingType ?? type;
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
            case IArrayTypeSymbol array when Substitute(array.ElementType) is var element && !SymbolEqualityComparer.Default.Equals(element, array.ElementType):
                return Compilation.CreateArrayTypeSymbol(element, array.Rank);
            case INamedTypeSymbol { IsGenericType: true, IsUnboundGenericType: false } named:
                return Substitute(named);
            default:
                return type;
        }
    }

    INamedTypeSymbol Substitute(INamedTypeSymbol type)
    {
        var definition = type.OriginalDefinition;
        // A type inside a generic one is generic with it.
        if (type.ContainingType is { IsGenericType: true } outer && Substitute(outer) is var around && !SymbolEqualityComparer.Default.Equals(around, outer))
            definition = around.GetTypeMembers(type.Name, type.Arity).FirstOrDefault() ?? definition;
        else if (type.TypeArguments.All(a => SymbolEqualityComparer.Default.Equals(Substitute(a), a))) return type;
        return type.Arity == 0 ? definition : definition.Construct([.. type.TypeArguments.Select(Substitute)]);
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
