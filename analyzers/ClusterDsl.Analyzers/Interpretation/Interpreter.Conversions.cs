using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClusterDsl.Analyzers.Interpretation;

// Conversions, type tests and default values.
internal sealed partial class Interpreter
{
    object? EvalConversion(IConversionOperation operation)
    {
        var conversion = operation.Conversion;
        if (!conversion.Exists && operation.Operand.Type is null) throw Unknown();
        var value = Eval(operation.Operand);
        var type = Type(operation);
        if (operation.OperatorMethod is { } method)
        {
            if (value is null && IsNullable(operation.Operand.Type) && !IsNullable(method.Parameters[0].Type)) return null;
            var argument = Convert(value, method.Parameters[0].Type, operation.IsChecked, operation);
            return Convert(CallOperator(method, operation, argument), type, operation.IsChecked, operation);
        }
        if (operation.IsTryCast) return IsInstance(value, type) ? value : null;
        if (value is not null && operation.Operand.Type is { IsReferenceType: true } && type.IsValueType && !Unboxes(value, type))
            throw Faulty(new InvalidCastException(CastMessage(value, type)), operation.Syntax);
        return Convert(value, type, operation.IsChecked, operation);
    }

    /// <summary>The value as a value of the type, by a conversion that C# has built in.</summary>
    object? Convert(object? value, ITypeSymbol type, bool isChecked, IOperation? at)
    {
        if (IsNullable(type))
        {
            if (value is null) return null;
            type = ((INamedTypeSymbol)type).TypeArguments[0];
        }
        if (value is null)
        {
            if (type is { IsValueType: true } and not ITypeParameterSymbol)
                throw Faulty(new InvalidOperationException("Nullable object must have a value."), at?.Syntax ?? throw Unknown());
            return null;
        }
        try
        {
            if (Numbers.IsNumber(type.SpecialType)) return ToNumber(value, type.SpecialType, isChecked);
        }
        catch (OverflowException exception)
        {
            throw Faulty(exception, at?.Syntax ?? throw Unknown());
        }
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Enum } enumeration)
            return value is EnumValue or Enum && IsInstance(value, type) ? value : ToEnum(enumeration, value);
        if (type is INamedTypeSymbol { IsTupleType: true } tuple && Tuples.IsTuple(value)) return ToTuple(value, tuple, isChecked, at);
        if (HostTypes.IsSpan(type) && value is string text) return text.ToCharArray();
        if (HostTypes.IsSpan(type) || type.TypeKind is TypeKind.TypeParameter or TypeKind.Dynamic) return value;
        if (!IsInstance(value, type))
            throw at is null ? Unknown() : Faulty(new InvalidCastException(CastMessage(value, type)), at.Syntax);
        return value;
    }

    object ToNumber(object value, SpecialType target, bool isChecked)
    {
        var number = Underlying(value);
        return number is bool or not ValueType || !Numbers.IsNumber(Numbers.Of(number)) ? throw Unknown() : Numbers.To(number, target, isChecked);
    }

    object ToTuple(object value, INamedTypeSymbol type, bool isChecked, IOperation? at)
    {
        var elements = Tuples.Elements(value);
        var types = type.TupleElements;
        if (elements.Count != types.Length || HostTypes.Of(type) is not { } host) throw Unknown();
        if (host.IsInstanceOfType(value)) return value;
        return Tuples.Make(host, [.. elements.Select((e, i) => Convert(e, types[i].Type, isChecked, at))]);
    }

    static string CastMessage(object value, ITypeSymbol type) =>
        $"Unable to cast object of type '{(value as Instance)?.Type.ToDisplayString() ?? value.GetType().FullName}' to type '{type.ToDisplayString()}'.";

    bool Unboxes(object value, ITypeSymbol type) =>
        type is ITypeParameterSymbol || IsInstance(value, IsNullable(type) ? ((INamedTypeSymbol)type).TypeArguments[0] : type);

    static bool IsNullable(ITypeSymbol? type) => type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    /// <summary>Whether the value is of the type.</summary>
    bool IsInstance(object? value, ITypeSymbol type)
    {
        if (value is null) return false;
        if (IsNullable(type)) type = ((INamedTypeSymbol)type).TypeArguments[0];
        if (type.SpecialType == SpecialType.System_Object || type is ITypeParameterSymbol or IDynamicTypeSymbol) return true;
        switch (value)
        {
            case Instance own:
                for (var t = own.Type; t is not null; t = t.BaseType)
                    if (SymbolEqualityComparer.Default.Equals(t, type)) return true;
                return own.Type.AllInterfaces.Any(i => SymbolEqualityComparer.Default.Equals(i, type));
            case EnumValue own:
                return SymbolEqualityComparer.Default.Equals(own.Type, type) || type.SpecialType is SpecialType.System_Enum or SpecialType.System_ValueType;
            case Closure:
                return type.TypeKind == TypeKind.Delegate;
        }
        if (type is IArrayTypeSymbol && value is Array && HostTypes.IsSource(Innermost(type))) return true;
        return !HostTypes.IsSource(type) && HostTypes.Of(type)?.IsInstanceOfType(value) == true;
    }

    static ITypeSymbol Innermost(ITypeSymbol type) => type is IArrayTypeSymbol array ? Innermost(array.ElementType) : type;

    /// <summary>The default value of a type.</summary>
    object? Default(ITypeSymbol type)
    {
        if (!type.IsValueType || IsNullable(type)) return null;
        if (type.SpecialType == SpecialType.System_Boolean || Numbers.IsNumber(type.SpecialType)) return Numbers.DefaultOf(type.SpecialType);
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Enum } enumeration) return ToEnum(enumeration, 0);
        if (HostTypes.IsSource(type)) return Allocate((INamedTypeSymbol)type);
        return HostTypes.Of(type) is { IsArray: false } host ? Activator.CreateInstance(host) : throw Unknown();
    }
}
