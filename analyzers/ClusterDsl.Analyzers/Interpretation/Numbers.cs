using System.Globalization;
using Microsoft.CodeAnalysis;

namespace ClusterDsl.Analyzers.Interpretation;

/// <summary>C#'s conversions between numbers.</summary>
internal static class Numbers
{
    public static bool IsNumber(SpecialType type) =>
        type is >= SpecialType.System_Char and <= SpecialType.System_Double;

    public static SpecialType Of(object? value) => value switch
    {
        int => SpecialType.System_Int32,
        long => SpecialType.System_Int64,
        double => SpecialType.System_Double,
        char => SpecialType.System_Char,
        byte => SpecialType.System_Byte,
        sbyte => SpecialType.System_SByte,
        short => SpecialType.System_Int16,
        ushort => SpecialType.System_UInt16,
        uint => SpecialType.System_UInt32,
        ulong => SpecialType.System_UInt64,
        float => SpecialType.System_Single,
        decimal => SpecialType.System_Decimal,
        bool => SpecialType.System_Boolean,
        string => SpecialType.System_String,
        _ => SpecialType.None,
    };

    /// <summary>The number as another type, wrapping or throwing as the context says.</summary>
    public static object To(object value, SpecialType target, bool isChecked)
    {
        if (Of(value) == target) return value;
        return value switch
        {
            double number => FromDouble(number, target, isChecked),
            float number => FromFloat(number, target, isChecked),
            decimal number => FromDecimal(number, target),
            ulong number => FromUnsigned(number, target, isChecked),
            char number => FromSigned(number, target, isChecked),
            _ => FromSigned(Convert.ToInt64(value, CultureInfo.InvariantCulture), target, isChecked),
        };
    }

    /// <summary>A small number as the int that it computes as; any other number as it is.</summary>
    public static object Widened(object value) =>
        value is char or byte or sbyte or short or ushort ? To(value, SpecialType.System_Int32, false) : value;

    static object FromSigned(long n, SpecialType target, bool isChecked) => target switch
    {
        SpecialType.System_Int32 => isChecked ? checked((int)n) : unchecked((int)n),
        SpecialType.System_Int64 => n,
        SpecialType.System_Double => (double)n,
        SpecialType.System_Single => (float)n,
        SpecialType.System_Decimal => (decimal)n,
        SpecialType.System_Byte => isChecked ? checked((byte)n) : unchecked((byte)n),
        SpecialType.System_SByte => isChecked ? checked((sbyte)n) : unchecked((sbyte)n),
        SpecialType.System_Int16 => isChecked ? checked((short)n) : unchecked((short)n),
        SpecialType.System_UInt16 => isChecked ? checked((ushort)n) : unchecked((ushort)n),
        SpecialType.System_UInt32 => isChecked ? checked((uint)n) : unchecked((uint)n),
        SpecialType.System_UInt64 => isChecked ? checked((ulong)n) : unchecked((ulong)n),
        SpecialType.System_Char => isChecked ? checked((char)n) : unchecked((char)n),
        _ => throw new InvalidCastException(),
    };

    static object FromUnsigned(ulong n, SpecialType target, bool isChecked) => target switch
    {
        SpecialType.System_Double => (double)n,
        SpecialType.System_Single => (float)n,
        SpecialType.System_Decimal => (decimal)n,
        _ => FromSigned(isChecked ? checked((long)n) : unchecked((long)n), target, isChecked),
    };

    // Not by way of long: what a double beyond the target's range becomes depends on the target.
    static object FromDouble(double n, SpecialType target, bool isChecked) => target switch
    {
        SpecialType.System_Double => n,
        SpecialType.System_Single => (float)n,
        SpecialType.System_Decimal => (decimal)n,
        SpecialType.System_Int32 => isChecked ? checked((int)n) : unchecked((int)n),
        SpecialType.System_Int64 => isChecked ? checked((long)n) : unchecked((long)n),
        SpecialType.System_Byte => isChecked ? checked((byte)n) : unchecked((byte)n),
        SpecialType.System_SByte => isChecked ? checked((sbyte)n) : unchecked((sbyte)n),
        SpecialType.System_Int16 => isChecked ? checked((short)n) : unchecked((short)n),
        SpecialType.System_UInt16 => isChecked ? checked((ushort)n) : unchecked((ushort)n),
        SpecialType.System_UInt32 => isChecked ? checked((uint)n) : unchecked((uint)n),
        SpecialType.System_UInt64 => isChecked ? checked((ulong)n) : unchecked((ulong)n),
        SpecialType.System_Char => isChecked ? checked((char)n) : unchecked((char)n),
        _ => throw new InvalidCastException(),
    };

    static object FromFloat(float n, SpecialType target, bool isChecked) => target switch
    {
        SpecialType.System_Single => n,
        SpecialType.System_Decimal => (decimal)n,
        _ => FromDouble(n, target, isChecked),
    };

    // A decimal never wraps.
    static object FromDecimal(decimal n, SpecialType target) => target switch
    {
        SpecialType.System_Decimal => n,
        SpecialType.System_Double => (double)n,
        SpecialType.System_Single => (float)n,
        SpecialType.System_Int32 => (int)n,
        SpecialType.System_Int64 => (long)n,
        SpecialType.System_Byte => (byte)n,
        SpecialType.System_SByte => (sbyte)n,
        SpecialType.System_Int16 => (short)n,
        SpecialType.System_UInt16 => (ushort)n,
        SpecialType.System_UInt32 => (uint)n,
        SpecialType.System_UInt64 => (ulong)n,
        SpecialType.System_Char => (char)n,
        _ => throw new InvalidCastException(),
    };

    public static object DefaultOf(SpecialType type) => type == SpecialType.System_Boolean ? false : To(0, type, false);
}
