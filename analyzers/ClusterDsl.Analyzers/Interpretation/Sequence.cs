using System.Collections;

namespace ClusterDsl.Analyzers.Interpretation;

/// <summary>What a method with 'yield' returns: each enumeration runs its body anew.</summary>
internal sealed class Sequence<T>(Interpreter interpreter, Func<IEnumerator<object?>> start) : IEnumerable<T>
{
    public IEnumerator<T> GetEnumerator()
    {
        using var items = start();
        while (items.MoveNext()) yield return interpreter.Returned<T>(items.Current);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Makes sequences of an element type that only the definition knows.</summary>
internal static class Sequence
{
    public static object Of(Type element, Interpreter interpreter, Func<IEnumerator<object?>> start, bool isEnumerator)
    {
        var sequence = (IEnumerable)Activator.CreateInstance(typeof(Sequence<>).MakeGenericType(element), interpreter, start)!;
        return isEnumerator ? sequence.GetEnumerator() : sequence;
    }
}
