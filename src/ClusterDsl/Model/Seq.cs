using System.Collections;

namespace ClusterDsl;

/// <summary>An immutable list that is equal to another with equal items, so that records of lists compare by value.</summary>
/// <typeparam name="T">The items, equal by value themselves.</typeparam>
public sealed class Seq<T> : IReadOnlyList<T>, IEquatable<Seq<T>>
{
    readonly T[] _items;

    internal Seq(T[] items) => _items = items;

    /// <summary>The list without items.</summary>
    public static Seq<T> Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public T this[int index] => _items[index];

    /// <summary>Whether an item is in it.</summary>
    public bool Contains(T item) => Array.IndexOf(_items, item) >= 0;

    /// <inheritdoc/>
    public bool Equals(Seq<T>? other)
    {
        if (other is null || other._items.Length != _items.Length) return false;
        var comparer = EqualityComparer<T>.Default;
        for (var i = 0; i < _items.Length; i++)
            if (!comparer.Equals(_items[i], other._items[i])) return false;
        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Seq<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = _items.Length;
        foreach (var item in _items) hash = unchecked(hash * 31 + (item?.GetHashCode() ?? 0));
        return hash;
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => "[" + string.Join(", ", _items) + "]";
}

/// <summary>Makes <see cref="Seq{T}"/>s.</summary>
public static class Seq
{
    /// <summary>The list of these items.</summary>
    public static Seq<T> Of<T>(params T[] items) => new([.. items]);

    /// <summary>The list of these items.</summary>
    public static Seq<T> ToSeq<T>(this IEnumerable<T> items) => new([.. items]);
}
