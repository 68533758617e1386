using System.Collections.Concurrent;
using System.Reflection;
using System.Text;

namespace ClusterDsl.Analyzers.Interpretation;

/// <summary>A method or constructor of this process, and what is asked about it on every call, found out once.</summary>
internal sealed class HostMethod
{
    // What costs the same whatever the receiver holds.
    static readonly HashSet<string> Direct =
    [
        "Add", "get_Item", "set_Item", "TryGetValue", "ContainsKey", "Push", "Pop", "Peek", "Enqueue", "Dequeue", "Append", "TryAdd",
        "get_Count", "get_Length", "get_Chars", "get_IsDefault", "get_IsDefaultOrEmpty", "get_IsEmpty",
    ];

    // Of a list in memory, these queries look at one element.
    static readonly HashSet<string> Glances =
        ["Any", "Count", "LongCount", "First", "FirstOrDefault", "Last", "LastOrDefault", "Single", "SingleOrDefault", "ElementAt", "ElementAtOrDefault"];

    static readonly HashSet<string> Hashing =
    [
        "Distinct", "GroupBy", "GroupJoin", "Join", "Union", "Intersect", "Except", "ToHashSet", "ToDictionary", "ToLookup", "DistinctBy", "UnionBy",
        "IntersectBy", "ExceptBy", "CountBy", "AggregateBy", "LeftJoin", "RightJoin",
    ];

    static readonly ConcurrentDictionary<MethodBase, HostMethod> Known = new();

    HostMethod(MethodBase target)
    {
        Target = target;
        var owner = target.DeclaringType!;
        Parameters = Array.ConvertAll(target.GetParameters(), p => new HostParameter(
            p.ParameterType.IsByRef ? p.ParameterType.GetElementType()! : p.ParameterType, p.Name ?? ""));
        Sizes = SizesOf(target, owner);
        MakesText = owner == typeof(string) || owner == typeof(StringBuilder);
        Makes = target is MethodInfo method ? method.ReturnType : owner;
        IsLibrary = owner.Assembly == typeof(Cluster).Assembly;
        IsQuery = owner == typeof(Enumerable);
        IsOfTree = owner.Namespace == "System.Collections.Immutable" && !owner.Name.StartsWith("ImmutableArray", StringComparison.Ordinal);
        IsDeferred = IsQuery && (IsSequence(Makes) || Makes.Name == "IOrderedEnumerable`1");
        IsDirect = IsQuery ? Glances.Contains(target.Name) && Array.TrueForAll(Parameters, p => !typeof(Delegate).IsAssignableFrom(p.Type))
            : Direct.Contains(target.Name) && !(owner.Name == "ImmutableArray`1" && target.Name == "Add");
        Sorts = target.Name.StartsWith("Sort", StringComparison.Ordinal) || target.Name.StartsWith("Order", StringComparison.Ordinal)
            || target.Name.StartsWith("ThenBy", StringComparison.Ordinal) || Makes.Name.Contains("Sorted");
        Buffers = Sorts || IsQuery && (Hashing.Contains(target.Name) || target.Name == "Reverse");
        HasWeakKeys = (IsQuery ? Buffers : owner.IsGenericType)
            && (target.IsGenericMethod ? target.GetGenericArguments() : owner.GetGenericArguments()).Any(Weights.HashesWeakly);
    }

    public MethodBase Target { get; }

    public HostParameter[] Parameters { get; }

    /// <summary>Which parameters say how much is to be made.</summary>
    public bool[] Sizes { get; }

    /// <summary>What it returns or constructs.</summary>
    public Type Makes { get; }

    public bool IsLibrary { get; }

    /// <summary>A method of a string or of what builds one.</summary>
    public bool MakesText { get; }

    /// <summary>A method of LINQ.</summary>
    public bool IsQuery { get; }

    /// <summary>Whether what it makes or changes takes over the elements of a collection that it is given.</summary>
    public bool Copies => !IsQuery && Target.DeclaringType != typeof(Array);

    /// <summary>A method of a collection that is a tree, of which each change makes a new one.</summary>
    public bool IsOfTree { get; }

    /// <summary>A query that does its work when its result is enumerated.</summary>
    public bool IsDeferred { get; }

    /// <summary>Whether it costs the same whatever the receiver or the source holds.</summary>
    public bool IsDirect { get; }

    public bool Sorts { get; }

    /// <summary>A query that keeps what it has read.</summary>
    public bool Buffers { get; }

    /// <summary>Whether it looks up keys that can be chosen to fall into one bucket.</summary>
    public bool HasWeakKeys { get; }

    public static HostMethod Of(MethodBase target) => Known.GetOrAdd(target, static t => new HostMethod(t));

    public static bool IsSequence(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>);

    /// <summary>The method as it is declared, before its type parameters are given.</summary>
    static MethodBase Open(MethodBase target, Type owner) => target is MethodInfo { IsGenericMethod: true } method
        ? method.GetGenericMethodDefinition()
        : owner.IsGenericType ? MethodBase.GetMethodFromHandle(target.MethodHandle, owner.GetGenericTypeDefinition().TypeHandle)! : target;

    bool[] SizesOf(MethodBase target, Type owner)
    {
        if (owner != typeof(string) && owner != typeof(Array) && owner != typeof(StringBuilder)
            && owner.Namespace is not ("System.Collections.Generic" or "System.Collections.Immutable")) return new bool[Parameters.Length];
        var sizes = Array.ConvertAll(Parameters, p => p.Type == typeof(int));
        // An element that happens to be an int is no size, and neither is a number that becomes text.
        var open = Open(target, owner).GetParameters();
        for (var i = 0; i < open.Length; i++) sizes[i] &= !open[i].ParameterType.IsGenericParameter && (open[i].Name != "value" || target.IsSpecialName);
        return sizes;
    }
}

/// <summary>A parameter; one by reference has the type it refers to.</summary>
internal readonly struct HostParameter(Type type, string name)
{
    public Type Type { get; } = type;

    public string Name { get; } = name;
}
