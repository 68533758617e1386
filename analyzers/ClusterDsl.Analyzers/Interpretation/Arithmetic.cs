using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using static Microsoft.CodeAnalysis.Operations.BinaryOperatorKind;

namespace ClusterDsl.Analyzers.Interpretation;

/// <summary>C#'s built-in operators on boxed values of equal type, with its exact rules for overflow.</summary>
internal static class Arithmetic
{
    /// <summary>The result, or null where no built-in operator fits.</summary>
    public static object? Binary(BinaryOperatorKind kind, object left, object right, bool isChecked)
    {
        if (kind is LeftShift or RightShift or UnsignedRightShift) return right is int by ? Shift(kind, left, by) : null;
        return (left, right) switch
        {
            (int a, int b) => Int(kind, a, b, isChecked),
            (long a, long b) => Long(kind, a, b, isChecked),
            (double a, double b) => Double(kind, a, b),
            (bool a, bool b) => Bool(kind, a, b),
            (uint a, uint b) => UInt(kind, a, b, isChecked),
            (ulong a, ulong b) => ULong(kind, a, b, isChecked),
            (float a, float b) => Float(kind, a, b),
            (decimal a, decimal b) => Decimal(kind, a, b),
            _ => null,
        };
    }

    static object? Int(BinaryOperatorKind kind, int a, int b, bool isChecked) => kind switch
    {
        Add => isChecked ? checked(a + b) : unchecked(a + b),
        Subtract => isChecked ? checked(a - b) : unchecked(a - b),
        Multiply => isChecked ? checked(a * b) : unchecked(a * b),
        Divide => a / b,
        Remainder => a % b,
        And => a & b,
        Or => a | b,
        ExclusiveOr => a ^ b,
        _ => Compared(kind, a, b),
    };

    static object? UInt(BinaryOperatorKind kind, uint a, uint b, bool isChecked) => kind switch
    {
        Add => isChecked ? checked(a + b) : unchecked(a + b),
        Subtract => isChecked ? checked(a - b) : unchecked(a - b),
        Multiply => isChecked ? checked(a * b) : unchecked(a * b),
        Divide => a / b,
        Remainder => a % b,
        And => a & b,
        Or => a | b,
        ExclusiveOr => a ^ b,
        _ => Compared(kind, a, b),
    };

    static object? Long(BinaryOperatorKind kind, long a, long b, bool isChecked) => kind switch
    {
        Add => isChecked ? checked(a + b) : unchecked(a + b),
        Subtract => isChecked ? checked(a - b) : unchecked(a - b),
        Multiply => isChecked ? checked(a * b) : unchecked(a * b),
        Divide => a / b,
        Remainder => a % b,
        And => a & b,
        Or => a | b,
        ExclusiveOr => a ^ b,
        _ => Compared(kind, a, b),
    };

    static object? ULong(BinaryOperatorKind kind, ulong a, ulong b, bool isChecked) => kind switch
    {
        Add => isChecked ? checked(a + b) : unchecked(a + b),
        Subtract => isChecked ? checked(a - b) : unchecked(a - b),
        Multiply => isChecked ? checked(a * b) : unchecked(a * b),
        Divide => a / b,
        Remainder => a % b,
        And => a & b,
        Or => a | b,
        ExclusiveOr => a ^ b,
        _ => Compared(kind, a, b),
    };

    static object? Decimal(BinaryOperatorKind kind, decimal a, decimal b) => kind switch
    {
        Add => a + b,
        Subtract => a - b,
        Multiply => a * b,
        Divide => a / b,
        Remainder => a % b,
        _ => Compared(kind, a, b),
    };

    static object? Compared<T>(BinaryOperatorKind kind, T a, T b) where T : IComparable<T> => kind switch
    {
        BinaryOperatorKind.Equals => a.CompareTo(b) == 0,
        NotEquals => a.CompareTo(b) != 0,
        LessThan => a.CompareTo(b) < 0,
        LessThanOrEqual => a.CompareTo(b) <= 0,
        GreaterThan => a.CompareTo(b) > 0,
        GreaterThanOrEqual => a.CompareTo(b) >= 0,
        _ => null,
    };

    // Not CompareTo: nothing equals NaN, and nothing is less than it.
    static object? Double(BinaryOperatorKind kind, double a, double b) => kind switch
    {
        Add => a + b,
        Subtract => a - b,
        Multiply => a * b,
        Divide => a / b,
        Remainder => a % b,
        BinaryOperatorKind.Equals => a == b,
        NotEquals => a != b,
        LessThan => a < b,
        LessThanOrEqual => a <= b,
        GreaterThan => a > b,
        GreaterThanOrEqual => a >= b,
        _ => null,
    };

    static object? Float(BinaryOperatorKind kind, float a, float b) => kind switch
    {
        Add => a + b,
        Subtract => a - b,
        Multiply => a * b,
        Divide => a / b,
        Remainder => a % b,
        _ => Double(kind, a, b),
    };

    static object? Bool(BinaryOperatorKind kind, bool a, bool b) => kind switch
    {
        And => a & b,
        Or => a | b,
        ExclusiveOr or NotEquals => a ^ b,
        BinaryOperatorKind.Equals => a == b,
        _ => null,
    };

    static object? Shift(BinaryOperatorKind kind, object left, int by) => (left, kind) switch
    {
        (int a, LeftShift) => a << by,
        (int a, RightShift) => a >> by,
        (int a, _) => a >>> by,
        (long a, LeftShift) => a << by,
        (long a, RightShift) => a >> by,
        (long a, _) => a >>> by,
        (uint a, LeftShift) => a << by,
        (uint a, _) => a >> by,
        (ulong a, LeftShift) => a << by,
        (ulong a, _) => a >> by,
        _ => null,
    };

    public static object? Unary(UnaryOperatorKind kind, object value, bool isChecked) => (kind, value) switch
    {
        (UnaryOperatorKind.Not, bool a) => !a,
        (UnaryOperatorKind.Plus, _) => value,
        (UnaryOperatorKind.Minus, int a) => isChecked ? checked(-a) : unchecked(-a),
        (UnaryOperatorKind.Minus, long a) => isChecked ? checked(-a) : unchecked(-a),
        (UnaryOperatorKind.Minus, double a) => -a,
        (UnaryOperatorKind.Minus, float a) => -a,
        (UnaryOperatorKind.Minus, decimal a) => -a,
        (UnaryOperatorKind.BitwiseNegation, int a) => ~a,
        (UnaryOperatorKind.BitwiseNegation, long a) => ~a,
        (UnaryOperatorKind.BitwiseNegation, uint a) => ~a,
        (UnaryOperatorKind.BitwiseNegation, ulong a) => ~a,
        _ => null,
    };

    /// <summary>One more or one less, of any number type.</summary>
    public static object Step(object value, int by, bool isChecked) => value switch
    {
        int a => isChecked ? checked(a + by) : unchecked(a + by),
        long a => isChecked ? checked(a + by) : unchecked(a + by),
        double a => a + by,
        float a => a + by,
        decimal a => a + by,
        ulong a => by > 0 ? isChecked ? checked(a + 1) : unchecked(a + 1) : isChecked ? checked(a - 1) : unchecked(a - 1),
        _ => Numbers.To((long)Numbers.To(value, SpecialType.System_Int64, false) + by, Numbers.Of(value), isChecked),
    };
}
