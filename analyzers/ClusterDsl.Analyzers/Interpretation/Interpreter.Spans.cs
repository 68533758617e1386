using Microsoft.CodeAnalysis;

namespace ClusterDsl.Analyzers.Interpretation;

// A span cannot be boxed: here it is the array that it was made of.
internal sealed partial class Interpreter
{
    /// <summary>What a member of a span does, and what makes a span of an array; false for anything else.</summary>
    bool TryCallSpan(IMethodSymbol method, object? on, object?[] arguments, SyntaxNode at, out object? result)
    {
        var isSpan = HostTypes.IsSpan(method.ContainingType);
        result = (method.Name, isSpan ? on : arguments.FirstOrDefault()) switch
        {
            ("AsSpan", Array whole) when arguments.Length == 1 => whole,
            ("AsSpan", string whole) when arguments.Length == 1 => whole.ToCharArray(),
            ("get_Length", Array span) when isSpan => span.Length,
            ("get_IsEmpty", Array span) when isSpan => span.Length == 0,
            ("get_Item", Array span) when isSpan => PlaceIn(span, arguments[0], at),
            ("ToArray", Array span) when isSpan => span.Clone(),
            (nameof(ToString), char[] text) when isSpan => new string(text),
            // A slice of a span that can be written to would have to write to the whole.
            ("Slice", Array span) when isSpan && method.ContainingType.Name == "ReadOnlySpan" => SliceOfSpan(span, arguments, at),
            _ => null,
        };
        return result is not null;
    }

    Place PlaceIn(Array span, object? index, SyntaxNode at)
    {
        if (index is not int position || position < 0 || position >= span.Length) throw Faulty(new IndexOutOfRangeException(), at);
        return new Part(() => span.GetValue(position), v => span.SetValue(v, position));
    }

    object SliceOfSpan(Array span, object?[] arguments, SyntaxNode at)
    {
        var start = (int)arguments[0]!;
        var length = arguments.Length > 1 ? (int)arguments[1]! : span.Length - start;
        if (start < 0 || length < 0 || start + length > span.Length) throw Faulty(new ArgumentOutOfRangeException(), at);
        _budget.Burn(length / 4);
        var part = Array.CreateInstance(span.GetType().GetElementType()!, length);
        Array.Copy(span, start, part, 0, length);
        return part;
    }
}
