using System.Collections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ClusterDsl.Analyzers.Interpretation;

// Loops. What a loop does between the turns of its body is an iterator, so that a body with 'yield' in it can leave off.
internal sealed partial class Interpreter
{
    Completion ExecLoop(ILoopOperation loop)
    {
        foreach (var _ in Rounds(loop))
        {
            var completion = Exec(loop.Body);
            if (completion == Completion.Break) break;
            if (Leaves(completion)) return completion;
        }
        return Completion.Normal;
    }

    static bool Leaves(Completion completion) => completion is Completion.Return or Completion.GoToCase;

    /// <summary>One for each turn of the loop; whoever asks for the next has run the body.</summary>
    IEnumerable<Turns> Rounds(ILoopOperation loop)
    {
        var turns = new Turns(loop.Syntax);
        var rounds = loop switch
        {
            IForEachLoopOperation each => ForEach(each),
            IForLoopOperation counted => For(counted),
            IWhileLoopOperation open => While(open),
            _ => throw Unsupported(loop, "This loop"),
        };
        try
        {
            foreach (var _ in rounds)
            {
                _budget.Turn(turns);
                yield return turns;
            }
        }
        finally
        {
            _budget.Ended(turns);
        }
    }

    IEnumerable<bool> For(IForLoopOperation loop)
    {
        for (ExecAll(loop.Before); loop.Condition is null || Is(loop.Condition); ExecAll(loop.AtLoopBottom)) yield return true;
    }

    IEnumerable<bool> While(IWhileLoopOperation loop)
    {
        if (!loop.ConditionIsTop) yield return true;
        while (loop.Condition is null || Is(loop.Condition) != loop.ConditionIsUntil) yield return true;
    }

    IEnumerable<bool> ForEach(IForEachLoopOperation loop)
    {
        if (loop.IsAsynchronous) throw Unsupported(loop, "'await'");
        var items = Enumerate(loop);
        try
        {
            while (Next(items, loop.Collection.Syntax))
            {
                Bind(loop.LoopControlVariable, items.Current);
                yield return true;
            }
        }
        finally
        {
            (items as IDisposable)?.Dispose();
        }
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

    IEnumerator Enumerate(IForEachLoopOperation loop)
    {
        var at = loop.Collection.Syntax;
        var value = Eval(loop.Collection);
        if (value is IEnumerable sequence) return sequence.GetEnumerator();
        if (loop.Syntax is not CommonForEachStatementSyntax statement) throw Unknown();
        var pattern = _bodies.ModelOf(statement.SyntaxTree).GetForEachStatementInfo(statement);
        if (pattern is not { GetEnumeratorMethod: { } start, MoveNextMethod: { } next, CurrentProperty: { } current }) throw Unknown();
        if (value is null && !start.IsExtensionMethod) throw Faulty(new NullReferenceException(NullMessage), at);
        var items = start.IsExtensionMethod ? CallOn(start, null, [value], at) : CallOn(start, value, [], at);
        return items as IEnumerator ?? Items(items ?? throw Faulty(new NullReferenceException(NullMessage), at), next, current, at);
    }

    /// <summary>An own enumerator, by the methods that the compiler found for it.</summary>
    IEnumerator<object?> Items(object items, IMethodSymbol next, IPropertySymbol current, SyntaxNode at)
    {
        try
        {
            while (CallOn(next, items, [], at) is true) yield return CallOn(current.GetMethod!, items, [], at);
        }
        finally
        {
            Dispose(items, at);
        }
    }
}
