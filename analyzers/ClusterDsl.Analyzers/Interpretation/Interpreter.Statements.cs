using System.Collections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace ClusterDsl.Analyzers.Interpretation;

// Statements: each says how it ended.
internal sealed partial class Interpreter
{
    Completion Exec(IOperation operation)
    {
        _budget.Burn();
        switch (operation.Kind)
        {
            case OperationKind.Block: return ExecAll(((IBlockOperation)operation).Operations);
            case OperationKind.ExpressionStatement: return ExecExpression(((IExpressionStatementOperation)operation).Operation);
            case OperationKind.VariableDeclarationGroup: return ExecDeclarations((IVariableDeclarationGroupOperation)operation);
            case OperationKind.Return: return ExecReturn((IReturnOperation)operation);
            case OperationKind.Conditional: return ExecIf((IConditionalOperation)operation);
            case OperationKind.Loop: return ExecLoop((ILoopOperation)operation);
            case OperationKind.Switch: return ExecSwitch((ISwitchOperation)operation);
            case OperationKind.Try: return ExecTry((ITryOperation)operation);
            case OperationKind.Throw: throw Thrown((IThrowOperation)operation);
            case OperationKind.Branch: return ExecBranch((IBranchOperation)operation);
            case OperationKind.LocalFunction or OperationKind.Empty: return Completion.Normal;
            case OperationKind.Invalid: throw Unknown();
            case OperationKind.MethodBody:
                var method = (IMethodBodyOperation)operation;
                return (method.BlockBody ?? method.ExpressionBody) is { } body ? Exec(body) : Completion.Normal;
            case OperationKind.Labeled or OperationKind.Lock or OperationKind.Using or OperationKind.UsingDeclaration
                or OperationKind.YieldReturn or OperationKind.YieldBreak or OperationKind.RaiseEvent or OperationKind.None:
                throw Unsupported(operation, Describe(operation));
            default: return ExecExpression(operation);
        }
    }

    Completion ExecAll(System.Collections.Immutable.ImmutableArray<IOperation> statements)
    {
        foreach (var statement in statements)
        {
            var completion = Exec(statement);
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
        if (cell is null || cell.Value is Language.Declaration) return cell is not null;
        cell.Value = Interpretation.Unknown.Value;
        return true;
    }

    Completion ExecDeclarations(IVariableDeclarationGroupOperation group)
    {
        foreach (var declaration in group.Declarations)
            foreach (var declarator in declaration.Declarators)
            {
                if (declarator.Symbol.IsRef) throw Unsupported(declarator, "A reference to a variable");
                var cell = _frame.Declare(declarator.Symbol, null);
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
        if (operation.Kind != OperationKind.Return) throw Unsupported(operation, Describe(operation));
        _frame.Result = operation.ReturnedValue is { } value ? Eval(value) : null;
        return Completion.Return;
    }

    Completion ExecIf(IConditionalOperation operation)
    {
        if (Is(operation.Condition)) return Exec(operation.WhenTrue);
        return operation.WhenFalse is { } otherwise ? Exec(otherwise) : Completion.Normal;
    }

    bool Is(IOperation condition) => Eval(condition) is bool value ? value : throw Unknown();

    Completion ExecBranch(IBranchOperation operation) => operation.BranchKind switch
    {
        BranchKind.Break => Completion.Break,
        BranchKind.Continue => Completion.Continue,
        _ => throw Unsupported(operation, "'goto'"),
    };

    Completion ExecLoop(ILoopOperation loop)
    {
        var turns = new Turns(loop.Syntax);
        try
        {
            return loop switch
            {
                IForEachLoopOperation each => ForEach(each, turns),
                IForLoopOperation counted => For(counted, turns),
                IWhileLoopOperation open => While(open, turns),
                _ => throw Unsupported(loop, "This loop"),
            };
        }
        finally
        {
            _budget.Ended(turns);
        }
    }

    Completion For(IForLoopOperation loop, Turns turns)
    {
        ExecAll(loop.Before);
        while (loop.Condition is null || Is(loop.Condition))
        {
            _budget.Turn(turns);
            var completion = Exec(loop.Body);
            if (completion == Completion.Break) break;
            if (completion == Completion.Return) return completion;
            ExecAll(loop.AtLoopBottom);
        }
        return Completion.Normal;
    }

    Completion While(IWhileLoopOperation loop, Turns turns)
    {
        while (!loop.ConditionIsTop || loop.Condition is null || Is(loop.Condition) != loop.ConditionIsUntil)
        {
            _budget.Turn(turns);
            var completion = Exec(loop.Body);
            if (completion == Completion.Break) break;
            if (completion == Completion.Return) return completion;
            if (!loop.ConditionIsTop && loop.Condition is { } condition && Is(condition) == loop.ConditionIsUntil) break;
        }
        return Completion.Normal;
    }

    Completion ForEach(IForEachLoopOperation loop, Turns turns)
    {
        if (loop.IsAsynchronous) throw Unsupported(loop, "'await'");
        if (loop.Syntax.IsKind(SyntaxKind.None)) throw Unknown();
        var value = Eval(loop.Collection) ?? throw Faulty(new NullReferenceException(), loop.Collection.Syntax);
        if (value is not IEnumerable sequence) throw Unsupported(loop.Collection, "Enumerating an own type");
        var items = sequence.GetEnumerator();
        try
        {
            while (Next(items, loop.Collection.Syntax))
            {
                _budget.Turn(turns);
                Bind(loop.LoopControlVariable, items.Current);
                var completion = Exec(loop.Body);
                if (completion == Completion.Break) break;
                if (completion == Completion.Return) return completion;
            }
        }
        finally
        {
            (items as IDisposable)?.Dispose();
        }
        return Completion.Normal;
    }

    bool Next(IEnumerator items, SyntaxNode at)
    {
        try
        {
            return items.MoveNext();
        }
        catch (Exception exception) when (exception is not Signal)
        {
            Faulty(exception, at);
            throw;
        }
    }

    void Bind(IOperation variable, object? item)
    {
        if (variable is IVariableDeclaratorOperation declarator)
            _frame.Declare(declarator.Symbol, Convert(item, _frame.Types.Substitute(declarator.Symbol.Type), false, declarator));
        else
            Deconstruct(variable, item);
    }

    Completion ExecSwitch(ISwitchOperation operation)
    {
        var value = Eval(operation.Value);
        var chosen = operation.Cases.FirstOrDefault(c => c.Clauses.Any(clause => Chooses(clause, value)))
            ?? operation.Cases.FirstOrDefault(c => c.Clauses.Any(clause => clause is IDefaultCaseClauseOperation));
        if (chosen is null) return Completion.Normal;
        var completion = ExecAll(chosen.Body);
        return completion == Completion.Break ? Completion.Normal : completion;
    }

    bool Chooses(ICaseClauseOperation clause, object? value) => clause switch
    {
        ISingleValueCaseClauseOperation single => Equals(Eval(single.Value), value),
        IPatternCaseClauseOperation pattern => Matches(pattern.Pattern, value) && (pattern.Guard is null || Is(pattern.Guard)),
        _ => false,
    };
}
