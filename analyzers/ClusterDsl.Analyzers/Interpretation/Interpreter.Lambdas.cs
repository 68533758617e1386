using ClusterDsl.Language;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClusterDsl.Analyzers.Interpretation;

// Functions as values.
internal sealed partial class Interpreter
{
    object? EvalDelegate(IDelegateCreationOperation operation)
    {
        var closure = operation.Target switch
        {
            IAnonymousFunctionOperation lambda when !lambda.Symbol.IsAsync =>
                new Closure(this, lambda.Symbol, lambda.Body, _frame.Capture(), _frame.Self, lambda.Syntax),
            IMethodReferenceOperation method => OfMethod(method),
            IAnonymousFunctionOperation => throw Unsupported(operation, "An asynchronous function"),
            IInvalidOperation => throw Unknown(),
            _ => null,
        };
        if (closure is null) return Eval(operation.Target);
        var type = Type(operation);
        if (HostTypes.IsSource(type)) return closure;
        return HostTypes.Of(type) is { } host && closure.As(host) is { } real ? real : throw Unsupported(operation, "A function of this shape");
    }

    Closure OfMethod(IMethodReferenceOperation operation)
    {
        var method = _frame.Types.Substitute(operation.Method);
        if (!IsSource(method)) RefuseIfDenied(method, operation);
        var self = operation.Instance is { } instance ? Eval(instance) : null;
        if (self is Instance own && operation.IsVirtual) method = Override(method, own);
        var captured = method.MethodKind == MethodKind.LocalFunction ? _frame.Capture() : null;
        return new Closure(this, method, null, captured, self, operation.Syntax);
    }

    /// <summary>Runs a closure, wherever the call comes from.</summary>
    public object? Run(Closure closure, object?[] arguments)
    {
        var method = closure.Method;
        if (closure.Body is { } body)
        {
            var frame = new Frame(method, closure.Self, closure.Captured, closure.Captured!.Types);
            for (var i = 0; i < arguments.Length; i++) frame.Declare(method.Parameters[i], arguments[i]);
            return Enter(frame, body, closure.At);
        }
        if (!IsSource(method))
            return method.IsStatic || closure.Self is not null
                ? CallHost(method, closure.Self, arguments, closure.At, null)
                : CallHost(method, arguments[0], [.. arguments.Skip(1)], closure.At, null);
        if (closure.Self is not null && method.IsExtensionMethod && method.Parameters.Length == arguments.Length + 1)
            arguments = [closure.Self, .. arguments];
        var saved = _frame;
        if (closure.Captured is { } captured) _frame = captured;
        try
        {
            return CallUser(method, closure.Self, arguments, closure.At);
        }
        finally
        {
            _frame = saved;
        }
    }

    /// <summary>
    /// Runs a closure that returns nothing. If it fails to evaluate, what it was given to declare on is incomplete, and the
    /// caller goes on.
    /// </summary>
    public void Callback(Closure closure, object?[] arguments)
    {
        try
        {
            closure.Invoke(arguments);
        }
        catch (Unknowable)
        {
            foreach (var argument in arguments) (argument as Declaration)?.MarkIncomplete();
        }
    }

    object? InvokeDelegate(object function, object?[] arguments, SyntaxNode at)
    {
        var closure = function as Closure ?? (function as Delegate)?.Target as Closure;
        if (closure is not null) return closure.Invoke(arguments);
        if (function is not Delegate real) throw Unknown();
        return Invoke(real.GetType().GetMethod("Invoke")!, real, arguments, at);
    }

    /// <summary>A result of interpreted code as the framework's code wants it.</summary>
    public T Returned<T>(object? value) => value switch
    {
        T typed => typed,
        null => default!,
        Instance own when AsHost(own, typeof(T)) is T adapted => adapted,
        _ => throw Unknown(),
    };
}
