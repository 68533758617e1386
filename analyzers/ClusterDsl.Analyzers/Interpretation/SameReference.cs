using System.Runtime.CompilerServices;

namespace ClusterDsl.Analyzers.Interpretation;

/// <summary>Tells symbols apart by reference: quick, and where two are equal all the same, the answer is only found out twice.</summary>
internal sealed class SameReference : IEqualityComparer<object>
{
    public static readonly SameReference Comparer = new();

    bool IEqualityComparer<object>.Equals(object? x, object? y) => ReferenceEquals(x, y);

    int IEqualityComparer<object>.GetHashCode(object symbol) => RuntimeHelpers.GetHashCode(symbol);
}
