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
                Bind(loop, items.Current);
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

    void Bind(IForEachLoopOperation loop, object? item)
    {
        if (loop.LoopControlVariable is not IVariableDeclaratorOperation { Symbol: var variable }) Deconstruct(loop.LoopControlVariable, item);
        else if (item is Place place) _frame.Bind(variable, place);
        else _frame.Declare(variable, Element(loop, item, _frame.Types.Substitute(variable.Type)));
    }

    object? Element(IForEachLoopOperation loop, object? item, ITypeSymbol type)
    {
        item ??= Landed(item, type);
        // Only a variable whose type is written can be of another type than the elements.
        var own = loop.Syntax is ForEachStatementSyntax { Type.IsVar: false } ? InfoOf(loop).ElementConversion.MethodSymbol : null;
        return Convert(item, own, type, false, loop.LoopControlVariable);
    }

    ForEachStatementInfo InfoOf(IForEachLoopOperation loop) => loop.Syntax is CommonForEachStatementSyntax statement
        ? _bodies.ModelOf(statement.SyntaxTree).GetForEachStatementInfo(statement)
        : throw Unknown(loop.Syntax, "it is no loop over a sequence");

    IEnumerator Enumerate(IForEachLoopOperation loop)
    {
        var at = loop.Collection.Syntax;
        var value = Eval(loop.Collection);
        if (value is Array array && loop.LoopControlVariable is IVariableDeclaratorOperation { Symbol.IsRef: true }) return Places(array);
        if (value is IEnumerable sequence) return sequence.GetEnumerator();
        if (InfoOf(loop) is not { GetEnumeratorMethod: { } start, MoveNextMethod: { } next, CurrentProperty: { } current }) throw Unknown(at, "it does not say how it is enumerated");
        if (value is null && !start.IsExtensionMethod) throw Faulty(new NullReferenceException(NullMessage), at);
        var items = start.IsExtensionMethod ? CallOn(start, null, [value], at) : CallOn(start, value, [], at);
        return items as IEnumerator ?? Items(items ?? throw Faulty(new NullReferenceException(NullMessage), at), next, current, at);
    }

    static IEnumerator<object?> Places(Array array)
    {
        for (var i = 0; i < array.Length; i++)
        {
            var at = i;
            yield return new Part(() => array.GetValue(at), v => array.SetValue(v, at));
        }
    }

    /// <summary>An own enumerator, by the methods that the compiler found for it.</summary>
    IEnumerator<object?> Items(object items, IMethodSymbol next, IPropertySymbol current, SyntaxNode at)
    {
        if (items is Instance { Type.IsValueType: true }) items = new Cell(items);
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
