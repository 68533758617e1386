using System.Runtime.CompilerServices;
using ClusterDsl.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClusterDsl.Analyzers.Interpretation;

// Variables, and every other place that has a value. A struct of the project is never changed once it is a value: whoever
// writes to a part of it puts a new value where the old one was, so a value may be shared freely and C#'s copies cost nothing.
internal sealed partial class Interpreter
{
    Place LocalPlace(ILocalReferenceOperation operation)
    {
        if (operation.IsDeclaration) return _frame.Declare(operation.Local, null);
        return _frame.Find(operation.Local) ?? throw Unknown(operation.Syntax, $"'{operation.Local.Name}' has not been declared here");
    }

    object? Read(Place place) => place.Value is var value && ReferenceEquals(value, Interpretation.Unknown.Value) ? throw Unknown() : value;

    object? ReadParameter(IParameterReferenceOperation operation)
    {
        if (_frame.Find(operation.Parameter) is { } place) return Read(place);
        // The parameters of a primary constructor live as long as the object.
        return _frame.Self is Instance self ? self[operation.Parameter] : throw Unknown(operation.Syntax, $"'{operation.Parameter.Name}' is not known here");
    }

    /// <summary>What a member is used on. Of a struct of the project it is a place: the variable itself where C# uses that, else a copy.</summary>
    object? Receiver(IOperation owner)
    {
        if (owner.Type is { IsReferenceType: false } type)
        {
            if (!IsOwnStruct(_frame.Types.Substitute(type))) return Eval(owner);
            return IsVariable(owner) ? Locate(owner) : new Cell(Eval(owner));
        }
        var value = Eval(owner);
        return value is Instance { Type.IsValueType: true } boxed ? new Box(boxed) : value;
    }

    static bool IsOwnStruct(ITypeSymbol type) => type is { IsValueType: true, TypeKind: TypeKind.Struct } && HostTypes.IsSource(type);

