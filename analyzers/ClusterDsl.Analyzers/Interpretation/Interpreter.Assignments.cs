using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClusterDsl.Analyzers.Interpretation;

// Assignments: what is written to is located first, then the value is computed, then it is written.
internal sealed partial class Interpreter
{
    object? EvalAssignment(ISimpleAssignmentOperation operation)
    {
        if (operation.IsRef) return Read(Rebind(operation));
        var place = Locate(operation.Target);
        try
        {
            return place.Value = Eval(operation.Value);
        }
        catch (Unknowable) when (Incomplete(operation.Target))
        {
            return null;
        }
    }

    // A property of a library object whose value is unknown: the object says less, and the rest of it is still checked.
    bool Incomplete(IOperation target)
    {
        if (target is not IMemberReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } }) return false;
        if (_receivers.Peek() is not Language.Declaration declaration) return false;
        declaration.MarkIncomplete();
        return true;
    }

    object? EvalCompound(ICompoundAssignmentOperation operation)
    {
        var place = Locate(operation.Target);
        var left = Read(place);
        if (operation.OperatorMethod is { IsStatic: false } inPlace) return StepInPlace(inPlace, place, operation, Eval(operation.Value));
        left = Promoted(operation, left);
        var right = Eval(operation.Value);
        var value = Binary(operation.OperatorKind, operation.OperatorMethod, operation.IsLifted, operation.IsChecked, left, right, operation);
        return place.Value = Convert(value, operation.OutConversion.MethodSymbol, Type(operation), operation.IsChecked, operation);
    }

    /// <summary>`byte += int` computes in int: the left operand becomes what the operator takes.</summary>
    object? Promoted(ICompoundAssignmentOperation operation, object? left)
    {
        if (left is null) return null;
        var conversion = operation.InConversion;
        if (conversion is not { Exists: true, IsIdentity: false }) return left;
        if (operation.OperatorMethod is { } method) return Convert(left, conversion.MethodSymbol, method.Parameters[0].Type, false, operation);
        if (operation.OperatorKind is BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift)
            return Numbers.Widened(left);
        return operation.Value.Type is { } type && Numbers.IsNumber(Underlying(type).SpecialType)
            ? Convert(left, conversion.MethodSymbol, type, false, operation)
            : left;
    }

    object? EvalCoalesceAssignment(ICoalesceAssignmentOperation operation)
    {
        var place = Locate(operation.Target);
        return Read(place) ?? (place.Value = Convert(Eval(operation.Value), Type(operation.Target), false, operation));
    }

    object? EvalStep(IIncrementOrDecrementOperation operation)
    {
        var place = Locate(operation.Target);
        var before = Read(place);
        if (operation.OperatorMethod is { IsStatic: false } inPlace) return StepInPlace(inPlace, place, operation);
        if (before is null && operation.IsLifted) return null;
        var after = Stepped(operation, before);
        place.Value = after;
        return operation.IsPostfix ? before : after;
    }

    object? Stepped(IIncrementOrDecrementOperation operation, object? before)
    {
        var type = Type(operation);
        var isUp = operation.Kind == OperationKind.Increment;
        if (operation.OperatorMethod is { } method)
            return Convert(CallOperator(method, operation, Convert(before, method.Parameters[0].Type, false, operation)), type, false, operation);
        if (before is not (ValueType or EnumValue)) throw Unknown(operation.Syntax, "what is counted is no number");
        try
        {
            var after = Arithmetic.Step(Underlying(before), isUp ? 1 : -1, operation.IsChecked);
            return before is EnumValue or Enum ? ToEnum((INamedTypeSymbol)Underlying(type), after) : after;
        }
        catch (OverflowException exception)
        {
            throw Faulty(exception, operation.Syntax);
        }
    }

    /// <summary>An operator that changes its operand instead of returning a new one.</summary>
    object? StepInPlace(IMethodSymbol method, Place place, IOperation at, params object?[] arguments)
    {
        var value = place.Value ?? throw Faulty(new NullReferenceException(NullMessage), at.Syntax);
        CallUser(method, value is Instance { Type.IsValueType: true } ? place : value, arguments, at.Syntax);
        return place.Value;
    }
}
