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
        throw Faulty(Unmatched(value), operation.Syntax);
    }

    // The framework that this assembly is built for has no name for it.
    static readonly Type? UnmatchedType = typeof(object).Assembly.GetType("System.Runtime.CompilerServices.SwitchExpressionException");

    static Exception Unmatched(object? value) => UnmatchedType is { } type
        ? (Exception)Activator.CreateInstance(type, [value])!
        : new InvalidOperationException("Non-exhaustive switch expression failed to match its input.");

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
                    && Arithmetic.Binary(relation.OperatorKind, Numbers.Widened(Underlying(value)), Numbers.Widened(Underlying(bound)), false) is true;
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
            var method = pattern.DeconstructSymbol as IMethodSymbol;
            if (method is null && !Tuples.IsTuple(value)) return false;
            var parts = Parts(value, pattern.DeconstructionSubpatterns.Length, method, pattern);
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
        if (value is null || pattern.LengthSymbol is null) return false;
        var count = CountOf(pattern.LengthSymbol, value, pattern);
        var slice = pattern.Patterns.ToList().FindIndex(p => p is ISlicePatternOperation);
        var fixedCount = pattern.Patterns.Length - (slice < 0 ? 0 : 1);
        if (slice < 0 ? count != fixedCount : count < fixedCount) return false;
        for (var i = 0; i < pattern.Patterns.Length; i++)
        {
            if (i == slice)
            {
                if (((ISlicePatternOperation)pattern.Patterns[i]) is { Pattern: { } inner } middle
                    && !Matches(inner, SliceOf(middle.SliceSymbol, value, slice, count - fixedCount, pattern))) return false;
            }
            else
            {
                var at = slice >= 0 && i > slice ? count - (pattern.Patterns.Length - i) : i;
                if (!Matches(pattern.Patterns[i], ItemOf(pattern.IndexerSymbol, value, at, pattern))) return false;
            }
        }
        return Declared(pattern.DeclaredSymbol, value);
    }
}
