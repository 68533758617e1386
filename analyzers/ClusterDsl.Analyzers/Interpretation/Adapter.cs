using System.Collections;
using Microsoft.CodeAnalysis;

namespace ClusterDsl.Analyzers.Interpretation;

/// <summary>An own object as one of the framework's interfaces, for the framework's code to call.</summary>
internal abstract class Adapter
{
    static readonly Dictionary<Type, Type> Adapters = new()
    {
        [typeof(IEnumerable<>)] = typeof(AsEnumerable<>),
        [typeof(IReadOnlyCollection<>)] = typeof(AsReadOnlyList<>),
        [typeof(IReadOnlyList<>)] = typeof(AsReadOnlyList<>),
        [typeof(IEnumerator<>)] = typeof(AsEnumerator<>),
        [typeof(IComparer<>)] = typeof(AsComparer<>),
        [typeof(IEqualityComparer<>)] = typeof(AsEqualityComparer<>),
    };

    INamedTypeSymbol? _contract;
    Interpreter? _interpreter;

    public Instance Own { get; private set; } = null!;

    /// <summary>The object as an interface that its type implements; null for an interface no adapter has.</summary>
    public static object? Of(Instance own, Type contract, Interpreter interpreter)
    {
        var found = own.Type.AllInterfaces.FirstOrDefault(i => HostTypes.Of(i) is { } type && contract.IsAssignableFrom(type));
        if (found is null) return null;
        if (contract == typeof(IDisposable)) return new AsDisposable { Own = own, _contract = found, _interpreter = interpreter };
        if (contract == typeof(IEnumerable)) contract = typeof(IEnumerable<object>);
        if (contract == typeof(IEnumerator)) contract = typeof(IEnumerator<object>);
        if (!contract.IsGenericType || !Adapters.TryGetValue(contract.GetGenericTypeDefinition(), out var open)) return null;
        var adapter = (Adapter)Activator.CreateInstance(open.MakeGenericType(contract.GetGenericArguments()))!;
        (adapter.Own, adapter._contract, adapter._interpreter) = (own, found, interpreter);
        return adapter;
    }

    protected T Call<T>(string member, params object?[] arguments) =>
        _interpreter!.Returned<T>(_interpreter.CallContract(Own, _contract!, member, arguments));

    class AsEnumerable<T> : Adapter, IEnumerable<T>
    {
        public IEnumerator<T> GetEnumerator()
        {
            var items = Call<IEnumerator>(nameof(GetEnumerator));
            using var disposable = items as IDisposable;
            while (items.MoveNext()) yield return _interpreter!.Returned<T>(items.Current);
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    sealed class AsReadOnlyList<T> : AsEnumerable<T>, IReadOnlyList<T>
    {
        public int Count => Call<int>("get_Count");

        public T this[int index] => Call<T>("get_Item", index);
    }

    sealed class AsEnumerator<T> : Adapter, IEnumerator<T>
    {
        public T Current => Call<T>("get_Current");

        object? IEnumerator.Current => Current;

        public bool MoveNext() => Call<bool>(nameof(MoveNext));

        public void Reset() => Call<object>(nameof(Reset));

        public void Dispose() => Call<object>(nameof(Dispose));
    }

    sealed class AsComparer<T> : Adapter, IComparer<T>
    {
        public int Compare(T? x, T? y) => Call<int>(nameof(Compare), x, y);
    }

    sealed class AsEqualityComparer<T> : Adapter, IEqualityComparer<T>
    {
        public bool Equals(T? x, T? y) => Call<bool>(nameof(Equals), x, y);

        public int GetHashCode(T value) => Call<int>(nameof(GetHashCode), value);
    }

    sealed class AsDisposable : Adapter, IDisposable
    {
        public void Dispose() => Call<object>(nameof(Dispose));
    }
}
