using System.Globalization;
using Microsoft.CodeAnalysis;

namespace ClusterDsl.Analyzers.Interpretation;

/// <summary>What System.Enum does, for the enumerations that the definition's project declares.</summary>
internal static class Enums
{
    /// <summary>A method of an enumeration's value.</summary>
    public static object? Call(EnumValue value, IMethodSymbol method, object?[] arguments) => method.Name switch
    {
        nameof(ToString) => value.ToString(arguments.FirstOrDefault() as string, null),
        nameof(Equals) => value.Equals(arguments[0]),
        nameof(GetHashCode) => value.GetHashCode(),
        nameof(IComparable.CompareTo) => value.CompareTo(arguments[0]),
        nameof(Enum.HasFlag) when arguments[0] is EnumValue flag => (value.Bits & flag.Bits) == flag.Bits,
        _ => null,
    };

    /// <summary>A static method of Enum that names the enumeration by its type argument; false for another.</summary>
    public static bool TryCallStatic(IMethodSymbol method, object?[] arguments, Func<INamedTypeSymbol, object, object> toEnum, out object? result)
    {
        result = null;
        if (method.ContainingType.SpecialType != SpecialType.System_Enum || !method.IsStatic || method.TypeArguments.Length != 1
            || method.TypeArguments[0] is not INamedTypeSymbol { TypeKind: TypeKind.Enum } type || !HostTypes.IsSource(type)) return false;
        switch (method.Name)
        {
            case "GetNames":
                result = EnumValue.Fields(type).Select(f => f.Name).ToArray();
                return true;
            case "GetValues":
                result = EnumValue.Fields(type).Select(f => new EnumValue(type, f.ConstantValue!)).ToArray();
                return true;
            case "GetName" when arguments[0] is EnumValue value:
                result = EnumValue.Fields(type).FirstOrDefault(f => value.Underlying.Equals(f.ConstantValue))?.Name;
                return true;
            case "IsDefined" when arguments[0] is EnumValue value:
                result = EnumValue.Fields(type).Any(f => value.Underlying.Equals(f.ConstantValue));
                return true;
            case "Parse":
                result = Parsed(type, arguments, toEnum, out var fault) ?? throw fault!;
                return true;
            case "TryParse":
                var parsed = Parsed(type, arguments, toEnum, out _);
                ((Place)arguments[arguments.Length - 1]!).Value = parsed ?? toEnum(type, 0);
                result = parsed is not null;
                return true;
            default:
                return false;
        }
    }

    static object? Parsed(INamedTypeSymbol type, object?[] arguments, Func<INamedTypeSymbol, object, object> toEnum, out Exception? fault)
    {
        fault = null;
        var ignoresCase = arguments.Length > 1 && arguments[1] is true;
        if (arguments[0] is not string and not char[])
        {
            fault = new ArgumentNullException("value");
            return null;
        }
        var text = (arguments[0] as string ?? new string((char[])arguments[0]!)).Trim();
        if (text.Length == 0)
        {
            fault = new ArgumentException("Must specify valid information for parsing in the string.", "value");
            return null;
        }
        if (text[0] is >= '0' and <= '9' or '-' or '+' && decimal.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            try
            {
                return toEnum(type, Numbers.To(number, type.EnumUnderlyingType!.SpecialType, true));
            }
            catch (OverflowException exception)
            {
                fault = exception;
                return null;
            }
        }
        var bits = 0UL;
        foreach (var part in text.Split(','))
        {
            var name = part.Trim();
            var field = EnumValue.Fields(type).FirstOrDefault(f => string.Equals(f.Name, name, ignoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal));
            if (field is null)
            {
                fault = new ArgumentException($"Requested value '{arguments[0]}' was not found.");
                return null;
            }
            bits |= new EnumValue(type, field.ConstantValue!).Bits;
        }
        return toEnum(type, bits);
    }
}
