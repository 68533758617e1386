using System.Reflection;
using ClusterDsl.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ClusterDsl.Analyzers.Interpretation;

// Fields and properties.
internal sealed partial class Interpreter
{
    static bool IsSource(ISymbol member) =>
        member.ContainingType is { } type ? HostTypes.IsSource(type) : !member.DeclaringSyntaxReferences.IsEmpty;

    object? EvalField(IFieldReferenceOperation operation)
    {
        var field = operation.Field;
        if (operation.Instance is null)
            return IsSource(field) ? Read(StaticCell(field, operation)) : GetField(field, null, operation);
        var on = Eval(operation.Instance) ?? throw Faulty(new NullReferenceException(NullMessage), operation.Syntax);
        return GetField(field, on, operation);
    }

    object? GetField(IFieldSymbol field, object? on, IOperation at)
    {
        if (on is Instance own) return ReadMember(own, field);
        if (on is not null && field.ContainingType.IsTupleType) return Landed(Tuples.Elements(on)[Tuples.Ordinal(field)], _frame.Types.Substitute(field.Type));
        RefuseIfDenied(field, at);
        return HostField(field, at).GetValue(on);
    }

    void SetField(IFieldSymbol field, object on, object? value, IOperation at)
    {
        if (on is Instance own) own[KeyOf(field)] = value;
        else HostField(field, at).SetValue(on, value);
    }

    FieldInfo HostField(IFieldSymbol field, IOperation at)
    {
        field = field.CorrespondingTupleField ?? field;
        return HostTypes.Of(_frame.Types.Substitute(field.ContainingType))?.GetField(field.Name)
            ?? throw Unsupported(at, $"'{field.Name}'");
    }

    /// <summary>An automatic property and its field are one thing.</summary>
    static ISymbol KeyOf(ISymbol member) => ((member as IFieldSymbol)?.AssociatedSymbol ?? member).OriginalDefinition;

    /// <summary>A field or property of an own object.</summary>
    public object? ReadMember(Instance instance, ISymbol member, bool asBase = false)
    {
        if (member is IPropertySymbol { GetMethod: { } getter })
        {
            if (!asBase) getter = Override(getter, instance);
            if (_bodies.Of(getter) is not null) return CallUser(getter, instance, [], Syntax(getter));
            member = getter.AssociatedSymbol ?? member;
        }
        return instance[KeyOf(member)];
    }

    object? EvalProperty(IPropertyReferenceOperation operation)
    {
        var property = operation.Property;
        if (operation is { Instance: null, ConstrainedToType: { } type, Property.GetMethod: { } getter })
            return CallStatic(Implementation(_frame.Types.Substitute(getter), type), operation);
        if (!IsSource(property)) RefuseIfDenied(property, operation);
        if (operation.Instance is null) return GetProperty(property, null, [], operation);
        var on = Receiver(operation.Instance);
        if (IsNullable(property.ContainingType)) return OfNullable(property.GetMethod!, on, [], operation);
        if (on is null) throw Faulty(new NullReferenceException(NullMessage), operation.Syntax);
        var result = GetProperty(property, on, operation.Arguments.IsEmpty ? [] : Arguments(operation.Arguments), operation);
        return result is Place referred ? Read(referred) : result;
    }

    object? CallStatic(IMethodSymbol getter, IOperation at) =>
        IsSource(getter) && _bodies.Of(getter) is null && getter.AssociatedSymbol is { } automatic
            ? Read(StaticCell(automatic, at))
            : CallStatic(getter, [], at.Syntax);

