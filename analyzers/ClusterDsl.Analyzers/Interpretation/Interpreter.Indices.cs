using System.Collections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClusterDsl.Analyzers.Interpretation;

// Indices from the end and ranges.
internal sealed partial class Interpreter
{
    static readonly Type? IndexType = typeof(object).Assembly.GetType("System.Index");
    static readonly Type? RangeType = typeof(object).Assembly.GetType("System.Range");

    object NewIndex(int value, bool fromEnd) =>
        IndexType is { } type ? Activator.CreateInstance(type, value, fromEnd)! : throw Unknown();

    object? EvalRange(IRangeOperation operation)
    {
        var start = operation.LeftOperand is { } left ? AsIndex(Eval(left)) : NewIndex(0, false);
        var end = operation.RightOperand is { } right ? AsIndex(Eval(right)) : NewIndex(0, true);
        return RangeType is { } type ? Activator.CreateInstance(type, start, end) : throw Unknown();
    }

    object? AsIndex(object? value) => value is int number ? NewIndex(number, false) : value;

    Place LocateImplicit(IImplicitIndexerReferenceOperation operation)
    {
        var on = Eval(operation.Instance) ?? throw Faulty(new NullReferenceException(NullMessage), operation.Syntax);
        var argument = Eval(operation.Argument);
        if (RangeValue.From(argument) is { } range)
        {
            var slice = Slice(on, range, operation);
            return new Place(() => slice, _ => throw Unsupported(operation, "Assigning to this"));
        }
        if (IndexValue.From(argument) is not { } index || operation.IndexerSymbol is not IPropertySymbol property) throw Unknown();
        object?[] position = [index.Of(Length(on))];
        return new Place(() => GetProperty(property, on, position, operation), v => SetProperty(property, on, position, v, operation));
    }

    int Length(object on) => on switch
    {
        string text => text.Length,
        ICollection collection => collection.Count,
        _ => throw Unknown(),
    };

    object Slice(object on, RangeValue range, IOperation at)
    {
        try
        {
            var (start, length) = range.Of(Length(on));
            _budget.Burn(10 + length / 4);
            _budget.Allocate(length * Weights.ElementSize(on.GetType()) + 64L, at.Syntax);
            switch (on)
            {
                case string text:
                    return text.Substring(start, length);
                case Array array:
                    var part = Array.CreateInstance(array.GetType().GetElementType()!, length);
                    Array.Copy(array, start, part, 0, length);
                    return part;
                default:
                    return on.GetType().GetMethod("GetRange", [typeof(int), typeof(int)])?.Invoke(on, [start, length]) ?? throw Unsupported(at, "This range");
            }
        }
        catch (ArgumentOutOfRangeException exception)
        {
            throw Faulty(exception, at.Syntax);
        }
    }
}
