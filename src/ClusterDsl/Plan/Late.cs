namespace ClusterDsl.Plans;

/// <summary>A value that is found when it is first asked for, and equal to another that comes to the same.</summary>
sealed class Late<T> : IEquatable<Late<T>>
{
    volatile Func<T>? _find;
    T _value;

    public Late(T value) => _value = value;

    /// <param name="find">Finds the value, the same each time: who asks at once may have it found twice.</param>
    public Late(Func<T> find) => (_find, _value) = (find, default!);

    public T Value
    {
        get
        {
            if (_find is not { } find) return _value;
            _value = find();
            _find = null;
            return _value;
        }
    }

    public bool Equals(Late<T>? other) => other is not null && (ReferenceEquals(this, other) || EqualityComparer<T>.Default.Equals(Value, other.Value));

    public override bool Equals(object? obj) => Equals(obj as Late<T>);

    public override int GetHashCode() => Value?.GetHashCode() ?? 0;
}
