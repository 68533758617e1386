using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace ClusterDsl.Analyzers.Interpretation;

// Conversions, type tests and default values.
internal sealed partial class Interpreter
{
    object? EvalConversion(IConversionOperation operation)
    {
        var conversion = operation.Conversion;
        if (!conversion.Exists && operation.Operand.Type is null) throw Unknown(operation.Syntax, "it cannot become what is asked for");
        var value = Eval(operation.Operand);
        var type = Type(operation);
        if (operation.OperatorMethod is { } method)
        {
            if (value is null && IsNullable(operation.Operand.Type) && !IsNullable(method.Parameters[0].Type)) return null;
            return Convert(value, method, type, operation.IsChecked, operation);
        }
        var from = operation.Operand.Type is { } written ? _frame.Types.Substitute(written) : null;
        if (operation.IsTryCast) return !IsInstance(value, type) ? null : from is { IsValueType: true } && !type.IsValueType ? Boxed(value) : value;
        if (from is { IsValueType: true } && type.IsReferenceType) value = Boxed(value);
        else if (from is { IsReferenceType: true } && type.IsValueType) return Unboxed(value, type, operation);
        return Convert(value, type, operation.IsChecked || type.TypeKind == TypeKind.Enum && IsChecked(operation.Syntax), operation);
    }

    // Of a conversion to an enumeration the bound tree does not say it.
    bool IsChecked(SyntaxNode syntax)
    {
        foreach (var node in syntax.Ancestors())
        {
            if (node.IsKind(SyntaxKind.CheckedExpression) || node.IsKind(SyntaxKind.CheckedStatement)) return true;
            if (node.IsKind(SyntaxKind.UncheckedExpression) || node.IsKind(SyntaxKind.UncheckedStatement)) return false;
        }
        return _bodies.Compilation.Options is CSharpCompilationOptions { CheckOverflow: true };
    }

    /// <summary>A value as an object: one of its own, every time.</summary>
    static object? Boxed(object? value) => value switch
    {
        null => null,
        Instance own => own.Type.IsValueType ? own.Clone() : own,
        EnumValue own => new EnumValue(own.Type, own.Underlying),
        _ => RuntimeHelpers.GetObjectValue(value),
    };

