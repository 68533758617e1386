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
        if (on is not null && field.ContainingType.IsTupleType) return Tuples.Elements(on)[Tuples.Ordinal(field)];
        RefuseIfDenied(field, at);
        return HostField(field, at).GetValue(on);
    }

    void SetField(IFieldSymbol field, object on, object? value, IOperation at)
    {
        if (on is Instance own) own.Members[KeyOf(field)] = value;
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
        return instance.Members.TryGetValue(KeyOf(member), out var value) ? value : null;
    }

    object? EvalProperty(IPropertyReferenceOperation operation)
    {
        var property = operation.Property;
        if (!IsSource(property)) RefuseIfDenied(property, operation);
        if (operation.Instance is null) return GetProperty(property, null, [], operation);
        var on = Eval(operation.Instance);
        if (IsNullable(property.ContainingType)) return OfNullable(property.Name, on, operation);
        if (on is null) throw Faulty(new NullReferenceException(NullMessage), operation.Syntax);
        return GetProperty(property, on, operation.Arguments.IsEmpty ? [] : Arguments(operation.Arguments), operation);
    }

    object? OfNullable(string member, object? value, IOperation at) => member switch
    {
        "HasValue" => value is not null,
        "Value" => value ?? throw Faulty(new InvalidOperationException("Nullable object must have a value."), at.Syntax),
        _ => throw Unsupported(at, $"'{member}'"),
    };

    object? GetProperty(IPropertySymbol property, object? on, object?[] arguments, IOperation at)
    {
        if (_members.GetterOf(property) is not { } getter) throw Unknown();
        if (on is Instance own && (IsSource(property) || own.Base is null))
            return arguments.Length == 0 && !IsInterfaceMember(property)
                ? ReadMember(own, property, IsBaseAccess(at))
                : CallUser(IsBaseAccess(at) ? getter : Override(getter, own), own, arguments, at.Syntax);
        if (on is Instance other && !IsBaseAccess(at)) return CallOn(getter, other, arguments, at.Syntax);
        if (!IsSource(property)) return CallHost(getter, on, arguments, at.Syntax, null);
        if (on is null && _bodies.Of(getter) is null) return Read(StaticCell(property, at));
        return CallUser(getter, on, arguments, at.Syntax);
    }

    /// <summary>base.Member is the member of the base, whatever overrides it.</summary>
    static bool IsBaseAccess(IOperation at) => at is IMemberReferenceOperation { Instance.Syntax: BaseExpressionSyntax };

    static bool IsInterfaceMember(ISymbol member) => member.ContainingType.TypeKind == TypeKind.Interface;

    void SetProperty(IPropertySymbol property, object on, object?[] arguments, object? value, IOperation at)
    {
        var setter = SetterOf(property);
        if (on is Instance own)
        {
            if (setter is null || _bodies.Of(setter) is null) own.Members[KeyOf(property)] = value;
            else CallUser(IsBaseAccess(at) ? setter : Override(setter, own), own, [.. arguments, value], at.Syntax);
            return;
        }
        if (setter is null) throw Unknown();
        CallHost(setter, on, [.. arguments, value], at.Syntax, AssignmentSpan(at));
    }

    static IMethodSymbol? SetterOf(IPropertySymbol property)
    {
        for (var p = property; p is not null; p = p.OverriddenProperty)
            if (p.SetMethod is { } setter) return setter;
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
        if (!_refusals.TryGetValue(member, out var reason)) _refusals.Add(member, reason = AllowList.Refusal(member));
        if (reason is null) return;
        var name = member is IMethodSymbol { MethodKind: MethodKind.Constructor }
            ? $"new {member.ContainingType.Name}"
            : $"{member.ContainingType.Name}.{member.Name}";
        // For a call on something, the something is not at fault.
        var at2 = at is IInvocationOperation { Instance: not null } or IPropertyReferenceOperation { Instance: not null } && !IsClockLike(at)
            ? Spans.NameOf(at.Syntax)
            : at.Syntax;
        throw Refuse(NotEvaluable.Rule, at2, $"{name} {reason} and cannot be part of a definition");
    }

    static bool IsClockLike(IOperation at) => at is IPropertyReferenceOperation { Property.IsStatic: true };

    SyntaxNode Syntax(ISymbol symbol) => symbol.DeclaringSyntaxReferences[0].GetSyntax(_budget.Cancellation);
}
