using System.Globalization;
using Microsoft.CodeAnalysis;

namespace ClusterDsl.Analyzers.Interpretation;

/// <summary>Value tuples of any size: past seven elements the rest nests in the eighth field.</summary>
internal static class Tuples
{
    const int Flat = 7;

    public static object Make(Type type, IReadOnlyList<object?> elements, int from = 0)
    {
        var fields = type.GetGenericArguments();
        var arguments = new object?[fields.Length];
        for (var i = 0; i < fields.Length; i++)
            arguments[i] = i == Flat ? Make(fields[i], elements, from + Flat) : elements[from + i];
        return Activator.CreateInstance(type, arguments)!;
    }

    public static IReadOnlyList<object?> Elements(object tuple)
    {
        var elements = new List<object?>();
        for (object? part = tuple; part is not null;)
        {
            var type = part.GetType();
            for (var i = 1; i <= Flat && type.GetField("Item" + i) is { } field; i++) elements.Add(field.GetValue(part));
            part = type.GetField("Rest")?.GetValue(part);
        }
        return elements;
    }

    /// <summary>Which element a field is, whatever it is called.</summary>
    public static int Ordinal(IFieldSymbol field) =>
        int.Parse((field.CorrespondingTupleField ?? field).Name.Substring("Item".Length), CultureInfo.InvariantCulture) - 1;

    public static bool IsTuple(object? value) =>
        value?.GetType() is { IsValueType: true, IsGenericType: true } type && type.FullName!.StartsWith("System.ValueTuple`", StringComparison.Ordinal);

    /// <summary>Elementwise, as == compares tuples: numbers of different types by value.</summary>
    public static bool Equal(object? left, object? right)
    {
        if (!IsTuple(left) || !IsTuple(right)) return Equals(left, right);
        return Elements(left!).Zip(Elements(right!), Equal).All(same => same);
    }
}
