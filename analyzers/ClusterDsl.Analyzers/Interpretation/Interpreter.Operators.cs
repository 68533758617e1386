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
            var decided = operation.OperatorKind == BinaryOperatorKind.ConditionalOr;
            if (operation.OperatorMethod is { } combining) return EvalShortCircuit(operation, combining, decided);
            return Is(operation.LeftOperand) == decided ? decided : Is(operation.RightOperand);
        }
        if (operation.Type is { TypeKind: TypeKind.Dynamic }) throw Unsupported(operation, "'dynamic'");
        var left = Eval(operation.LeftOperand);
        var right = Eval(operation.RightOperand);
        if (operation.OperatorMethod is null && ComparesReferences(operation))
            return ReferenceEquals(left, right) == (operation.OperatorKind == BinaryOperatorKind.Equals);
        return Binary(operation.OperatorKind, operation.OperatorMethod, operation.IsLifted, operation.IsChecked, left, right, operation);
    }

    /// <summary>Own operators true and false decide whether the right operand is evaluated.</summary>
    object? EvalShortCircuit(IBinaryOperation operation, IMethodSymbol combining, bool decided)
    {
        var left = Eval(operation.LeftOperand);
        var name = decided ? WellKnownMemberNames.TrueOperatorName : WellKnownMemberNames.FalseOperatorName;
        var decides = combining.ContainingType.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault() ?? throw Unknown(operation.Syntax, $"{combining.ContainingType.Name} has no {name}");
        if (CallOperator(decides, operation, left) is true) return left;
        return CallOperator(combining, operation, left, Eval(operation.RightOperand));
    }

    // Objects are equal when they are one object, boxed numbers too; only text and functions have an equality built in.
    static bool ComparesReferences(IBinaryOperation operation) =>
        operation.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals
        && operation.LeftOperand.Type is { IsReferenceType: true } left && operation.RightOperand.Type is { IsReferenceType: true } right
        && !(left.SpecialType == SpecialType.System_String && right.SpecialType == SpecialType.System_String)
        && !(IsDelegate(left) && IsDelegate(right));

    static bool IsDelegate(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Delegate || type.SpecialType is SpecialType.System_Delegate or SpecialType.System_MulticastDelegate;

    object? Binary(
        BinaryOperatorKind kind, IMethodSymbol? method, bool lifted, bool isChecked, object? left, object? right, IOperation at)
    {
        if (lifted && (left is null || right is null)) return WithNull(kind, left, right, isBool: method is null);
        if (method is not null) return CallOperator(method, at, left, right);
        if (kind == BinaryOperatorKind.Add && (left is string || right is string || at.Type?.SpecialType == SpecialType.System_String)) return Concat(left, right, at);
        if (kind is BinaryOperatorKind.Add or BinaryOperatorKind.Subtract && at.Type is { } type && IsDelegate(type)) return Combined(kind, left, right, at);
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

    static object? WithNull(BinaryOperatorKind kind, object? left, object? right, bool isBool) => kind switch
    {
        BinaryOperatorKind.Equals => left is null && right is null,
        BinaryOperatorKind.NotEquals => left is not null || right is not null,
        BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual
            or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual => false,
        BinaryOperatorKind.And when isBool && (left is false || right is false) => false,
        BinaryOperatorKind.Or when isBool && (left is true || right is true) => true,
        _ => null,
    };

    object? Same(BinaryOperatorKind kind, object? left, object? right)
    {
        if (left is string a && right is string b && a.Length == b.Length) _budget.Burn(a.Length / 64);
        var same = left is string or Delegate or ValueType or EnumValue or Closure ? Equals(left, right) : ReferenceEquals(left, right);
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
        type = type is null ? null : Underlying(_frame.Types.Substitute(type));
        return type is INamedTypeSymbol { TypeKind: TypeKind.Enum } named ? ToEnum(named, result, isChecked) : Convert(result, type!, isChecked, null);
    }

    static object Underlying(object value) => value switch
    {
        EnumValue own => own.Underlying,
        Enum real => System.Convert.ChangeType(real, Enum.GetUnderlyingType(real.GetType()), System.Globalization.CultureInfo.InvariantCulture),
        _ => value,
    };

    object ToEnum(INamedTypeSymbol type, object value) => ToEnum(type, value, isChecked: false);

    object ToEnum(INamedTypeSymbol type, object value, bool isChecked)
    {
        var underlying = Numbers.To(Underlying(value), type.EnumUnderlyingType!.SpecialType, isChecked);
        if (HostTypes.IsSource(type)) return new EnumValue(type, underlying);
        return HostTypes.Of(type) is { } host ? Enum.ToObject(host, underlying) : throw Unknown(NoType(type));
    }

    object? EvalUnary(IUnaryOperation operation)
    {
        if (operation.OperatorKind == UnaryOperatorKind.Hat) return NewIndex((int)Eval(operation.Operand)!, fromEnd: true);
        var value = Eval(operation.Operand);
        if (value is null && operation.IsLifted) return null;
        if (operation.OperatorMethod is { } method) return CallOperator(method, operation, value);
        if (value is EnumValue or Enum)
            return ToEnum((INamedTypeSymbol)Underlying(Type(operation)), Arithmetic.Unary(operation.OperatorKind, Numbers.Widened(Underlying(value)), false)!);
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
        method = Implementation(_frame.Types.Substitute(method), ConstrainedTo(at));
        if (IsSource(method))
        {
            if (_bodies.Of(method) is not null) return CallUser(method, null, operands, at.Syntax);
            var equal = Equals(operands[0], operands[1]); // the == and != of a record
            return method.Name == WellKnownMemberNames.EqualityOperatorName ? equal : !equal;
        }
        return CallHost(method, null, operands, at.Syntax, null);
    }

    static ITypeSymbol? ConstrainedTo(IOperation operation) => operation switch
    {
        IBinaryOperation binary => binary.ConstrainedToType,
        IUnaryOperation unary => unary.ConstrainedToType,
        ICompoundAssignmentOperation compound => compound.ConstrainedToType,
        IIncrementOrDecrementOperation step => step.ConstrainedToType,
        IConversionOperation conversion => conversion.ConstrainedToType,
        _ => null,
    };

    /// <summary>What a type argument puts in the place of a static member of an interface.</summary>
    IMethodSymbol Implementation(IMethodSymbol method, ITypeSymbol? type)
    {
        if (type is null || !method.IsStatic || method.ContainingType.TypeKind != TypeKind.Interface) return method;
        var definition = method.IsGenericMethod ? method.ConstructedFrom : method;
        if (_frame.Types.Substitute(type).FindImplementationForInterfaceMember(definition) is not IMethodSymbol found) return method;
        return found.IsGenericMethod ? found.Construct([.. method.TypeArguments]) : found;
    }

    /// <summary>Functions one after the other.</summary>
    object? Combined(BinaryOperatorKind kind, object? left, object? right, IOperation at)
    {
        object? combined = (left, right) switch
        {
            (Closure or null, Closure or null) => kind == BinaryOperatorKind.Add ? Closure.Combine((Closure?)left, (Closure?)right) : Closure.Remove((Closure?)left, (Closure?)right),
            _ => kind == BinaryOperatorKind.Add ? Delegate.Combine(left as Delegate, right as Delegate) : Delegate.Remove(left as Delegate, right as Delegate),
        };
        Sizes.CheckFunctions(combined, at.Syntax, _budget);
        return combined;
    }

    object? EvalConditional(IConditionalOperation operation) =>
        Is(operation.Condition) ? Eval(operation.WhenTrue) : Eval(operation.WhenFalse ?? throw Unknown(operation.Syntax, "it does not say what holds otherwise"));

    object? EvalCoalesce(ICoalesceOperation operation)
    {
        if (Eval(operation.Value) is { } value)
            return operation.Type is { } type ? Convert(value, operation.ValueConversion.MethodSymbol, _frame.Types.Substitute(type), false, operation) : value;
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
        _budget.Burn(40);
        var left = Eval(operation.LeftOperand);
        var right = Eval(operation.RightOperand);
        var equal = AreEqual(left, operation.LeftOperand.Type, right, operation.RightOperand.Type, operation);
        return equal == (operation.OperatorKind == BinaryOperatorKind.Equals);
    }

    /// <summary>Tuples compare element by element, as == compares the elements by their types.</summary>
    bool AreEqual(object? left, ITypeSymbol? leftType, object? right, ITypeSymbol? rightType, IOperation at)
    {
        if (Tuples.IsTuple(left) && Tuples.IsTuple(right))
        {
            var a = Tuples.Elements(left!);
            var b = Tuples.Elements(right!);
            var types = (leftType as INamedTypeSymbol)?.TupleElements ?? default;
            var others = (rightType as INamedTypeSymbol)?.TupleElements ?? default;
            for (var i = 0; i < a.Count; i++)
                if (!AreEqual(a[i], types.IsDefault ? null : types[i].Type, b[i], others.IsDefault ? null : others[i].Type, at)) return false;
            return true;
        }
        if (left is null || right is null) return left is null && right is null;
        if (OwnEquality(leftType) is { } own) return CallOperator(own, at, left, right) is true;
        if (leftType is { IsReferenceType: true } && rightType is { IsReferenceType: true } && left is not (string or Delegate)) return ReferenceEquals(left, right);
        return left is double or float ? Arithmetic.Binary(BinaryOperatorKind.Equals, left, right, false) is true : Equals(left, right);
    }

    IMethodSymbol? OwnEquality(ITypeSymbol? type)
    {
        for (var t = type is null ? null : Underlying(_frame.Types.Substitute(type)); t is not null && HostTypes.IsSource(t); t = t.BaseType)
            if (t.GetMembers(WellKnownMemberNames.EqualityOperatorName).OfType<IMethodSymbol>().FirstOrDefault() is { } found) return found;
        return null;
    }

    object? EvalIsType(IIsTypeOperation operation)
    {
        var is_ = IsInstance(Eval(operation.ValueOperand), _frame.Types.Substitute(operation.TypeOperand));
        return is_ != operation.IsNegated;
    }
}
