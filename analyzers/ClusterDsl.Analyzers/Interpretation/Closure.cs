using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace ClusterDsl.Analyzers.Interpretation;

/// <summary>A lambda or a method as a value. Also the target of the real delegates made of it for the framework and the library.</summary>
internal sealed class Closure(
    Interpreter interpreter, IMethodSymbol method, IOperation? body, Frame? captured, object? self, SyntaxNode at)
{
    /// <summary>What a closure with its variables and the delegate made of it take.</summary>
    public const int Bytes = 500;

    static readonly ConcurrentDictionary<Type, MethodInfo?> Adapters = new();
    static readonly Dictionary<int, MethodInfo> Actions = ByArity("Act");
    static readonly Dictionary<int, MethodInfo> Functions = ByArity("Get");

    // Shared by the copies that are made when functions are combined.
    readonly object _identity = new();

    public IMethodSymbol Method { get; } = method;

    /// <summary>The body of a lambda; null for a method by name.</summary>
    public IOperation? Body { get; } = body;

    public Frame? Captured { get; } = captured;

    public object? Self { get; } = self;

    public SyntaxNode At { get; } = at;

    /// <summary>The variables around a local function that it uses.</summary>
    public IReadOnlyList<Place?> Variables { get; init; } = [];

    /// <summary>The functions that are called before this one.</summary>
    public Closure? Before { get; private set; }

    public object? Invoke(params object?[] arguments)
    {
        if (Before is null) return interpreter.Run(this, arguments);
        object? result = null;
        foreach (var one in All()) result = interpreter.Run(one, arguments);
        return result;
    }

    /// <summary>How many functions a call of this one calls.</summary>
    public int Count
    {
        get
        {
            var count = 0;
            for (var function = this; function is not null; function = function.Before) count++;
            return count;
        }
    }

    /// <summary>The functions that a call reaches, in their order.</summary>
    List<Closure> All()
    {
        var all = new List<Closure>();
        for (var one = this; one is not null; one = one.Before) all.Add(one);
        interpreter.Spend(all.Count);
        all.Reverse();
        return all;
    }

    static Closure? Of(IEnumerable<Closure> functions, Closure? before = null)
    {
        foreach (var function in functions)
        {
            var copy = (Closure)function.MemberwiseClone();
            copy.Before = before;
            before = copy;
        }
        return before;
    }

    public static Closure? Combine(Closure? first, Closure? then) =>
        first is null || then is null ? first ?? then : Of(then.All(), first);

    /// <summary>Without the last occurrence of some functions in a row.</summary>
    public static Closure? Remove(Closure? from, Closure? functions)
    {
        if (from is null || functions is null) return from;
        var all = from.All();
        var removed = functions.All();
        for (var at = all.Count - removed.Count; at >= 0; at--)
        {
            from.Interpreter.Spend(1);
            var i = 0;
            while (i < removed.Count && all[at + i].IsSame(removed[i])) i++;
            if (i < removed.Count) continue;
            all.RemoveRange(at, removed.Count);
            return Of(all);
        }
        return from;
    }

    Interpreter Interpreter => interpreter;

    /// <summary>A method by name is the same function however often it is named, on the same object and over the same variables.</summary>
    bool IsSame(Closure that) => ReferenceEquals(_identity, that._identity)
        || Body is null && that.Body is null && ReferenceEquals(Self, that.Self) && SymbolEqualityComparer.Default.Equals(Method, that.Method)
            && Variables.SequenceEqual(that.Variables);

    public override bool Equals(object? other)
    {
        if (other is not Closure that) return false;
        if (Before is null && that.Before is null) return IsSame(that);
        var (mine, others) = (All(), that.All());
        return mine.Count == others.Count && mine.Zip(others, (a, b) => a.IsSame(b)).All(same => same);
    }

    public override int GetHashCode() =>
        Variables.Aggregate(SymbolEqualityComparer.Default.GetHashCode(Method), (hash, place) => unchecked(hash * 31 + (place?.GetHashCode() ?? 0)));

    /// <summary>A delegate of a type that exists in this process; null for a shape no adapter has.</summary>
    public Delegate? As(Type type) => Adapters.GetOrAdd(type, AdapterOf) is { } adapter ? Delegate.CreateDelegate(type, this, adapter) : null;

    static MethodInfo? AdapterOf(Type type)
    {
        if (type.GetMethod("Invoke") is not { } invoke) return null;
        var parameters = Array.ConvertAll(invoke.GetParameters(), p => p.ParameterType);
        if (parameters.Any(p => p.IsByRef)) return null;
        var returns = invoke.ReturnType != typeof(void);
        if (!(returns ? Functions : Actions).TryGetValue(parameters.Length, out var adapter)) return null;
        Type[] arguments = returns ? [.. parameters, invoke.ReturnType] : parameters;
        return arguments.Length == 0 ? adapter : adapter.MakeGenericMethod(arguments);
    }

    static Dictionary<int, MethodInfo> ByArity(string name) => typeof(Closure)
        .GetMethods(BindingFlags.NonPublic | BindingFlags.Instance)
        .Where(m => m.Name == name)
        .ToDictionary(m => m.GetParameters().Length);

    T Return<T>(object? value) => interpreter.Returned<T>(value);

    void Act() => interpreter.Callback(this, []);
    void Act<T1>(T1 a) => interpreter.Callback(this, [a]);
    void Act<T1, T2>(T1 a, T2 b) => interpreter.Callback(this, [a, b]);
    void Act<T1, T2, T3>(T1 a, T2 b, T3 c) => interpreter.Callback(this, [a, b, c]);
    void Act<T1, T2, T3, T4>(T1 a, T2 b, T3 c, T4 d) => interpreter.Callback(this, [a, b, c, d]);
    void Act<T1, T2, T3, T4, T5>(T1 a, T2 b, T3 c, T4 d, T5 e) => interpreter.Callback(this, [a, b, c, d, e]);
    void Act<T1, T2, T3, T4, T5, T6>(T1 a, T2 b, T3 c, T4 d, T5 e, T6 f) => interpreter.Callback(this, [a, b, c, d, e, f]);
    void Act<T1, T2, T3, T4, T5, T6, T7>(T1 a, T2 b, T3 c, T4 d, T5 e, T6 f, T7 g) => interpreter.Callback(this, [a, b, c, d, e, f, g]);
    void Act<T1, T2, T3, T4, T5, T6, T7, T8>(T1 a, T2 b, T3 c, T4 d, T5 e, T6 f, T7 g, T8 h) => interpreter.Callback(this, [a, b, c, d, e, f, g, h]);
    T Get<T>() => Return<T>(Invoke());
    T Get<T1, T>(T1 a) => Return<T>(Invoke(a));
    T Get<T1, T2, T>(T1 a, T2 b) => Return<T>(Invoke(a, b));
    T Get<T1, T2, T3, T>(T1 a, T2 b, T3 c) => Return<T>(Invoke(a, b, c));
    T Get<T1, T2, T3, T4, T>(T1 a, T2 b, T3 c, T4 d) => Return<T>(Invoke(a, b, c, d));
    T Get<T1, T2, T3, T4, T5, T>(T1 a, T2 b, T3 c, T4 d, T5 e) => Return<T>(Invoke(a, b, c, d, e));
    T Get<T1, T2, T3, T4, T5, T6, T>(T1 a, T2 b, T3 c, T4 d, T5 e, T6 f) => Return<T>(Invoke(a, b, c, d, e, f));
    T Get<T1, T2, T3, T4, T5, T6, T7, T>(T1 a, T2 b, T3 c, T4 d, T5 e, T6 f, T7 g) => Return<T>(Invoke(a, b, c, d, e, f, g));
    T Get<T1, T2, T3, T4, T5, T6, T7, T8, T>(T1 a, T2 b, T3 c, T4 d, T5 e, T6 f, T7 g, T8 h) => Return<T>(Invoke(a, b, c, d, e, f, g, h));
}
