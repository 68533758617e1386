using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using ClusterDsl.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace ClusterDsl.Analyzers.Interpretation;

/// <summary>
/// How deep values of the framework hold each other. Their own Equals, GetHashCode and ToString go down without a guard, so no
/// value is made that is deeper than a stack can take.
/// </summary>
internal sealed class Nesting(Budget budget)
{
    static readonly ConditionalWeakTable<Type, FieldInfo[]> Fields = new();

    // Sorts have no parts to look at; each knows how many keys it sorts by.
    readonly ConditionalWeakTable<object, object> _keys = new();

    /// <summary>Looks at a value that was made just now.</summary>
    public void Check(object? made, SyntaxNode at)
    {
        if (made is not null && Nests(made)) Descend(made, at, 0);
    }

    /// <summary>A query sorted by one key more.</summary>
    public void Check(HostMethod query, object? made, object?[] arguments, SyntaxNode at)
    {
        if (!query.Sorts || !query.IsDeferred || made is null) return;
        var keys = arguments[0] is { } source && _keys.TryGetValue(source, out var known) ? (int)known + 1 : 1;
        if (keys > Budget.Depth) throw TooDeep(at);
        _keys.Add(made, keys);
    }

    void Descend(object value, SyntaxNode at, int depth)
    {
        budget.Burn(10);
        if (depth > Budget.Depth) throw TooDeep(at);
        foreach (var part in Parts(value))
            if (part is not null && Nests(part)) Descend(part, at, depth + 1);
    }

    static bool Nests(object value) => value is Exception || value is IStructuralEquatable and not Array || value is ValueType and not IFormattable && IsPair(value.GetType());

    static bool IsPair(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>);

    static IEnumerable<object?> Parts(object value) => value switch
    {
        AggregateException several => several.InnerExceptions,
        Exception exception => [exception.InnerException],
        IEnumerable => [],
        _ => Array.ConvertAll(
            Fields.GetValue(value.GetType(), static t => t.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                .Where(f => !f.FieldType.IsPrimitive && f.FieldType != typeof(string)).ToArray()),
            f => f.GetValue(value)),
    };

    static Halt TooDeep(SyntaxNode at) =>
        new(RecursesTooDeep.Rule, at, $"A value of the definition nests more than {Budget.Depth} deep");
}
