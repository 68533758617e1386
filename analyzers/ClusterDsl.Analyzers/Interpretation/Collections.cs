using System.Collections;
using System.Collections.Immutable;
using System.Reflection;

namespace ClusterDsl.Analyzers.Interpretation;

/// <summary>Makes collections for collection expressions.</summary>
internal static class Collections
{
    static readonly MethodInfo ImmutableOf = typeof(ImmutableArray).GetMethods()
        .First(m => m.Name == nameof(ImmutableArray.CreateRange) && m.GetParameters().Length == 1);

    /// <summary>A collection of the type with these items; null for a type that is not known.</summary>
    public static object? Make(Type? type, List<object?> items)
    {
        if (type is null) return null;
        if (type.IsArray) return ArrayOf(type.GetElementType()!, items);
        if (type.IsInterface && type.IsGenericType)
        {
            var element = type.GetGenericArguments()[0];
            var array = ArrayOf(element, items);
            if (type.IsInstanceOfType(array) && type.Name is not ("IList`1" or "ICollection`1")) return array;
            return Activator.CreateInstance(typeof(List<>).MakeGenericType(element), array);
        }
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            var element = type.GetGenericArguments()[0];
            return ImmutableOf.MakeGenericMethod(element).Invoke(null, [ArrayOf(element, items)]);
        }
        return Built(type, items) ?? Added(type, items);
    }

    // An immutable collection is made by the class of its name that is not generic.
    static object? Built(Type type, List<object?> items)
    {
        if (type is not { IsGenericType: true, Namespace: "System.Collections.Immutable" }) return null;
        var builder = type.Assembly.GetType(type.FullName!.Substring(0, type.FullName.IndexOf('`')));
        var create = builder?.GetMethods().FirstOrDefault(m => m.Name == "CreateRange" && m.GetParameters().Length == 1);
        var elements = type.GetGenericArguments();
        return elements.Length == 1 ? create?.MakeGenericMethod(elements).Invoke(null, [ArrayOf(elements[0], items)]) : null;
    }

    static Array ArrayOf(Type element, List<object?> items)
    {
        var array = Array.CreateInstance(element, items.Count);
        for (var i = 0; i < items.Count; i++) array.SetValue(items[i], i);
        return array;
    }

    static object? Added(Type type, List<object?> items)
    {
        var add = type.GetMethods().FirstOrDefault(m => m.Name == "Add" && m.GetParameters().Length == 1);
        if (add is null && items.Count > 0 || !typeof(IEnumerable).IsAssignableFrom(type) || type.GetConstructor([]) is null) return null;
        var collection = Activator.CreateInstance(type);
        foreach (var item in items) add!.Invoke(collection, [item]);
        return collection;
    }
}
