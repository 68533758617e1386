using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace ClusterDsl.Analyzers.Interpretation;

/// <summary>Value tuples of any size: past seven elements the rest nests in the eighth field.</summary>
internal static class Tuples
{
    const int Flat = 7;

    static readonly ConcurrentDictionary<Type, (ConstructorInfo?, FieldInfo[])> Shapes = new();

    public static object Make(Type type, IReadOnlyList<object?> elements, int from = 0)
    {
        var shape = ShapeOf(type);
        var arguments = new object?[shape.Fields.Length];
        for (var i = 0; i < arguments.Length; i++)
            arguments[i] = i == Flat ? Make(shape.Fields[i].FieldType, elements, from + Flat) : elements[from + i];
        return shape.Constructor?.Invoke(arguments) ?? Activator.CreateInstance(type)!;
    }

    public static IReadOnlyList<object?> Elements(object tuple)
    {
        var elements = new List<object?>();
        for (object? part = tuple; part is not null;)
        {
            var fields = ShapeOf(part.GetType()).Fields;
            for (var i = 0; i < fields.Length && i < Flat; i++) elements.Add(fields[i].GetValue(part));
            part = fields.Length > Flat ? fields[Flat].GetValue(part) : null;
        }
        return elements;
    }

    // The one field past the flat ones is the rest.
    static (ConstructorInfo? Constructor, FieldInfo[] Fields) ShapeOf(Type type) => Shapes.GetOrAdd(type, static t =>
        (t.GetConstructor(t.GetGenericArguments()), [.. t.GetGenericArguments().Select((_, i) => t.GetField(i == Flat ? "Rest" : "Item" + (i + 1))!)]));

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
