namespace ClusterDsl.Plans;

/// <summary>offset + Σ stride × index, and, where it has one, a part that goes round.</summary>
/// <param name="Offset">The value at index 0.</param>
/// <param name="Strides">One for each dimension of the box.</param>
/// <param name="Round">The part that goes round; null for none.</param>
public sealed record Affine(int Offset, Seq<int> Strides, Round? Round = null)
{
    /// <summary>The value at an index.</summary>
    public int At(IReadOnlyList<int> index)
    {
        var value = Offset;
        for (var d = 0; d < Strides.Count; d++) value += Strides[d] * index[d];
        return Round is null ? value : value + Round.Unit * Round.At(index);
    }

    /// <summary>Whether dimension d moves the value.</summary>
    public bool Moves(int d) => Strides[d] != 0 || Round?.Moves(d) == true;

    /// <summary>The map on the dimensions that are kept; the index is 0 in the others.</summary>
    internal Affine Keep(IReadOnlyList<int> dimensions) =>
        new(Offset, dimensions.Select(d => Strides[d]).ToSeq(), Round?.Keep(dimensions));

    /// <summary>
    /// A map without a part that goes round, which gives the same values: one dimension takes that part to each of its numbers
    /// once, whatever the others are, so that the others need not be asked where it stands.
    /// </summary>
    /// <param name="extents">The box.</param>
    /// <param name="isFree">Whether a dimension moves nothing else that counts.</param>
    internal Affine Straight(Seq<int> extents, Func<int, bool> isFree)
    {
        if (Round is null) return this;
        for (var d = 0; d < extents.Count; d++)
            if (Strides[d] == 0 && extents[d] == Round.Count && isFree(d) && Round.TakesEachOnce(d))
            {
                var strides = Strides.ToArray();
                strides[d] = Round.Unit;
                return new Affine(Offset, strides.ToSeq());
            }
        throw new InvalidOperationException("A part that goes round needs a dimension of its own that takes it round once.");
    }
}
