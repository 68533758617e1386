using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClusterDsl.Analyzers.Interpretation;

// Methods with 'yield'. A call runs nothing: it gives a sequence, and each element asked for runs the body to its next 'yield'.
internal sealed partial class Interpreter
{
    /// <summary>The sequence of a method; false where the method has no 'yield'.</summary>
    bool TryIterate(IMethodSymbol method, Frame frame, IOperation body, SyntaxNode at, out object? sequence)
    {
        sequence = null;
        var type = frame.Types.Substitute(method.ReturnType);
        if (!IsSequence(type, out var isEnumerator) || _bodies.YieldingIn(body) is not { } yielding) return false;
        var element = ((INamedTypeSymbol)type).IsGenericType ? HostTypes.Of(((INamedTypeSymbol)type).TypeArguments[0]) ?? throw Unknown(at, NoType(type)) : typeof(object);
        var called = frame.Anew();
        sequence = Sequence.Of(element, this, () => Steps(called.Anew(), body, yielding, at), isEnumerator);
        return true;
    }

    static bool IsSequence(ITypeSymbol type, out bool isEnumerator)
    {
        isEnumerator = type.OriginalDefinition.SpecialType
            is SpecialType.System_Collections_IEnumerator or SpecialType.System_Collections_Generic_IEnumerator_T;
        return isEnumerator || type.OriginalDefinition.SpecialType
            is SpecialType.System_Collections_IEnumerable or SpecialType.System_Collections_Generic_IEnumerable_T;
    }

    IEnumerator<object?> Steps(Frame frame, IOperation body, HashSet<IOperation> yielding, SyntaxNode at)
    {
        var walk = new Walk(this, yielding);
        var turns = new Turns(at);
        var items = walk.All([body], 0).GetEnumerator();
        try
        {
            while (Resume(frame, walk, at, items.MoveNext))
            {
                _budget.Turn(turns);
                yield return items.Current;
            }
        }
        finally
        {
            _budget.Ended(turns);
            Resume(frame, walk, at, () =>
            {
                items.Dispose();
                return true;
            });
        }
    }

    bool Resume(Frame frame, Walk walk, SyntaxNode at, Func<bool> step)
    {
        var saved = Begin(frame, at);
        try
        {
            return step();
        }
        catch (Exception exception) when (walk.Ending.By(exception))
        {
            throw;
        }
        finally
        {
            End(saved);
        }
    }

    /// <summary>Runs statements that hold a 'yield', and can leave off at each; what holds none runs as it always does.</summary>
    sealed class Walk(Interpreter interpreter, HashSet<IOperation> yielding)
    {
        // How the statement that ran last has ended.
        Completion _completion;

        public Ending Ending { get; } = new(interpreter);

        public IEnumerable<object?> All(ImmutableArray<IOperation> statements, int from)
        {
            _completion = Completion.Normal;
            for (var i = from; i < statements.Length && _completion == Completion.Normal; i++)
            {
                var declaration = statements[i] as IUsingDeclarationOperation;
                var items = declaration is null
                    ? Over(statements[i])
                    : Using(declaration.DeclarationGroup, declaration.IsAsynchronous, () => All(statements, i + 1));
                foreach (var item in items) yield return item;
                if (declaration is not null) yield break;
            }
        }

        IEnumerable<object?> Over(IOperation statement)
        {
            if (!yielding.Contains(statement))
            {
                _completion = interpreter.Exec(statement);
                return [];
            }
            interpreter._budget.Burn();
            return statement switch
            {
                IReturnOperation { ReturnedValue: { } value } => One(interpreter.Eval(value)),
                IBlockOperation block => All(block.Operations, 0),
                IMethodBodyOperation { BlockBody: { } block } => All(block.Operations, 0),
                IConditionalOperation branch => If(branch),
                ILoopOperation loop => Loop(loop),
                ISwitchOperation choice => Switch(choice),
                IUsingOperation resource => Using(resource.Resources, resource.IsAsynchronous, () => Over(resource.Body)),
                ITryOperation { Finally: { } last, Body: var body } => Protected(() => Over(body), () => interpreter.ExecFinally(last)),
                _ => throw interpreter.Unsupported(statement, Describe(statement)),
            };
        }

        IEnumerable<object?> One(object? item)
        {
            _completion = Completion.Normal;
            return [item];
        }

        IEnumerable<object?> If(IConditionalOperation branch)
        {
            if (interpreter.Is(branch.Condition)) return Over(branch.WhenTrue);
            _completion = Completion.Normal;
            return branch.WhenFalse is { } otherwise ? Over(otherwise) : [];
        }

        IEnumerable<object?> Loop(ILoopOperation loop)
        {
            foreach (var turns in interpreter.Rounds(loop))
            {
                foreach (var item in Over(loop.Body))
                {
                    turns.Count = 0; // whoever asks for element after element is the one that does not end
                    yield return item;
                }
                if (Leaves(_completion)) yield break;
                if (_completion == Completion.Break) break;
            }
            _completion = Completion.Normal;
        }

        IEnumerable<object?> Switch(ISwitchOperation choice)
        {
            var turns = new Turns(choice.Syntax);
            _completion = Completion.Normal;
            for (var section = interpreter.Choose(choice); section is not null; section = interpreter.Next(choice, _completion, turns))
                foreach (var item in All(section.Body, 0))
                    yield return item;
            _completion = AfterSwitch(_completion);
        }

        IEnumerable<object?> Using(IOperation resources, bool isAsynchronous, Func<IEnumerable<object?>> body)
        {
            var acquired = interpreter.Acquire(resources, isAsynchronous);
            return Protected(body, () => interpreter.Release(acquired, resources.Syntax));
        }

        IEnumerable<object?> Protected(Func<IEnumerable<object?>> body, Action last)
        {
            try
            {
                foreach (var item in body()) yield return item;
            }
            finally
            {
                if (!Ending.IsAbandoned) last();
            }
        }
    }
}
