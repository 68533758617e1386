using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClusterDsl.Analyzers.Interpretation;

// Exceptions of the definition are real ones, so that they travel through the framework as they would at run time: 'when' is
// asked while everything below still stands, and 'finally' runs on the way out.
internal sealed partial class Interpreter
{
    Exception Thrown(IThrowOperation operation)
    {
        if (operation.Exception is null)
            return HandledException() ?? (Exception)Unknown(operation.Syntax, "no exception is being handled");
        var exception = Eval(operation.Exception) switch
        {
            Exception real => real,
            Instance { Base: Exception } own => Carrying(own),
            null => new NullReferenceException(NullMessage),
            _ => Unknown(operation.Syntax, "what is thrown is no exception"),
        };
        return Faulty(exception, operation.Syntax);
    }

    InterpretedException Carrying(Instance own) =>
        own.Carrier ??= new InterpretedException(own, ReadBase(own, nameof(Exception.Message)) as string ?? "");

    /// <summary>What an own exception has for a property of the framework's, overridden or not.</summary>
    object? ReadBase(Instance own, string name)
    {
        for (var type = own.Type; type is not null; type = type.BaseType)
            foreach (var member in type.GetMembers(name))
                if (member is IPropertySymbol { GetMethod: { } getter }) return CallOn(getter, own, [], Syntax(own.Type));
        return null;
    }

    /// <summary>The text that the framework makes of the class when a constructor is given none.</summary>
    static object? Named(Instance own, object? text) =>
        own.Base is Exception inner && text is string message && message == $"Exception of type '{inner.GetType()}' was thrown."
            ? message.Replace(inner.GetType().ToString(), own.Type.ToDisplayString())
            : text;

    Exception? HandledException()
    {
        for (var frame = _frame; frame is not null; frame = frame.Parent)
            if (frame.Handling is { Count: > 0 } handling) return handling.Peek();
        return null;
    }

    /// <summary>Whether an exception ends the evaluation of what it passes, so that nothing of the definition runs on its way.</summary>
    bool IsAbandoning(Exception exception) => exception is Signal or InsufficientExecutionStackException || IsCancellation(exception);

    /// <summary>How a protected block ended, noted before any 'finally' runs.</summary>
    sealed class Ending(Interpreter interpreter)
    {
        public bool IsAbandoned { get; private set; }

        /// <summary>A filter that catches nothing.</summary>
        public bool By(Exception exception)
        {
            IsAbandoned = interpreter.IsAbandoning(exception);
            return false;
        }
    }

    Completion ExecTry(ITryOperation operation)
    {
        if (operation.Finally is null) return ExecCatching(operation);
        var ending = new Ending(this);
        try
        {
            return ExecCatching(operation);
        }
        catch (Exception exception) when (ending.By(exception))
        {
            throw;
        }
        finally
        {
            if (!ending.IsAbandoned) ExecFinally(operation.Finally);
        }
    }

    /// <summary>What runs on the way out leaves alone what is on its way.</summary>
    void ExecFinally(IBlockOperation block)
    {
        var result = _frame.Result;
        var target = _target;
        Exec(block);
        _frame.Result = result;
        _target = target;
    }

    Completion ExecCatching(ITryOperation operation)
    {
        if (operation.Catches.IsEmpty) return Exec(operation.Body);
        var frame = _frame;
        var choice = new Choice();
        try
        {
            return Exec(operation.Body);
        }
        catch (Exception exception) when (!IsAbandoning(exception) && IsCaught(operation, exception, frame, choice))
        {
            if (choice.Abandoned is { } abandoned) throw abandoned;
            (frame.Handling ??= new()).Push(exception);
            _hasCaught = true;
            try
            {
                return Exec(choice.Clause!.Handler);
            }
            finally
            {
                frame.Handling.Pop();
            }
        }
    }

    /// <summary>Which clause catches an exception; or that finding out ended the evaluation.</summary>
    sealed class Choice
    {
        public ICatchClauseOperation? Clause { get; set; }

        public Signal? Abandoned { get; set; }
    }

    bool IsCaught(ITryOperation operation, Exception exception, Frame frame, Choice choice)
    {
        var saved = (_frame, _depth);
        _frame = frame;
        try
        {
            return (choice.Clause = operation.Catches.FirstOrDefault(handler => Handles(handler, exception))) is not null;
        }
        catch (Signal signal)
        {
            choice.Abandoned = signal;
            return true;
        }
        finally
        {
            (_frame, _depth) = saved;
        }
    }

    bool Handles(ICatchClauseOperation handler, Exception exception)
    {
        object value = exception is InterpretedException own ? own.Instance : exception;
        if (handler.ExceptionType is { SpecialType: not SpecialType.System_Object } type && !IsInstance(value, type)) return false;
        if (handler.ExceptionDeclarationOrExpression is IVariableDeclaratorOperation variable) _frame.Declare(variable.Symbol, value);
        if (handler.Filter is null) return true;
        try
        {
            return Is(handler.Filter);
        }
        catch (Exception thrown) when (!IsAbandoning(thrown))
        {
            return false; // a filter that throws does not hold
        }
    }
}