    /// <summary>Whether an expression is a variable that may be changed in place; of anything else C# makes a copy first.</summary>
    bool IsVariable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation { Local: var local } => local.RefKind == RefKind.Ref || local is { RefKind: RefKind.None, IsForEach: false, IsUsing: false, IsConst: false },
        IParameterReferenceOperation { Parameter.RefKind: var kind } => kind is RefKind.None or RefKind.Ref or RefKind.Out,
        IFieldReferenceOperation { Instance: null } => false,
        IFieldReferenceOperation { Field: var field, Instance: { } owner } =>
            (!field.IsReadOnly || field.RefKind != RefKind.None || IsUnderConstruction(field)) && (owner.Type is { IsReferenceType: true } || IsVariable(owner)),
        IArrayElementReferenceOperation => true,
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => _frame.Owner is not { IsReadOnly: true },
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } => true,
        IInvocationOperation { TargetMethod.RefKind: RefKind.Ref } or IPropertyReferenceOperation { Property.RefKind: RefKind.Ref } => true,
        IConditionalOperation { IsRef: true } or ISimpleAssignmentOperation { IsRef: true } => true,
        _ => false,
    };

    bool IsUnderConstruction(IFieldSymbol field) =>
        _frame.Owner is { MethodKind: MethodKind.Constructor } owner
        && SymbolEqualityComparer.Default.Equals(owner.ContainingType.OriginalDefinition, field.ContainingType.OriginalDefinition);

    Place Locate(IOperation operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation local:
                return LocalPlace(local);
            case IParameterReferenceOperation parameter:
                return _frame.Find(parameter.Parameter) ?? LocateCaptured(parameter.Parameter);
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }:
                return _frame.Receiver as Place ?? throw Unsupported(operation, "Assigning to this");
            case IInstanceReferenceOperation:
                return _receivers.Peek() as Place ?? new Cell(_receivers.Peek());
            case IDeclarationExpressionOperation declaration:
                return Locate(declaration.Expression);
            case IDiscardOperation:
                return new Cell(null);
            case IArrayElementReferenceOperation element:
                return LocateElement(element);
            case IImplicitIndexerReferenceOperation indexer:
                return LocateImplicit(indexer);
            case IFieldReferenceOperation { Instance: null } field:
                return LocateStatic(field.Field, field);
            case IPropertyReferenceOperation { Instance: null } property:
                return LocateStatic(property.Property, property);
            case IFieldReferenceOperation { Instance: { } owner } field:
                return LocateField(field, Owner(owner));
            case IPropertyReferenceOperation { Instance: { } owner } property:
                var on = Owner(owner);
                var arguments = Arguments(property.Arguments);
                if (property.Property.RefKind != RefKind.None) return Referred(GetProperty(property.Property, on, arguments, property));
                return new Part(
                    () => GetProperty(property.Property, on, arguments, property),
                    v => SetProperty(property.Property, on, arguments, v, property));
            case IInvocationOperation { TargetMethod.RefKind: not RefKind.None } call:
                return Referred(Call(call));
            case IConditionalOperation { IsRef: true, WhenFalse: { } otherwise } choice:
                return Locate(Is(choice.Condition) ? choice.WhenTrue : otherwise);
            case ISimpleAssignmentOperation { IsRef: true } rebinding:
                return Rebind(rebinding);
            case IConversionOperation { Conversion.IsIdentity: true } conversion:
                return Locate(conversion.Operand);
            case IInvalidOperation:
                throw Invalid();
            default:
                return new Cell(Eval(operation));
        }
    }

    static Place Referred(object? result) => result as Place ?? new Cell(result);

    /// <summary>What an assignment to a member writes into: an object, or the place of a struct.</summary>
    object Owner(IOperation owner)
    {
        if (owner.Type is { IsReferenceType: false } type && _frame.Types.Substitute(type).IsValueType) return Locate(owner);
        return Eval(owner) switch
        {
            null => throw Faulty(new NullReferenceException(NullMessage), owner.Syntax),
            Instance { Type.IsValueType: true } boxed => new Box(boxed),
            var value => value,
        };
    }

    Place LocateCaptured(IParameterSymbol parameter)
    {
        if (_frame.Receiver is Place place) return PartOf(place, on => ((Instance)on)[parameter], (on, v) => ((Instance)on)[parameter] = v);
        return _frame.Receiver is Instance self ? new Part(() => self[parameter], v => self[parameter] = v) : throw Unknown($"'{parameter.Name}' is not known here");
    }

    Place LocateField(IFieldReferenceOperation operation, object on)
    {
        var field = operation.Field;
        if (on is Place place) return PartOf(place, value => GetField(field, value, operation), (value, v) => SetField(field, value, v, operation));
        return new Part(() => GetField(field, on, operation), v => SetField(field, on, v, operation));
    }

    /// <summary>A part of a value: writing to it writes a new value to where the whole was.</summary>
    static Place PartOf(Place whole, Func<object, object?> get, Action<object, object?> set) => new Part(
        () => get(whole.Value!),
        v =>
        {
            var copy = Copy(whole.Value!);
            set(copy, v);
            whole.Value = copy;
        });

    const string NullMessage = "Object reference not set to an instance of an object.";

    static object Copy(object value) => value is Instance own ? own.Clone() : RuntimeHelpers.GetObjectValue(value);

    Place LocateElement(IArrayElementReferenceOperation operation)
    {
        var array = Eval(operation.ArrayReference) as Array;
        var indices = operation.Indices.Select(i => Eval(i)).ToArray();
        if (array is null) throw Faulty(new NullReferenceException(NullMessage), operation.Syntax);
        return new Part(() => Element(array, indices, operation), v => SetElement(array, indices, v, operation));
    }

    Place LocateStatic(ISymbol member, IOperation at)
    {
        var constructing = _frame.Owner is { MethodKind: MethodKind.StaticConstructor } owner
            && SymbolEqualityComparer.Default.Equals(owner.ContainingType, member.ContainingType);
        if (!constructing || !IsSource(member))
            throw Refuse(NotEvaluable.Rule, at.Syntax, $"'{member.Name}' is shared by everything that runs, so assigning it cannot be part of a definition; use a local variable, or return the value");
        return StaticCell(member, at);
    }

    /// <summary>Makes a ref local another name for another place.</summary>
    Place Rebind(ISimpleAssignmentOperation operation)
    {
        if (operation.Target is not ILocalReferenceOperation { Local: var local }) throw Unsupported(operation, "Rebinding this reference");
        return _frame.Bind(local, Locate(operation.Value));
    }
}
