using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ClusterDsl.Analyzers.Interpretation;

// Values taken apart.
internal sealed partial class Interpreter
{
    // What it takes to find out how a value is taken apart.
    const int TakingApart = 40;

    object? EvalDeconstruction(IDeconstructionAssignmentOperation operation)
    {
        _budget.Burn(TakingApart);
        var assign = Target(operation.Target, DeconstructionOf(operation.Syntax));
        var value = Eval(operation.Value);
        var writes = new List<Action>();
        var result = assign(value, writes);
        foreach (var write in writes) write();
        return result;
    }

    /// <summary>Takes apart what a loop runs over.</summary>
    void Deconstruct(IOperation target, object? value)
    {
        var loop = target.Syntax.FirstAncestorOrSelf<ForEachVariableStatementSyntax>() ?? throw Unknown(target.Syntax, "it takes apart what no loop runs over");
        _budget.Burn(TakingApart);
        var writes = new List<Action>();
        Target(target, DeconstructionOf(loop))(value, writes);
        foreach (var write in writes) write();
    }

    DeconstructionInfo DeconstructionOf(SyntaxNode syntax)
    {
        var model = _bodies.ModelOf(syntax.SyntaxTree);
        return syntax switch
        {
            AssignmentExpressionSyntax assignment => model.GetDeconstructionInfo(assignment),
            ForEachVariableStatementSyntax loop => model.GetDeconstructionInfo(loop),
            _ => throw Unknown(syntax, "it does not say how the value is taken apart"),
        };
    }

    /// <summary>
    /// Locates the targets, left to right. What is returned takes a value apart and converts the parts, adds the writes
    /// that are then due, and gives what was assigned.
    /// </summary>
    Func<object?, List<Action>, object?> Target(IOperation target, DeconstructionInfo info)
    {
        if (target is IDeclarationExpressionOperation declaration) target = declaration.Expression;
        if (target is not ITupleOperation tuple)
        {
            var place = Locate(target);
            return (value, writes) =>
            {
                var type = target is IDiscardOperation ? null : target.Type;
                var converted = type is null ? value : Convert(value, info.Conversion?.MethodSymbol, _frame.Types.Substitute(type), false, target);
                writes.Add(() => place.Value = converted);
                return converted;
            };
        }
        var targets = tuple.Elements.Select((element, i) => Target(element, info.Nested[i])).ToArray();
        return (value, writes) =>
        {
            var parts = Parts(value, targets.Length, info.Method, target);
            var assigned = new object?[targets.Length];
            for (var i = 0; i < assigned.Length; i++) assigned[i] = targets[i](parts[i], writes);
            return tuple.Type is { } type && HostTypes.Of(_frame.Types.Substitute(type)) is { } host ? Tuples.Make(host, assigned) : null;
        };
    }

    /// <summary>What a value deconstructs into; a tuple needs no method for it.</summary>
    IReadOnlyList<object?> Parts(object? value, int count, IMethodSymbol? method, IOperation at)
    {
        if (method is null) return Tuples.IsTuple(value) ? Tuples.Elements(value!) : throw Unknown(at.Syntax, "the value is no tuple and has no Deconstruct");
        if (value is null && !method.IsExtensionMethod) throw Faulty(new NullReferenceException(NullMessage), at.Syntax);
        method = _frame.Types.Substitute(method);
        var cells = new object?[count];
        for (var i = 0; i < count; i++) cells[i] = new Cell(null);
        if (method.IsExtensionMethod) CallStatic(Unreduced(method), [value, .. cells], at.Syntax);
        else if (!IsSource(method)) CallHost(method, value, cells, at.Syntax, null);
        else CallUser(value is Instance own ? Override(method, own) : method, value, cells, at.Syntax);
        return Array.ConvertAll(cells, c => ((Cell)c!).Value);
    }

    object? CallStatic(IMethodSymbol method, object?[] arguments, SyntaxNode at) =>
        IsSource(method) ? CallUser(method, null, arguments, at) : CallHost(method, null, arguments, at, null);

    static IMethodSymbol Unreduced(IMethodSymbol method) =>
        method.ReducedFrom is not { } whole ? method
        : method.IsGenericMethod ? whole.Construct([.. method.TypeArguments])
        : whole;
}
