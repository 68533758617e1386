using System.Collections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClusterDsl.Analyzers.Interpretation;

// Patterns.
internal sealed partial class Interpreter
{
    object? EvalIsPattern(IIsPatternOperation operation) => Matches(operation.Pattern, Eval(operation.Value));

    object? EvalSwitch(ISwitchExpressionOperation operation)
    {
        var value = Eval(operation.Value);
        foreach (var arm in operation.Arms)
            if (Matches(arm.Pattern, value) && (arm.Guard is null || Is(arm.Guard))) return Eval(arm.Value);
        throw Faulty(new InvalidOperationException("Non-exhaustive switch expression failed to match its input."), operation.Syntax);
    }

    bool Matches(IPatternOperation pattern, object? value)
    {
        _budget.Burn();
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return true;
            case IConstantPatternOperation constant:
                return Equals(Eval(constant.Value), value);
            case IRelationalPatternOperation relation:
                var bound = Eval(relation.Value);
                return value is not null && bound is not null && Underlying(value).GetType() == Underlying(bound).GetType()
                    && Arithmetic.Binary(relation.OperatorKind, Wide(value), Wide(bound), false) is true;
            case INegatedPatternOperation negated:
                return !Matches(negated.Pattern, value);
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both:
                return Matches(both.LeftPattern, value) && Matches(both.RightPattern, value);
            case IBinaryPatternOperation either:
                return Matches(either.LeftPattern, value) || Matches(either.RightPattern, value);
            case ITypePatternOperation type:
                return IsInstance(value, _frame.Types.Substitute(type.MatchedType));
            case IDeclarationPatternOperation declaration:
                if (!declaration.MatchesNull && !(declaration.MatchedType is { } matched && IsInstance(value, _frame.Types.Substitute(matched)))) return false;
                return Declared(declaration.DeclaredSymbol, value);
            case IRecursivePatternOperation recursive:
                return MatchesParts(recursive, value);
            case IListPatternOperation list:
                return MatchesList(list, value);
            default:
                throw Unsupported(pattern, "This pattern");
        }
    }

    // Relational patterns compare small numbers as int does.
    static object Wide(object value) => Underlying(value) is char or byte or sbyte or short or ushort
        ? Numbers.To(Underlying(value), SpecialType.System_Int32, false)
        : Underlying(value);

    bool Declared(ISymbol? symbol, object? value)
    {
        if (symbol is not null) _frame.Declare(symbol, value);
        return true;
    }

    bool MatchesParts(IRecursivePatternOperation pattern, object? value)
    {
        if (value is null || !IsInstance(value, _frame.Types.Substitute(pattern.MatchedType))) return false;
        if (!pattern.DeconstructionSubpatterns.IsEmpty)
        {
            if (pattern.DeconstructSymbol is not IMethodSymbol && !Tuples.IsTuple(value)) return false;
            var parts = Parts(value, pattern.DeconstructionSubpatterns.Length, pattern);
            for (var i = 0; i < parts.Count; i++)
                if (!Matches(pattern.DeconstructionSubpatterns[i], parts[i])) return false;
        }
        foreach (var part in pattern.PropertySubpatterns)
            if (!Matches(part.Pattern, MemberOf(value, part.Member))) return false;
        return Declared(pattern.DeclaredSymbol, value);
    }

    object? MemberOf(object value, IOperation member)
    {
        _receivers.Push(value);
        try
        {
            return Eval(member);
        }
        finally
        {
            _receivers.Pop();
        }
    }

    bool MatchesList(IListPatternOperation pattern, object? value)
    {
        if (value is not (string or ICollection)) return value is null ? false : throw Unsupported(pattern, "This pattern");
        var items = ((IEnumerable)value).Cast<object?>().ToList();
        var slice = pattern.Patterns.ToList().FindIndex(p => p is ISlicePatternOperation);
        var fixedCount = pattern.Patterns.Length - (slice < 0 ? 0 : 1);
        if (slice < 0 ? items.Count != fixedCount : items.Count < fixedCount) return false;
        for (var i = 0; i < pattern.Patterns.Length; i++)
        {
            if (i == slice)
            {
                if (((ISlicePatternOperation)pattern.Patterns[i]).Pattern is not { } inner) continue;
                var range = new RangeValue(new IndexValue(slice, false), new IndexValue(fixedCount - slice, true));
                if (!Matches(inner, Slice(value, range, pattern))) return false;
            }
            else
            {
                var at = slice >= 0 && i > slice ? items.Count - (pattern.Patterns.Length - i) : i;
                if (!Matches(pattern.Patterns[i], items[at])) return false;
            }
        }
        return Declared(pattern.DeclaredSymbol, value);
    }
}
