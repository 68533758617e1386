using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace ClusterDsl.Analyzers.Interpretation;

/// <summary>A sequence that costs a step per element, so that no query runs past the budget.</summary>
internal sealed class Metered<T>(IEnumerable<T> inner, Budget budget, Turns turns) : IEnumerable<T>
{
    public IEnumerator<T> GetEnumerator()
    {
        // A query over a query over … runs as deep as it was nested.
        RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (var item in inner)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            budget.Turn(turns, item is string text ? 1 + text.Length / 16 : 1);
            yield return item;
        }
        budget.Ended(turns);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Wraps what queries return.</summary>
internal static class Metered
{
    static readonly MethodInfo WrapMethod = typeof(Metered).GetMethod(nameof(Wrap), BindingFlags.NonPublic | BindingFlags.Static)!;
    static readonly ConcurrentDictionary<Type, Func<object, Budget, Turns, object>> Wraps = new();

    public static object? Of(object? value, Type declared, Budget budget, Turns turns)
    {
        if (value is null || !declared.IsGenericType || declared.GetGenericTypeDefinition() != typeof(IEnumerable<>)) return value;
        var wrap = Wraps.GetOrAdd(declared.GetGenericArguments()[0], static element =>
            (Func<object, Budget, Turns, object>)WrapMethod.MakeGenericMethod(element)
                .CreateDelegate(typeof(Func<object, Budget, Turns, object>)));
        return wrap(value, budget, turns);
    }

    static object Wrap<T>(object value, Budget budget, Turns turns) => new Metered<T>((IEnumerable<T>)value, budget, turns);
}
