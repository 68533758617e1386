using Microsoft.CodeAnalysis;

namespace ClusterDsl.Analyzers.Interpretation;

/// <summary>One spelling for the compiler's and the runtime's idea of a parameter type.</summary>
internal static class Signature
{
    public static string Of(IMethodSymbol method) => string.Join(",", method.Parameters.Select(Of));

    public static string Of(System.Reflection.MethodBase method) =>
        string.Join(",", method.GetParameters().Select(p => Of(p.ParameterType)));

    static string Of(IParameterSymbol parameter) =>
        // Interpolated text is passed as what it says, not by way of the builder that would assemble it.
        parameter.Type.Name.EndsWith("InterpolatedStringHandler", StringComparison.Ordinal) ? "System.String"
        : Of(parameter.Type) + (parameter.RefKind == RefKind.None ? "" : "&");

    static string Of(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Of(array.ElementType) + "[" + new string(',', array.Rank - 1) + "]",
        ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } parameter => "!!" + parameter.Ordinal,
        ITypeParameterSymbol parameter => "!" + (parameter.Ordinal + OuterArity(parameter.DeclaringType)),
        IDynamicTypeSymbol => "System.Object",
        INamedTypeSymbol named => Named(named),
        _ => "?",
    };

    static string Named(INamedTypeSymbol type)
    {
        if (type.IsTupleType && type.TupleUnderlyingType is { } underlying) type = underlying;
        if (HostTypes.IsSpan(type)) return Of(type.TypeArguments[0]) + "[]";
        var name = type.SpecialType switch
        {
            SpecialType.System_IntPtr => "System.IntPtr",
            SpecialType.System_UIntPtr => "System.UIntPtr",
            _ => HostTypes.MetadataName(type),
        };
        var arguments = Arguments(type).ToList();
        return arguments.Count == 0 ? name : name + "[" + string.Join(",", arguments.Select(Of)) + "]";
    }

    static IEnumerable<ITypeSymbol> Arguments(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? Arguments(outer).Concat(type.TypeArguments) : type.TypeArguments;

    static int OuterArity(INamedTypeSymbol? type) =>
        type?.ContainingType is { } outer ? outer.Arity + OuterArity(outer) : 0;

    static string Of(Type type)
    {
        if (type.IsByRef) return Of(type.GetElementType()!) + "&";
        if (type.IsArray) return Of(type.GetElementType()!) + "[" + new string(',', type.GetArrayRank() - 1) + "]";
        if (type.IsGenericParameter) return (type.DeclaringMethod is null ? "!" : "!!") + type.GenericParameterPosition;
        if (!type.IsGenericType) return type.FullName ?? "?";
        return type.GetGenericTypeDefinition().FullName + "[" + string.Join(",", type.GetGenericArguments().Select(Of)) + "]";
    }
}