    object? GetProperty(IPropertySymbol property, object? on, object?[] arguments, IOperation at)
    {
        if (_members.GetterOf(property) is not { } getter) throw Unknown(at.Syntax, $"'{property.Name}' cannot be read");
        if (ValueOf(on) is Instance own && (IsSource(property) || own.Base is null))
        {
            if (!IsBaseAccess(at)) getter = Override(getter, own);
            return _bodies.Of(getter) is null && getter.AssociatedSymbol is { } automatic && IsSource(getter)
                ? own[KeyOf(automatic)]
                : CallUser(getter, on, arguments, at.Syntax);
        }
        if (!IsSource(property))
            return ValueOf(on) is Instance && !IsBaseAccess(at) ? CallOn(getter, on, arguments, at.Syntax) : CallHost(getter, on, arguments, at.Syntax, null);
        if (on is null && _bodies.Of(getter) is null) return Read(StaticCell(property, at));
        return CallUser(getter, on, arguments, at.Syntax);
    }

    /// <summary>base.Member is the member of the base, whatever overrides it.</summary>
    static bool IsBaseAccess(IOperation at) => at is IMemberReferenceOperation { Instance.Syntax: BaseExpressionSyntax };

    void SetProperty(IPropertySymbol property, object on, object?[] arguments, object? value, IOperation at)
    {
        var setter = AccessorOf(property, p => p.SetMethod);
        if (ValueOf(on) is Instance own && IsSource(property))
        {
            if (setter is not null && !IsBaseAccess(at)) setter = Override(setter, own);
            if (setter is not null && _bodies.Of(setter) is not null) CallUser(setter, on, [.. arguments, value], at.Syntax);
            else Write(on, KeyOf(setter?.AssociatedSymbol ?? property), value);
            return;
        }
        if (setter is null) throw Unknown(at.Syntax, $"'{property.Name}' cannot be written");
        if (on is Place place)
        {
            var copy = Copy(place.Value!);
            CallHost(setter, copy, [.. arguments, value], at.Syntax, AssignmentSpan(at));
            place.Value = copy;
        }
        else CallHost(setter, on, [.. arguments, value], at.Syntax, AssignmentSpan(at));
    }

    static void Write(object on, ISymbol member, object? value)
    {
        if (on is Place place) PartOf(place, _ => null, (copy, v) => ((Instance)copy)[member] = v).Value = value;
        else ((Instance)on)[member] = value;
    }

    /// <summary>An override may have only one of the two accessors.</summary>
    static IMethodSymbol? AccessorOf(IPropertySymbol property, Func<IPropertySymbol, IMethodSymbol?> accessor)
    {
        for (var p = property; p is not null; p = p.OverriddenProperty)
            if (accessor(p) is { } found) return found;
        return null;
    }

    void InFrame(Frame frame, Action action)
    {
        var saved = _frame;
        _frame = frame;
        try
        {
            action();
        }
        finally
        {
            _frame = saved;
        }
    }

    void RefuseIfDenied(ISymbol member, IOperation at)
    {
        if (!_refusals.TryGetValue(member, out var refusal)) _refusals.Add(member, refusal = AllowList.Of(member));
        if (refusal is null || IsHashing(member)) return;
        var type = member.ContainingType.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
        var name = member is IMethodSymbol { MethodKind: MethodKind.Constructor } ? $"new {type}" : $"{type}.{member.Name}";
        // For a call on something, the something is not at fault.
        var at2 = at is IInvocationOperation { Instance: not null } or IPropertyReferenceOperation { Instance: not null } && !IsClockLike(at)
            ? Spans.NameOf(at.Syntax)
            : at.Syntax;
        throw Refuse(NotEvaluable.Rule, at2, $"{name} {refusal.Reason} and cannot be part of a definition; {refusal.Instead}");
    }

    // An own GetHashCode may use those of its parts: sets and dictionaries ask for it, and nothing of it is seen.
    bool IsHashing(ISymbol member) =>
        _hashing > 0 && _frame.Owner is { Name: nameof(GetHashCode), IsOverride: true } && (member.Name == nameof(GetHashCode) || member.ContainingType.Name == "HashCode");

    static bool IsClockLike(IOperation at) => at is IPropertyReferenceOperation { Property.IsStatic: true };

    SyntaxNode Syntax(ISymbol symbol) => symbol.DeclaringSyntaxReferences[0].GetSyntax(_budget.Cancellation);
}
