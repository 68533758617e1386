using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace ClusterDsl.Analyzers.Interpretation;

// Statements: each says how it ended.
internal sealed partial class Interpreter
{
    ILabelSymbol? _target;

    Completion Exec(IOperation operation)
    {
        _budget.Burn();
        switch (operation.Kind)
        {
            case OperationKind.Block: return ExecAll(((IBlockOperation)operation).Operations);
            case OperationKind.ExpressionStatement: return ExecExpression(((IExpressionStatementOperation)operation).Operation);
            case OperationKind.VariableDeclarationGroup: return ExecDeclarations((IVariableDeclarationGroupOperation)operation);
            case OperationKind.Return: return ExecReturn((IReturnOperation)operation);
            case OperationKind.YieldBreak: return Completion.Return;
            case OperationKind.Conditional: return ExecIf((IConditionalOperation)operation);
            case OperationKind.Loop: return ExecLoop((ILoopOperation)operation);
            case OperationKind.Switch: return ExecSwitch((ISwitchOperation)operation);
            case OperationKind.Try: return ExecTry((ITryOperation)operation);
            case OperationKind.Using: return ExecUsing((IUsingOperation)operation);
            case OperationKind.Throw: throw Thrown((IThrowOperation)operation);
            case OperationKind.Branch: return ExecBranch((IBranchOperation)operation);
            case OperationKind.LocalFunction or OperationKind.Empty: return Completion.Normal;
            case OperationKind.Invalid: throw Invalid();
            case OperationKind.MethodBody:
                var method = (IMethodBodyOperation)operation;
                return (method.BlockBody ?? method.ExpressionBody) is { } body ? Exec(body) : Completion.Normal;
            case OperationKind.ConstructorBody:
                var constructor = (IConstructorBodyOperation)operation;
                return (constructor.BlockBody ?? constructor.ExpressionBody) is { } code ? Exec(code) : Completion.Normal;
            case OperationKind.Labeled:
                return ((ILabeledOperation)operation).Operation is { } labeled ? Exec(labeled) : Completion.Normal;
            case OperationKind.Lock or OperationKind.RaiseEvent or OperationKind.None:
                throw Unsupported(operation, Describe(operation));
            default: return ExecExpression(operation);
        }
    }

    Completion ExecAll(ImmutableArray<IOperation> statements, int from = 0)
    {
        for (var i = from; i < statements.Length; i++)
        {
            if (statements[i] is IUsingDeclarationOperation declaration) return ExecUsing(declaration, statements, i + 1);
            var completion = Exec(statements[i]);
            if (completion != Completion.Normal) return completion;
        }
        return Completion.Normal;
    }

    /// <summary>A fault in one statement leaves the others to be evaluated, as far as they do not depend on it.</summary>
    Completion ExecExpression(IOperation expression)
    {
        try
        {
            Eval(expression);
        }
        catch (Unknowable) when (expression is IInvocationOperation or IInvalidOperation)
        {
            Forget((expression as IInvocationOperation)?.Instance);
        }
        catch (Unknowable) when (expression is IAssignmentOperation assignment)
        {
            if (!Forget(assignment.Target)) throw;
        }
        return Completion.Normal;
    }

    /// <summary>Marks the variable behind an expression as unknown; false when there is none.</summary>
    bool Forget(IOperation? expression)
    {
        while (expression is IMemberReferenceOperation { Instance: { } instance }) expression = instance;
        var cell = expression switch
        {
            ILocalReferenceOperation local => _frame.Find(local.Local),
            IParameterReferenceOperation parameter => _frame.Find(parameter.Parameter),
            _ => null,
        };
        if (cell is not Cell || cell.Value is Language.Declaration) return cell is not null;
        cell.Value = Interpretation.Unknown.Value;
        return true;
    }

    Completion ExecDeclarations(IVariableDeclarationGroupOperation group)
    {
        foreach (var declaration in group.Declarations)
            foreach (var declarator in declaration.Declarators)
            {
                if (declarator.Symbol.IsRef && (declarator.Initializer ?? declaration.Initializer) is { } referred)
                {
                    _frame.Bind(declarator.Symbol, Locate(referred.Value));
                    continue;
                }
                // Nobody reads it before it is written, but in code that does not compile.
                var type = _frame.Types.Substitute(declarator.Symbol.Type);
                var cell = _frame.Declare(declarator.Symbol, type is { IsValueType: true, TypeKind: TypeKind.Struct, SpecialType: SpecialType.None } ? Landed(null, type) : Interpretation.Unknown.Value);
                if ((declarator.Initializer ?? declaration.Initializer)?.Value is not { } value) continue;
                cell.Value = Interpretation.Unknown.Value;
                try
                {
                    cell.Value = Eval(value);
                }
                catch (Unknowable)
                {
                    continue; // the variable stays unknown; whatever does not read it goes on
                }
            }
        return Completion.Normal;
    }

    Completion ExecReturn(IReturnOperation operation)
    {
        _frame.Result = operation.ReturnedValue is not { } value ? null
            : _frame.Owner is { RefKind: not RefKind.None } ? Locate(value)
            : Eval(value);
        return Completion.Return;
    }

    Completion ExecIf(IConditionalOperation operation)
    {
        if (Is(operation.Condition)) return Exec(operation.WhenTrue);
        return operation.WhenFalse is { } otherwise ? Exec(otherwise) : Completion.Normal;
    }

    bool Is(IOperation condition) => Eval(condition) is bool value ? value : throw Unknown(condition.Syntax, "the condition is neither true nor false");

    Completion ExecBranch(IBranchOperation operation)
    {
        switch (operation.BranchKind)
        {
            case BranchKind.Break: return Completion.Break;
            case BranchKind.Continue: return Completion.Continue;
            case BranchKind.GoTo when operation.Syntax.IsKind(SyntaxKind.GotoCaseStatement) || operation.Syntax.IsKind(SyntaxKind.GotoDefaultStatement):
                _target = operation.Target;
                return Completion.GoToCase;
            default: throw Unsupported(operation, Describe(operation));
        }
    }

    Completion ExecSwitch(ISwitchOperation operation)
    {
        var turns = new Turns(operation.Syntax);
        var completion = Completion.Normal;
        for (var section = Choose(operation); section is not null; section = Next(operation, completion, turns))
            completion = ExecAll(section.Body);
        return AfterSwitch(completion);
    }

    ISwitchCaseOperation? Choose(ISwitchOperation operation)
    {
        var value = Eval(operation.Value);
        return operation.Cases.FirstOrDefault(c => c.Clauses.Any(clause => Chooses(clause, value)))
            ?? operation.Cases.FirstOrDefault(c => c.Clauses.Any(clause => clause is IDefaultCaseClauseOperation));
    }

    /// <summary>The section that 'goto case' goes on with; null when the section ended in any other way.</summary>
    ISwitchCaseOperation? Next(ISwitchOperation operation, Completion completion, Turns turns)
    {
        if (completion != Completion.GoToCase) return null;
        _budget.Turn(turns);
        return operation.Cases.FirstOrDefault(c => c.Clauses.Any(clause => SymbolEqualityComparer.Default.Equals(clause.Label, _target)));
    }

    static Completion AfterSwitch(Completion completion) => completion == Completion.Break ? Completion.Normal : completion;

    bool Chooses(ICaseClauseOperation clause, object? value) => clause switch
    {
        ISingleValueCaseClauseOperation single => Equals(Eval(single.Value), value),
        IPatternCaseClauseOperation pattern => Matches(pattern.Pattern, value) && (pattern.Guard is null || Is(pattern.Guard)),
        _ => false,
    };
}
