using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClusterDsl.Analyzers.Interpretation;

// Exceptions of the definition are real ones, so that they travel through the framework as they would at run time.
internal sealed partial class Interpreter
{
    Exception Thrown(IThrowOperation operation)
    {
        if (operation.Exception is null)
            return HandledException() ?? (Exception)Unknown();
        var exception = Eval(operation.Exception) switch
        {
            Exception real => real,
            Instance { Base: Exception } own => new InterpretedException(own),
            null => new NullReferenceException(),
            _ => Unknown(),
        };
        return Faulty(exception, operation.Syntax);
    }

    Exception? HandledException()
    {
        for (var frame = _frame; frame is not null; frame = frame.Parent)
            if (frame.Handling is { Count: > 0 } handling) return handling.Peek();
        return null;
    }

    Completion ExecTry(ITryOperation operation)
    {
        var completion = Completion.Normal;
        try
        {
            completion = ExecCatching(operation);
        }
        catch (Exception exception) when (operation.Finally is not null && exception is not Signal && !IsCancellation(exception))
        {
            var left = Exec(operation.Finally);
            if (left != Completion.Normal) return left;
            throw;
        }
        if (operation.Finally is null) return completion;
        var result = _frame.Result;
        Exec(operation.Finally);
        _frame.Result = result;
        return completion;
    }

    Completion ExecCatching(ITryOperation operation)
    {
        var frame = _frame;
        var depth = _depth;
        var receivers = _receivers.Count;
        try
        {
            return Exec(operation.Body);
        }
        catch (Exception exception) when (exception is not (Signal or InsufficientExecutionStackException) && !IsCancellation(exception))
        {
            _frame = frame;
            _depth = depth;
            while (_receivers.Count > receivers) _receivers.Pop();
            foreach (var handler in operation.Catches)
                if (Handles(handler, exception))
                {
                    (frame.Handling ??= new()).Push(exception);
                    try
                    {
                        return Exec(handler.Handler);
                    }
                    finally
                    {
                        frame.Handling.Pop();
                    }
                }
            throw;
        }
    }

    bool Handles(ICatchClauseOperation handler, Exception exception)
    {
        object value = exception is InterpretedException own ? own.Instance : exception;
        if (handler.ExceptionType is { SpecialType: not SpecialType.System_Object } type && !IsInstance(value, type)) return false;
        if (handler.ExceptionDeclarationOrExpression is IVariableDeclaratorOperation variable) _frame.Declare(variable.Symbol, value);
        return handler.Filter is null || Is(handler.Filter);
    }
}
