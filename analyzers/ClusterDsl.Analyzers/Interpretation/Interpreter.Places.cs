using System.Runtime.CompilerServices;
using ClusterDsl.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClusterDsl.Analyzers.Interpretation;

// Variables, and everything else that is assigned to.
internal sealed partial class Interpreter
{
    Cell LocalCell(ILocalReferenceOperation operation)
    {
        if (operation.IsDeclaration) return _frame.Declare(operation.Local, null);
        return _frame.Find(operation.Local) ?? throw Unknown();
    }

    object? Read(Cell cell) => ReferenceEquals(cell.Value, Interpretation.Unknown.Value) ? throw Unknown() : cell.Value;

    object? ReadParameter(IParameterReferenceOperation operation)
    {
        if (_frame.Find(operation.Parameter) is { } cell) return Read(cell);
        // The parameters of a primary constructor live as long as the object.
        return _frame.Self is Instance self && self.Members.TryGetValue(operation.Parameter, out var value) ? value : throw Unknown();
    }

    Place Locate(IOperation operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation local:
                return Of(LocalCell(local));
            case IParameterReferenceOperation parameter:
                if (_frame.Find(parameter.Parameter) is { } cell) return Of(cell);
                return _frame.Self is Instance self ? Member(self, parameter.Parameter) : throw Unknown();
            case IDeclarationExpressionOperation declaration:
                return Locate(declaration.Expression);
            case IDiscardOperation:
                return new Place(() => null, _ => { });
            case IArrayElementReferenceOperation element:
                var array = Eval(element.ArrayReference) as Array ?? throw Faulty(new NullReferenceException(), element.Syntax);
                var indices = element.Indices.Select(i => Eval(i)).ToArray();
                return new Place(() => Element(array, indices, element), v => SetElement(array, indices, v, element));
            case IImplicitIndexerReferenceOperation indexer:
                return LocateImplicit(indexer);
            case IFieldReferenceOperation { Instance: null } field:
                return LocateStatic(field.Field, field);
            case IPropertyReferenceOperation { Instance: null } property:
                return LocateStatic(property.Property, property);
            case IFieldReferenceOperation field:
                return LocateIn(field.Instance!, on => new Place(() => GetField(field.Field, on, field), v => SetField(field.Field, on, v, field)));
            case IPropertyReferenceOperation property:
                var arguments = Arguments(property.Arguments);
                return LocateIn(property.Instance!, on => new Place(
                    () => GetProperty(property.Property, on, arguments, property),
                    v => SetProperty(property.Property, on, arguments, v, property)));
            case IInvalidOperation:
                throw Unknown();
            case IConversionOperation conversion:
                return Locate(conversion.Operand);
            case IInstanceReferenceOperation or IConditionalOperation:
                throw Unsupported(operation, "Assigning to this");
            default:
                var value = Eval(operation);
                return new Place(() => value, _ => throw Unsupported(operation, "Assigning to this"));
        }
    }

    static Place Of(Cell cell) => new(() => cell.Value, v => cell.Value = v);

    static Place Member(Instance instance, ISymbol member) =>
        new(() => instance.Members[member], v => instance.Members[member] = v);

    /// <summary>Values are copied, objects are not: writing to a part of a value writes a new value to where it was.</summary>
    Place LocateIn(IOperation owner, Func<object, Place> member)
    {
        var isVariable = owner is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IArrayElementReferenceOperation;
        if (owner.Type is not { IsValueType: true } || !isVariable)
            return member(Eval(owner) ?? throw Faulty(new NullReferenceException(NullMessage), owner.Syntax));
        var place = Locate(owner);
        return new Place(() => member(place.Get()!).Get(), v =>
        {
            var copy = Copy(place.Get()!);
            member(copy).Set(v);
            place.Set(copy);
        });
    }

    const string NullMessage = "Object reference not set to an instance of an object.";

    static object Copy(object value) => value is Instance own ? own.Clone() : RuntimeHelpers.GetObjectValue(value);

    Place LocateStatic(ISymbol member, IOperation at)
    {
        var constructing = _frame.Owner is { MethodKind: MethodKind.StaticConstructor } owner
            && SymbolEqualityComparer.Default.Equals(owner.ContainingType, member.ContainingType);
        if (!constructing || !IsSource(member))
            throw Refuse(NotEvaluable.Rule, at.Syntax, $"Assigning '{member.Name}' has side effects and cannot be part of a definition");
        return Of(StaticCell(member, at));
    }

    object? EvalAssignment(ISimpleAssignmentOperation operation)
    {
        if (operation.IsRef) throw Unsupported(operation, "A reference to a variable");
        var place = Locate(operation.Target);
        try
        {
            var value = Eval(operation.Value);
            place.Set(value);
            return value;
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
        var left = place.Get();
        if (ReferenceEquals(left, Interpretation.Unknown.Value)) throw Unknown();
        var right = Eval(operation.Value);
        // `byte += int` computes in int and narrows; the operand types are those of the operator.
        if (left is not null && operation.InConversion is { Exists: true, IsIdentity: false } && operation.Value.Type is { } wide
            && Numbers.IsNumber(wide.SpecialType) && operation.OperatorMethod is null && !IsShift(operation.OperatorKind))
            left = Convert(left, wide, false, operation);
        var value = Binary(operation.OperatorKind, operation.OperatorMethod, operation.IsLifted, operation.IsChecked, left, right, operation);
        if (operation.Type is { } type) value = Convert(value, _frame.Types.Substitute(type), operation.IsChecked, operation);
        place.Set(value);
        return value;
    }

    static bool IsShift(BinaryOperatorKind kind) =>
        kind is BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift;

    object? EvalCoalesceAssignment(ICoalesceAssignmentOperation operation)
    {
        var place = Locate(operation.Target);
        if (place.Get() is { } present)
            return ReferenceEquals(present, Interpretation.Unknown.Value) ? throw Unknown() : present;
        var value = Eval(operation.Value);
        place.Set(value);
        return value;
    }

    object? EvalStep(IIncrementOrDecrementOperation operation)
    {
        if (operation.OperatorMethod is not null) throw Unsupported(operation, "An own ++ or --");
        var place = Locate(operation.Target);
        var before = place.Get();
        if (before is null) return null;
        if (before is not (ValueType or EnumValue)) throw Unknown();
        try
        {
            var after = Arithmetic.Step(Underlying(before), operation.Kind == OperationKind.Increment ? 1 : -1, operation.IsChecked);
            if (before is EnumValue or Enum) after = ToEnum((INamedTypeSymbol)Type(operation), after);
            place.Set(after);
            return operation.IsPostfix ? before : after;
        }
        catch (OverflowException exception)
        {
            throw Faulty(exception, operation.Syntax);
        }
    }

    object? EvalDeconstruction(IDeconstructionAssignmentOperation operation)
    {
        var value = Eval(operation.Value);
        Deconstruct(operation.Target, value);
        return value;
    }

    void Deconstruct(IOperation target, object? value)
    {
        if (target is IDeclarationExpressionOperation declaration) target = declaration.Expression;
        if (target is not ITupleOperation tuple)
        {
            var type = target.Type;
            Locate(target).Set(type is null || target is IDiscardOperation ? value : Convert(value, _frame.Types.Substitute(type), false, target));
            return;
        }
        var parts = Parts(value ?? throw Faulty(new NullReferenceException(NullMessage), target.Syntax), tuple.Elements.Length, target);
        for (var i = 0; i < parts.Count; i++) Deconstruct(tuple.Elements[i], parts[i]);
    }

    /// <summary>What a value deconstructs into.</summary>
    IReadOnlyList<object?> Parts(object value, int count, IOperation at)
    {
        if (Tuples.IsTuple(value)) return Tuples.Elements(value);
        if (value is Instance own)
        {
            var method = own.Type.GetMembers("Deconstruct").OfType<IMethodSymbol>().FirstOrDefault(m => m.Parameters.Length == count)
                ?? throw Unsupported(at, "This deconstruction");
            if (method.IsImplicitlyDeclared) return [.. method.Parameters.Select(p => ReadMember(own, own.Type.GetMembers(p.Name).First()))];
            var cells = method.Parameters.Select(_ => new Cell(null)).ToArray();
            CallUser(method, own, cells, at.Syntax);
            return [.. cells.Select(c => c.Value)];
        }
        var host = value.GetType().GetMethods().FirstOrDefault(m => m.Name == "Deconstruct" && m.GetParameters().Length == count)
            ?? throw Unsupported(at, "This deconstruction");
        var results = new object?[count];
        host.Invoke(value, results);
        return results;
    }
}
