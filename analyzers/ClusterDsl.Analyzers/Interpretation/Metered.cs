using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace ClusterDsl.Analyzers.Interpretation;

/// <summary>What an element of a sequence costs whoever takes it, beyond the step for itself.</summary>
/// <param name="Kept">It is kept until all have been read.</param>
/// <param name="Sorted">It is sorted in.</param>
/// <param name="Hashed">It is looked up among those before it, all of which may share a hash.</param>
/// <param name="Text">It becomes part of a text, with as many characters more as this says.</param>
internal sealed record Toll(bool Kept = false, bool Sorted = false, bool Hashed = false, int? Text = null)
{
    public static readonly Toll None = new();

    public long Steps(long weight, int count) =>
        weight + (Kept ? 2 : 0) + (Sorted ? weight * Sizes.Log(count) / 4 : 0) + (Hashed ? count / 32 : 0) + (Text ?? 0) / 32;

    public long Bytes(int size, int length) => Text is { } more ? 3L * (more + length) : Kept ? 4 * size : size;
}

/// <summary>A sequence that costs a step per element, so that no query runs past the budget.</summary>
internal sealed class Metered<T>(IEnumerable<T> inner, Budget budget, Turns turns, Toll toll) : IEnumerable<T>
{
    static readonly int Bytes = Weights.Size(typeof(T)) + 12;

    public IEnumerator<T> GetEnumerator()
    {
        // A query over a query over … runs as deep as it was nested.
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var count = 0;
        using var items = inner.GetEnumerator();
        while (budget.Next(items, turns))
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            var item = items.Current;
            var length = item is string text ? text.Length : 0;
            budget.Turn(turns, toll.Steps(1 + length / 32, ++count));
            budget.Allocate(toll.Bytes(Bytes, length), turns.At);
            yield return item;
        }
        budget.Ended(turns);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Wraps what queries read and return.</summary>
internal static class Metered
{
    static readonly MethodInfo WrapMethod = typeof(Metered).GetMethod(nameof(Wrap), BindingFlags.NonPublic | BindingFlags.Static)!;
    static readonly ConcurrentDictionary<Type, Func<object, Budget, Turns, Toll, object>> Wraps = new();

    /// <summary>A result that is declared to be a sequence.</summary>
    public static object? Of(object? value, Type declared, Budget budget, Turns turns, Toll toll)
    {
        if (value is not IEnumerable || !HostMethod.IsSequence(declared)) return value;
        var wrap = Wraps.GetOrAdd(declared.GetGenericArguments()[0], static element =>
            (Func<object, Budget, Turns, Toll, object>)WrapMethod.MakeGenericMethod(element)
                .CreateDelegate(typeof(Func<object, Budget, Turns, Toll, object>)));
        return wrap(value, budget, turns, toll);
    }

    /// <summary>The sources of a query or a text, which would else be read through for nothing.</summary>
    public static void Sources(HostMethod method, object?[] arguments, Budget budget, Turns turns)
    {
        if (!method.IsDeferred && !method.MakesText && !method.Buffers) return;
        var toll = method.MakesText ? new Toll(Text: (arguments[0] as string)?.Length ?? 1) : new Toll(method.Buffers, method.Sorts, method.HasWeakKeys);
        for (var i = 0; i < arguments.Length; i++)
            arguments[i] = Of(arguments[i], method.Parameters[i].Type, budget, turns, toll);
    }

    static object Wrap<T>(object value, Budget budget, Turns turns, Toll toll) =>
        value is Metered<T> && toll.Equals(Toll.None) ? value : new Metered<T>((IEnumerable<T>)value, budget, turns, toll);
}
