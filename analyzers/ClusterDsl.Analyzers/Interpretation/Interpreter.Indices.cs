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
        IndexType is { } type ? Activator.CreateInstance(type, value, fromEnd)! : throw Unknown("the compiler's host has no System.Index");

    object NewRange(object? start, object? end) =>
        RangeType is { } type ? Activator.CreateInstance(type, start, end)! : throw Unknown("the compiler's host has no System.Range");

    object? EvalRange(IRangeOperation operation)
    {
        var start = operation.LeftOperand is { } left ? AsIndex(Eval(left)) : NewIndex(0, false);
        var end = operation.RightOperand is { } right ? AsIndex(Eval(right)) : NewIndex(0, true);
        return start is null || end is null ? null : NewRange(start, end);
    }

    object? AsIndex(object? value) => value is int number ? NewIndex(number, false) : value;

    /// <summary>What `[^1]` and `[1..]` mean on a type that knows neither: its length, and its indexer or Slice.</summary>
    Place LocateImplicit(IImplicitIndexerReferenceOperation operation)
    {
        var on = Receiver(operation.Instance);
        var argument = Eval(operation.Argument);
        if (on is null) throw Faulty(new NullReferenceException(NullMessage), operation.Syntax);
        var count = CountOf(operation.LengthSymbol, on, operation);
        if (RangeValue.From(argument) is { } range)
        {
            var (start, length) = range.Unchecked(count);
            return new Cell(SliceOf(operation.IndexerSymbol, on, start, length, operation));
        }
        if (IndexValue.From(argument) is not { } index || operation.IndexerSymbol is not IPropertySymbol property) throw Unknown(operation.Syntax, "it has no indexer");
        object?[] position = [index.Of(count)];
        return new Part(() => ItemOf(property, on, (int)position[0]!, operation), v => SetProperty(property, on, position, v, operation));
    }

    int CountOf(ISymbol? length, object on, IOperation at) => on switch
    {
        string text => text.Length,
        ICollection collection => collection.Count,
        _ => length is IPropertySymbol property && GetProperty(property, on, [], at) is int count ? count : throw Unknown(at.Syntax, "it has no length"),
    };

    object? ItemOf(ISymbol? indexer, object on, int position, IOperation at)
    {
        if (on is Array array) return Landed(array.GetValue(position), ((at as IListPatternOperation)?.InputType as IArrayTypeSymbol)?.ElementType ?? Type(at));
        if (indexer is not IPropertySymbol property) throw Unknown(at.Syntax, "it has no indexer");
        // An indexer may take an Index itself.
        object argument = property.Parameters[0].Type.SpecialType == SpecialType.System_Int32 ? position : NewIndex(position, false);
        var result = GetProperty(property, on, [argument], at);
        return result is Place referred ? Read(referred) : result;
    }

    object? SliceOf(ISymbol? member, object on, int start, int length, IOperation at)
    {
        if (ValueOf(on) is not Instance own) return Slice(on, start, length, at);
        return member switch
        {
            IMethodSymbol { Parameters.Length: 2 } slice => CallUser(Override(slice, own), on, [start, length], at.Syntax),
            IPropertySymbol indexer => GetProperty(indexer, on, [NewRange(NewIndex(start, false), NewIndex(start + length, false))], at),
            _ => throw Unsupported(at, "This range"),
        };
    }

    object Slice(object on, RangeValue range, IOperation at)
    {
        var (start, length) = range.Unchecked(CountOf(null, on, at));
        return Slice(on, start, length, at);
    }

    object Slice(object on, int start, int length, IOperation at)
    {
        try
        {
            _budget.Burn(10 + Math.Max(0, length) / 4);
            _budget.Allocate(Math.Max(0, length) * Weights.ElementSize(on.GetType()) + 64L, at.Syntax);
            switch (on)
            {
                case string text:
                    return text.Substring(start, length);
                case Array array:
                    if (start < 0 || length < 0 || start + length > array.Length) throw new ArgumentOutOfRangeException("length");
                    var part = Array.CreateInstance(array.GetType().GetElementType()!, length);
                    Array.Copy(array, start, part, 0, length);
                    return part;
                default:
                    var method = on.GetType().GetMethod("Slice", [typeof(int), typeof(int)]) ?? on.GetType().GetMethod("GetRange", [typeof(int), typeof(int)]);
                    return method is null ? throw Unsupported(at, "This range") : Invoke(method, on, [start, length], at.Syntax)!;
            }
        }
        catch (ArgumentOutOfRangeException exception)
        {
            throw Faulty(exception, at.Syntax);
        }
    }
}
