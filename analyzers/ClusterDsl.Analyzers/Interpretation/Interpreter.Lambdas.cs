using ClusterDsl.Language;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClusterDsl.Analyzers.Interpretation;

// Functions as values.
internal sealed partial class Interpreter
{
    object? EvalDelegate(IDelegateCreationOperation operation)
    {
        _budget.Burn(25);
        _budget.Allocate(Closure.Bytes, operation.Syntax);
        var closure = operation.Target switch
        {
            IAnonymousFunctionOperation lambda when !lambda.Symbol.IsAsync =>
                new Closure(this, lambda.Symbol, lambda.Body, _frame.Capture(), _frame.Receiver, lambda.Syntax),
            IMethodReferenceOperation method => OfMethod(method),
            IAnonymousFunctionOperation => throw Unsupported(operation, "An asynchronous function"),
            IInvalidOperation => throw Invalid(),
            _ => null,
        };
        if (closure is null) return Eval(operation.Target);
        var type = Type(operation);
        if (HostTypes.IsSource(type)) return closure;
        return HostTypes.Of(type) is { } host && closure.As(host) is { } real ? real : throw Unsupported(operation, "A function of this shape");
    }

    readonly Dictionary<Closure, Closure> _named = [];

    Closure OfMethod(IMethodReferenceOperation operation)
    {
        var method = _frame.Types.Substitute(operation.Method);
        if (!IsSource(method)) RefuseIfDenied(method, operation);
        var self = operation.Instance is { } instance ? Eval(instance) : null;
        if (self is Instance own)
        {
            if (operation.IsVirtual) method = Override(method, own);
            // The function keeps a copy of a struct, as an object.
            if (own.Type.IsValueType) self = new Box(operation.Instance!.Type is { IsReferenceType: true } ? own : own.Clone());
        }
        var captured = method.MethodKind == MethodKind.LocalFunction ? _frame.Capture() : null;
        var closure = new Closure(this, method, null, captured, self, operation.Syntax)
        {
            Variables = captured is null ? [] : [.. VariablesAround(method).Select(captured.Find)],
        };
        // Functions made of one method are equal, which the framework finds out by their being one object.
        return _named.TryGetValue(closure, out var same) ? same : _named[closure] = closure;
    }

    readonly Dictionary<ISymbol, IReadOnlyList<ISymbol>> _around = new(SymbolEqualityComparer.Default);

    /// <summary>The variables that a local function names, its own among them, which nothing outside has.</summary>
    IReadOnlyList<ISymbol> VariablesAround(IMethodSymbol function)
    {
        var definition = function.OriginalDefinition;
        if (_around.TryGetValue(definition, out var known)) return known;
        var named = _bodies.Of(definition)?.Descendants().Select(o => o switch
        {
            ILocalReferenceOperation local => (ISymbol)local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => null,
        });
        return _around[definition] = [.. named?.OfType<ISymbol>().Distinct(SymbolEqualityComparer.Default) ?? []];
    }

    /// <summary>Runs a closure, wherever the call comes from.</summary>
    public object? Run(Closure closure, object?[] arguments)
    {
        var method = closure.Method;
        if (closure.Body is { } body)
        {
            var frame = new Frame(method, closure.Self, closure.Captured, closure.Captured!.Types);
            for (var i = 0; i < arguments.Length; i++)
                frame.Take(method.Parameters[i], Landed(arguments[i], closure.Captured.Types.Substitute(method.Parameters[i].Type)));
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
        if (function is Closure own) return own.Invoke(arguments);
        if (function is not Delegate combined) throw Unknown(at, "what is called is no function");
        object? result = null;
        foreach (var one in combined.GetInvocationList())
            result = one.Target is Closure closure ? closure.Invoke(arguments) : Invoke(one.GetType().GetMethod("Invoke")!, one, arguments, at);
        return result;
    }

    /// <summary>A result of interpreted code as the framework's code wants it.</summary>
    public T Returned<T>(object? value) => value switch
    {
        T typed => typed,
        null => default!,
        Instance own when AsHost(own, typeof(T)) is T adapted => adapted,
        _ => throw Unknown($"{TypeNames.OfValue(value)} is needed as {typeof(T).Name.Split('`')[0]}, which only a type of the framework can be here"),
    };
}
