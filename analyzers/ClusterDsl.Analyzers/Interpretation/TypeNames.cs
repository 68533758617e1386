using Microsoft.CodeAnalysis;

namespace ClusterDsl.Analyzers.Interpretation;

/// <summary>The names that types have at run time, as ToString and the messages of exceptions show them.</summary>
internal static class TypeNames
{
    public static string Of(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Of(array.ElementType) + "[" + new string(',', array.Rank - 1) + "]",
        INamedTypeSymbol named => Named(named.IsTupleType && named.TupleUnderlyingType is { } underlying ? underlying : named),
        _ => type.ToDisplayString(),
    };

    static string Named(INamedTypeSymbol type)
    {
        var arguments = Arguments(type).ToList();
        var name = HostTypes.MetadataName(type);
        return arguments.Count == 0 ? name : name + "[" + string.Join(",", arguments.Select(Of)) + "]";
    }

    static IEnumerable<ITypeSymbol> Arguments(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? Arguments(outer).Concat(type.TypeArguments) : type.TypeArguments;

    /// <summary>The name of a value's type.</summary>
    public static string OfValue(object value) => value switch
    {
        Instance own => Of(own.Type),
        EnumValue own => Of(own.Type),
        _ => value.GetType().ToString(),
    };
}
