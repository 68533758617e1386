using Microsoft.CodeAnalysis;

namespace ClusterDsl.Analyzers.Interpretation;

/// <summary>
/// Which members of the framework a definition may use: those that compute a value from their arguments and nothing else, in
/// time and memory that the evaluation can count.
/// </summary>
internal static class AllowList
{
    /// <summary>Namespaces whose types may be used.</summary>
    public static readonly IReadOnlyList<string> Namespaces =
    [
        "System.Collections.Frozen", "System.Collections.Generic", "System.Collections.Immutable", "System.Collections.ObjectModel",
    ];

    /// <summary>Types that may be used, but for the members that <see cref="Refusals"/> names.</summary>
    public static readonly IReadOnlyCollection<string> Types = new HashSet<string>
    {
        "System.Array", "System.ArraySegment`1", "System.BitConverter", "System.Boolean", "System.Byte", "System.Char",
        "System.Collections.BitArray", "System.Collections.DictionaryEntry", "System.Collections.ICollection",
        "System.Collections.IComparer", "System.Collections.IDictionary", "System.Collections.IEnumerable",
        "System.Collections.IEnumerator", "System.Collections.IEqualityComparer", "System.Collections.IList",
        "System.Convert", "System.DateOnly", "System.DateTime", "System.Decimal", "System.Double", "System.Enum", "System.Guid",
        "System.IComparable", "System.IComparable`1", "System.IDisposable", "System.IEquatable`1", "System.IFormattable",
        "System.Index", "System.Int16", "System.Int32", "System.Int64", "System.IntPtr", "System.Lazy`1",
        "System.Linq.Enumerable", "System.Linq.IGrouping`2", "System.Linq.ILookup`2", "System.Linq.IOrderedEnumerable`1",
        "System.Linq.ImmutableArrayExtensions", "System.Linq.Lookup`2", "System.Math", "System.MathF", "System.MemoryExtensions",
        "System.Nullable", "System.Nullable`1", "System.Numerics.BitOperations", "System.Object", "System.Range",
        "System.ReadOnlySpan`1", "System.SByte", "System.Single", "System.Span`1", "System.String", "System.StringComparer",
        "System.Text.StringBuilder", "System.TimeOnly", "System.TimeSpan", "System.Tuple", "System.UInt16", "System.UInt32",
        "System.UInt64", "System.UIntPtr", "System.ValueTuple", "System.ValueType", "System.Version",
    };

    /// <summary>Types of which these members alone may be used.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Only = new Dictionary<string, string[]>
    {
        ["System.Delegate"] = ["Combine", "Equals", "GetInvocationList", "Remove", "RemoveAll"],
        ["System.MulticastDelegate"] = ["Equals", "GetInvocationList"],
        ["System.Globalization.CultureInfo"] = ["InvariantCulture"],
    };

    /// <summary>Why a member cannot be used, and what to do instead; null where it can.</summary>
    public static Refusal? Of(ISymbol member)
    {
        var type = member.ContainingType;
        if (type is null || HostTypes.IsLibrary(member.ContainingAssembly)) return null;
        if (!IsFramework(member.ContainingAssembly)) return Refusals.CompiledElsewhere;
        var name = HostTypes.MetadataName(type.OriginalDefinition);
        var memberName = MemberName(member);
        if (Refusals.OfMember(name, memberName) is { } refusal) return refusal;
        return Allows(type, name, memberName) ? null : Refusals.OfType(name);
    }

    static bool Allows(INamedTypeSymbol type, string name, string member)
    {
        if (Only.TryGetValue(name, out var only)) return only.Contains(member);
        if (Types.Contains(name) || type.TypeKind == TypeKind.Delegate || IsTuple(name) || IsException(type)) return true;
        return Namespaces.Any(space => name.StartsWith(space + ".", StringComparison.Ordinal));
    }

    static bool IsTuple(string name) =>
        name.StartsWith("System.ValueTuple`", StringComparison.Ordinal) || name.StartsWith("System.Tuple`", StringComparison.Ordinal);

    // Those of the system's own parts read what the system said last.
    static bool IsException(INamedTypeSymbol type)
    {
        if (type.ContainingNamespace?.ToDisplayString() is not ("System" or "System.IO" or "System.Collections.Generic")) return false;
        for (INamedTypeSymbol? t = type; t is not null; t = t.BaseType)
            if (HostTypes.MetadataName(t) == "System.Exception") return true;
        return false;
    }

    static string MemberName(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } => "new",
        IMethodSymbol { AssociatedSymbol: { } property } => property.Name,
        _ => member.Name,
    };

    static bool IsFramework(IAssemblySymbol? assembly) =>
        assembly?.Name is { } name && (name is "mscorlib" or "netstandard" or "System" || name.StartsWith("System.", StringComparison.Ordinal));
}