    object? Unboxed(object? value, ITypeSymbol type, IOperation at)
    {
        if (value is null) return IsNullable(type) ? null : throw Faulty(new NullReferenceException(NullMessage), at.Syntax);
        type = Underlying(type);
        if (IsInstance(value, type)) return value is Instance own ? own.Clone() : value;
        // An enumeration and its number unbox as each other.
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Enum } enumeration && Numbers.Of(Underlying(value)) == enumeration.EnumUnderlyingType!.SpecialType)
            return ToEnum(enumeration, value);
        if (value is EnumValue or Enum && Numbers.Of(Underlying(value)) == type.SpecialType) return Underlying(value);
        throw Faulty(new InvalidCastException(CastMessage(value, type)), at.Syntax);
    }

    /// <summary>The value as a value of the type, by a conversion of the project's or the library's own if there is one.</summary>
    object? Convert(object? value, IMethodSymbol? method, ITypeSymbol type, bool isChecked, IOperation at)
    {
        if (method is not null)
        {
            if (value is null && IsNullable(type) && method.Parameters[0].Type is { IsValueType: true } taken && !IsNullable(taken)) return null;
            value = CallOperator(method, at, Convert(value, _frame.Types.Substitute(method.Parameters[0].Type), isChecked, at));
        }
        return Convert(value, type, isChecked, at);
    }

    /// <summary>The value as a value of the type, by a conversion that C# has built in.</summary>
    object? Convert(object? value, ITypeSymbol type, bool isChecked, IOperation? at)
    {
        if (IsNullable(type))
        {
            if (value is null) return null;
            type = Underlying(type);
        }
        if (value is null)
        {
            if (type is { IsValueType: true } and not ITypeParameterSymbol)
                throw Faulty(new InvalidOperationException("Nullable object must have a value."), at?.Syntax ?? throw Unknown("nothing became a value"));
            return null;
        }
        try
        {
            if (Numbers.IsNumber(type.SpecialType)) return ToNumber(value, type.SpecialType, isChecked);
            if (type is INamedTypeSymbol { TypeKind: TypeKind.Enum } enumeration)
                return value is EnumValue or Enum && IsInstance(value, type) ? value : ToEnum(enumeration, value, isChecked);
        }
        catch (OverflowException exception)
        {
            throw Faulty(exception, at?.Syntax ?? throw Unknown("a number is too large for its type"));
        }
        if (type is INamedTypeSymbol { IsTupleType: true } tuple && Tuples.IsTuple(value)) return ToTuple(value, tuple, isChecked, at);
        if (HostTypes.IsSpan(type) && value is string text) return text.ToCharArray();
        if (HostTypes.IsSpan(type) || type.TypeKind is TypeKind.TypeParameter or TypeKind.Dynamic) return value;
        if (!IsInstance(value, type))
            throw at is null ? Unknown(CastMessage(value, type)) : Faulty(new InvalidCastException(CastMessage(value, type)), at.Syntax);
        return value;
    }

    object ToNumber(object value, SpecialType target, bool isChecked)
    {
        var number = Underlying(value);
        return number is bool or not ValueType || !Numbers.IsNumber(Numbers.Of(number)) ? throw Unknown($"{TypeNames.OfValue(value)} is no number") : Numbers.To(number, target, isChecked);
    }

    object ToTuple(object value, INamedTypeSymbol type, bool isChecked, IOperation? at)
    {
        var elements = Tuples.Elements(value);
        var types = type.TupleElements;
        if (elements.Count != types.Length || HostTypes.Of(type) is not { } host) throw Unknown(NoType(type));
        if (host.IsInstanceOfType(value)) return value;
        return Tuples.Make(host, [.. elements.Select((e, i) => Convert(e, types[i].Type, isChecked, at))]);
    }

    static string NoType(ITypeSymbol type) => $"{TypeNames.Of(type)} is no type that the compiler's host has";

    static string CastMessage(object value, ITypeSymbol type) =>
        $"Unable to cast object of type '{TypeNames.OfValue(value)}' to type '{TypeNames.Of(type)}'.";

    static bool IsNullable(ITypeSymbol? type) => type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    static ITypeSymbol Underlying(ITypeSymbol type) => IsNullable(type) ? ((INamedTypeSymbol)type).TypeArguments[0] : type;

    /// <summary>What a member of Nullable does; the value is null or the value itself.</summary>
    object? OfNullable(IMethodSymbol member, object? value, object?[] arguments, IOperation at) => member.Name switch
    {
        "get_HasValue" => value is not null,
        "get_Value" => value ?? throw Faulty(new InvalidOperationException("Nullable object must have a value."), at.Syntax),
        nameof(Nullable<int>.GetValueOrDefault) => value ?? (arguments.Length == 0 ? Default(_frame.Types.Substitute(member.ReturnType)) : arguments[0]),
        nameof(ToString) => Text(value),
        nameof(Equals) => Equals(value, arguments[0]),
        nameof(GetHashCode) => value?.GetHashCode() ?? 0,
        _ => throw Unsupported(at, $"'{member.Name}'"),
    };

    /// <summary>Whether the value is of the type.</summary>
    bool IsInstance(object? value, ITypeSymbol type)
    {
        if (value is null) return false;
        type = Underlying(type);
        if (type.SpecialType == SpecialType.System_Object || type is ITypeParameterSymbol or IDynamicTypeSymbol) return true;
        switch (value)
        {
            case Instance own:
                if (type.SpecialType == SpecialType.System_ValueType) return own.Type.IsValueType;
                for (var t = own.Type; t is not null; t = t.BaseType)
                    if (SymbolEqualityComparer.Default.Equals(t, type)) return true;
                return own.Type.AllInterfaces.Any(i => SymbolEqualityComparer.Default.Equals(i, type));
            case EnumValue own:
                return SymbolEqualityComparer.Default.Equals(own.Type, type) || type.SpecialType is SpecialType.System_Enum or SpecialType.System_ValueType
                    || type is { Name: "IComparable" or "IFormattable", ContainingNamespace.Name: "System" };
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
        if (HostTypes.IsSource(type)) return Allocate((INamedTypeSymbol)type, null);
        if (HostTypes.Of(type) is not { IsArray: false } host) throw Unknown(NoType(type));
        return type is INamedTypeSymbol { IsTupleType: true } tuple
            ? Tuples.Make(host, [.. tuple.TupleElements.Select(e => Default(e.Type))])
            : Activator.CreateInstance(host);
    }

    /// <summary>What comes back from the framework, which knows own structs and enumerations as objects and has null for their default.</summary>
    object? Landed(object? value, ITypeSymbol type) =>
        value is null && type is { IsValueType: true, SpecialType: SpecialType.None, TypeKind: TypeKind.Struct or TypeKind.Enum } && HostTypes.IsSource(type)
            ? Default(type)
            : value;
}
