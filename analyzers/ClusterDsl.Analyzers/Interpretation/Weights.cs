using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;

namespace ClusterDsl.Analyzers.Interpretation;

/// <summary>What it takes to read a value through, and to keep one.</summary>
internal static class Weights
{
    static readonly ConcurrentDictionary<Type, int> SizesOfTypes = new();
    static readonly ConcurrentDictionary<Type, Func<object, int>?> Counts = new();
    static readonly MethodInfo CountOf = typeof(Weights).GetMethod(nameof(GenericCount), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Sixteenths of a step for comparing, hashing or copying the value.</summary>
    public static long Of(object? value)
    {
        if (value is string text) return 1 + text.Length / 2;
        if (Tuples.IsTuple(value)) return Tuples.Elements(value!).Sum(e => 16 + Of(e));
        if (value is null or ValueType and not ICollection || Count(value) is not { } count) return 0;
        if (IsPlain(value.GetType())) return count;
        // A string is as long as it is; everything else in a collection is looked at once.
        long total = count;
        foreach (var item in value as IDictionary is { } map ? map.Keys : (IEnumerable)value)
            if (item is string each) total += each.Length / 2;
        return total;
    }

    /// <summary>About how many characters a text of all elements has.</summary>
    public static long Length(ICollection parts)
    {
        long length = 0;
        foreach (var part in parts) length += part is string text ? text.Length : 16;
        return length;
    }

    /// <summary>How many elements a collection has; null for what is none.</summary>
    public static int? Count(object value)
    {
        if (value is ICollection collection) return value is ValueType ? CountOfImmutable(collection) : collection.Count;
        if (value is not IEnumerable) return null;
        return Counts.GetOrAdd(value.GetType(), static type =>
        {
            var generic = type.GetInterfaces().FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICollection<>));
            return generic is null ? null
                : (Func<object, int>)CountOf.MakeGenericMethod(generic.GetGenericArguments()).CreateDelegate(typeof(Func<object, int>));
        })?.Invoke(value);
    }

    /// <summary>Bytes that a variable of the type takes.</summary>
    public static int Size(Type type)
    {
        if (!type.IsValueType) return IntPtr.Size;
        if (type.IsEnum) type = Enum.GetUnderlyingType(type);
        return SizesOfTypes.GetOrAdd(type, static t => !t.IsPrimitive
            ? Math.Max(1, t.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Sum(f => Size(f.FieldType)))
            : System.Runtime.InteropServices.Marshal.SizeOf(t));
    }

    /// <summary>Bytes that an element of a collection takes.</summary>
    public static int ElementSize(Type collection) =>
        collection.IsArray ? Size(collection.GetElementType()!)
        : collection.IsGenericType ? collection.GetGenericArguments().Sum(Size) + (collection.Name.StartsWith("List", StringComparison.Ordinal) ? 0 : 16)
        : 2;

    /// <summary>Whether many values of the type can be found that share a hash.</summary>
    public static bool HashesWeakly(Type type) =>
        type.IsValueType && !type.IsEnum && type != typeof(int) && type != typeof(bool) && Size(type) >= sizeof(int)
        || type.IsGenericType && type.GetGenericArguments().Any(HashesWeakly);

    static bool IsPlain(Type collection) =>
        (collection.IsArray ? collection.GetElementType()
            : collection.IsGenericType ? collection.GetGenericArguments()[0] : null) is { IsValueType: true };

    static int GenericCount<T>(object collection) => ((ICollection<T>)collection).Count;

    // An immutable array that was never made has no count.
    static int CountOfImmutable(ICollection array)
    {
        try
        {
            return array.Count;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }
}
