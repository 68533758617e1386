namespace ClusterDsl.Analyzers.Interpretation;

/// <summary>Somewhere a value is kept; what leads there has been evaluated, once.</summary>
internal sealed class Place(Func<object?> get, Action<object?> set)
{
    public object? Get() => get();

    public void Set(object? value) => set(value);
}
