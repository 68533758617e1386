using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ClusterDsl.Analyzers.Interpretation;

/// <summary>From the compiler's types to the types of this process.</summary>
internal static class HostTypes
{
    static readonly string Library = typeof(Cluster).Assembly.GetName().Name;

    static readonly System.Reflection.Assembly[] Framework = [.. new[]
    {
        typeof(object), typeof(Enumerable), typeof(HashSet<>), typeof(Stack<>), typeof(SortedDictionary<,>),
        typeof(System.Collections.ObjectModel.ReadOnlyCollection<>), typeof(ImmutableArray<>), typeof(Uri),
    }.Select(t => t.Assembly).Distinct()];

    static readonly ConcurrentDictionary<string, Type?> Open = new();

    /// <summary>Whether definitions can occur at all; asks for nothing that would have to be bound.</summary>
    public static bool IsReferencedBy(Compilation compilation) => compilation.ReferencedAssemblyNames.Any(a => a.Name == Library);

    public static bool IsLibrary(IAssemblySymbol? assembly) => assembly?.Name == Library;

    /// <summary>The assembly under evaluation on this thread.</summary>
    [field: ThreadStatic]
    public static IAssemblySymbol? Home { get; set; }

    /// <summary>Whether the type is declared by the code under evaluation. Of a project that it refers to, an editor has the source too.</summary>
    public static bool IsSource(ITypeSymbol? type) =>
        type is not null && (type.IsAnonymousType
            || !type.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty && ReferenceEquals(type.OriginalDefinition.ContainingAssembly, Home));

    /// <summary>The type that values of <paramref name="type"/> have here; null where there is none.</summary>
    public static Type? Of(ITypeSymbol type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                var element = Of(array.ElementType);
                return array.Rank == 1 ? element?.MakeArrayType() : element?.MakeArrayType(array.Rank);
            case ITypeParameterSymbol:
                return typeof(object);
            case INamedTypeSymbol { TypeKind: TypeKind.Error }:
                return null;
            case INamedTypeSymbol named when IsSource(named):
                return named.TypeKind switch
                {
                    TypeKind.Enum => typeof(EnumValue),
                    TypeKind.Delegate => typeof(Closure),
                    TypeKind.Interface => typeof(object),
                    _ => typeof(Instance),
                };
            case INamedTypeSymbol named:
                return Named(named);
            default:
                return null;
        }
    }

    static Type? Named(INamedTypeSymbol type)
    {
        if (type.IsTupleType && type.TupleUnderlyingType is { } underlying) type = underlying;
        if (OfOpen(type.OriginalDefinition) is not { } open) return null;
        if (!type.IsGenericType) return open;
        var arguments = new List<Type>();
        if (!Collect(type, arguments)) return null;
        // Own value types are objects here, which are nullable as they are; and a span is the array it was made of.
        if (open == typeof(Nullable<>) && !arguments[0].IsValueType) return arguments[0];
        if (IsSpan(type)) return arguments[0].MakeArrayType();
        try
        {
            return open.MakeGenericType([.. arguments]);
        }
        catch (ArgumentException)
        {
            return null; // an own value type where the framework's constraint asks for a real one
        }
    }

    static bool Collect(INamedTypeSymbol type, List<Type> arguments)
    {
        if (type.ContainingType is { } outer && !Collect(outer, arguments)) return false;
        foreach (var argument in type.TypeArguments)
        {
            if (Of(argument) is not { } mapped) return false;
            arguments.Add(mapped);
        }
        return true;
    }

    public static bool IsSpan(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", Arity: 1, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>The open type with this definition.</summary>
    public static Type? OfOpen(INamedTypeSymbol definition)
    {
        var library = IsLibrary(definition.ContainingAssembly);
        var name = MetadataName(definition);
        return Open.GetOrAdd(library ? "!" + name : name, _ => library
            ? typeof(Cluster).Assembly.GetType(name)
            : Framework.Select(a => a.GetType(name)).FirstOrDefault(t => t is not null));
    }

    /// <summary>Namespace.Outer+Inner`1.</summary>
    public static string MetadataName(INamedTypeSymbol type)
    {
        if (type.ContainingType is { } outer) return MetadataName(outer) + "+" + type.MetadataName;
        return type.ContainingNamespace is { IsGlobalNamespace: false } space
            ? space.ToDisplayString() + "." + type.MetadataName
            : type.MetadataName;
    }
}
