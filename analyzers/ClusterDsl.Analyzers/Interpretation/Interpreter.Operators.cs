using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClusterDsl.Analyzers.Interpretation;

// Operators.
internal sealed partial class Interpreter
{
    object? EvalBinary(IBinaryOperation operation)
    {
        if (operation.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr)
        {
            if (operation.OperatorMethod is not null) throw Unsupported(operation, "An own && or ||");
            var decided = operation.OperatorKind == BinaryOperatorKind.ConditionalOr;
            return Is(operation.LeftOperand) == decided ? decided : Is(operation.RightOperand);
        }
        if (operation.Type is { TypeKind: TypeKind.Dynamic }) throw Unsupported(operation, "'dynamic'");
        var left = Eval(operation.LeftOperand);
        var right = Eval(operation.RightOperand);
        return Binary(operation.OperatorKind, operation.OperatorMethod, operation.IsLifted, operation.IsChecked, left, right, operation);
    }

    object? Binary(
        BinaryOperatorKind kind, IMethodSymbol? method, bool lifted, bool isChecked, object? left, object? right, IOperation at)
    {
        if (lifted && (left is null || right is null)) return WithNull(kind, left, right);
        if (method is not null) return CallOperator(method, at, left, right);
        if (kind == BinaryOperatorKind.Add && at.Type?.SpecialType == SpecialType.System_String) return Concat(left, right, at);
        if (left is string || right is string || left is null || right is null) return Same(kind, left, right);
        try
        {
            return OnEnums(kind, left, right, isChecked, at.Type)
                ?? Arithmetic.Binary(kind, left, right, isChecked)
                ?? Same(kind, left, right)
                ?? throw Unsupported(at, "This operator");
        }
        catch (ArithmeticException exception)
        {
            throw Faulty(exception, at.Syntax);
        }
    }

    static object? WithNull(BinaryOperatorKind kind, object? left, object? right) => kind switch
    {
        BinaryOperatorKind.Equals => left is null && right is null,
        BinaryOperatorKind.NotEquals => left is not null || right is not null,
        BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual
            or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual => false,
        BinaryOperatorKind.And when left is false || right is false => false,
        BinaryOperatorKind.Or when left is true || right is true => true,
        _ => null,
    };

    object? Same(BinaryOperatorKind kind, object? left, object? right)
    {
        if (left is string a && right is string b && a.Length == b.Length) _budget.Burn(a.Length / 64);
        var same = left is string or Delegate or ValueType or EnumValue ? Equals(left, right) : ReferenceEquals(left, right);
        return kind switch
        {
            BinaryOperatorKind.Equals => same,
            BinaryOperatorKind.NotEquals => !same,
            _ => null,
        };
    }

    /// <summary>Enumerations compute on their numbers.</summary>
    object? OnEnums(BinaryOperatorKind kind, object left, object right, bool isChecked, ITypeSymbol? type)
    {
        if (left is not (EnumValue or Enum) && right is not (EnumValue or Enum)) return null;
        var a = Underlying(left);
        var b = Underlying(right);
        // Small underlying types compute as int, like everything else.
        var width = Numbers.Of(a) is SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_UInt32
            ? Numbers.Of(a) : SpecialType.System_Int32;
        var result = Arithmetic.Binary(kind, Numbers.To(a, width, false), Numbers.To(b, width, false), isChecked);
        if (result is null or bool) return result;
        return type is INamedTypeSymbol { TypeKind: TypeKind.Enum } named ? ToEnum(named, result) : Convert(result, type!, isChecked, null);
    }

    static object Underlying(object value) => value switch
    {
        EnumValue own => own.Underlying,
        Enum real => System.Convert.ChangeType(real, Enum.GetUnderlyingType(real.GetType()), System.Globalization.CultureInfo.InvariantCulture),
        _ => value,
    };

    object ToEnum(INamedTypeSymbol type, object value)
    {
        var underlying = Numbers.To(Underlying(value), type.EnumUnderlyingType!.SpecialType, false);
        if (HostTypes.IsSource(type)) return new EnumValue(type, underlying);
        return HostTypes.Of(type) is { } host ? Enum.ToObject(host, underlying) : throw Unknown();
    }

    object? EvalUnary(IUnaryOperation operation)
    {
        if (operation.OperatorKind == UnaryOperatorKind.Hat) return NewIndex((int)Eval(operation.Operand)!, fromEnd: true);
        var value = Eval(operation.Operand);
        if (value is null && operation.IsLifted) return null;
        if (operation.OperatorMethod is { } method) return CallOperator(method, operation, value);
        if (value is EnumValue or Enum)
            return ToEnum((INamedTypeSymbol)Type(operation), Arithmetic.Unary(operation.OperatorKind, Numbers.To(Underlying(value), SpecialType.System_Int64, false), false)!);
        try
        {
            return Arithmetic.Unary(operation.OperatorKind, value!, operation.IsChecked) ?? throw Unsupported(operation, "This operator");
        }
        catch (OverflowException exception)
        {
            throw Faulty(exception, operation.Syntax);
        }
    }

    object? CallOperator(IMethodSymbol method, IOperation at, params object?[] operands)
    {
        method = _frame.Types.Substitute(method);
        if (IsSource(method))
        {
            if (_bodies.Of(method) is not null) return CallUser(method, null, operands, at.Syntax);
            var equal = Equals(operands[0], operands[1]); // the == and != of a record
            return method.Name == WellKnownMemberNames.EqualityOperatorName ? equal : !equal;
        }
        return CallHost(method, null, operands, at.Syntax, null);
    }

    object? EvalConditional(IConditionalOperation operation) =>
        Is(operation.Condition) ? Eval(operation.WhenTrue) : Eval(operation.WhenFalse ?? throw Unknown());

    object? EvalCoalesce(ICoalesceOperation operation)
    {
        if (Eval(operation.Value) is { } value)
            return operation.Type is { } type ? Convert(value, _frame.Types.Substitute(type), false, operation) : value;
        return Eval(operation.WhenNull);
    }

    object? EvalConditionalAccess(IConditionalAccessOperation operation)
    {
        if (Eval(operation.Operation) is not { } receiver) return null;
        _receivers.Push(receiver);
        try
        {
            return Eval(operation.WhenNotNull);
        }
        finally
        {
            _receivers.Pop();
        }
    }

    object? EvalTupleBinary(ITupleBinaryOperation operation)
    {
        var equal = Tuples.Equal(Eval(operation.LeftOperand), Eval(operation.RightOperand));
        return equal == (operation.OperatorKind == BinaryOperatorKind.Equals);
    }

    object? EvalIsType(IIsTypeOperation operation)
    {
        var is_ = IsInstance(Eval(operation.ValueOperand), _frame.Types.Substitute(operation.TypeOperand));
        return is_ != operation.IsNegated;
    }
}
