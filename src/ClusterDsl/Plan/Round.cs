namespace ClusterDsl.Plans;

/// <summary>The part of a map that goes round: a number from 0 up to a count, in steps of a unit.</summary>
/// <param name="Unit">What the value grows by from one number to the next.</param>
public abstract record Round(int Unit)
{
    /// <summary>How many numbers there are.</summary>
    public abstract int Count { get; }

    /// <summary>The number at an index.</summary>
    public abstract int At(IReadOnlyList<int> index);

    /// <summary>Whether the number depends on dimension d.</summary>
    public abstract bool Moves(int d);

    /// <summary>Whether the first <see cref="Count"/> indices of dimension d give each number once, whatever the others are.</summary>
    internal abstract bool TakesEachOnce(int d);

    /// <summary>Bounds of the numbers in a part of the box: the first and the last index of each dimension.</summary>
    internal abstract (int Least, int Most) Bounds(IReadOnlyList<(int First, int Last)> part);

    internal abstract Round Keep(IReadOnlyList<int> dimensions);
}

/// <summary>(offset + Σ stride × index) mod modulus: the members of a ring.</summary>
/// <param name="Unit">What the value grows by from one member to the next.</param>
/// <param name="Modulus">The members.</param>
/// <param name="Offset">The sum at index 0.</param>
/// <param name="Strides">One for each dimension of the box; none is negative.</param>
public sealed record Turn(int Unit, int Modulus, int Offset, Seq<int> Strides) : Round(Unit)
{
    /// <inheritdoc/>
    public override int Count => Modulus;

    /// <inheritdoc/>
    public override int At(IReadOnlyList<int> index)
    {
        var sum = Offset;
        for (var d = 0; d < Strides.Count; d++) sum += Strides[d] * index[d];
        return sum % Modulus;
    }

    /// <inheritdoc/>
    public override bool Moves(int d) => Strides[d] != 0;

    internal override bool TakesEachOnce(int d) => Ratio.Gcd(Strides[d], Modulus) == 1;

    internal override (int Least, int Most) Bounds(IReadOnlyList<(int First, int Last)> part)
    {
        var (least, most) = (Offset, Offset);
        for (var d = 0; d < Strides.Count; d++) (least, most) = (least + Strides[d] * part[d].First, most + Strides[d] * part[d].Last);
        return least / Modulus == most / Modulus ? (least % Modulus, most % Modulus) : (0, Modulus - 1);
    }

    internal override Round Keep(IReadOnlyList<int> dimensions) => this with { Strides = dimensions.Select(d => Strides[d]).ToSeq() };
}

/// <summary>A sum of products over a finite field, whose elements are numbered from 0: y = m·x + c.</summary>
/// <param name="Unit">What the value grows by from one element to the next.</param>
/// <param name="Field">The field.</param>
/// <param name="Terms">The products, each of its factors.</param>
public sealed record FieldSum(int Unit, GaloisField Field, Seq<Seq<Factor>> Terms) : Round(Unit)
{
    /// <inheritdoc/>
    public override int Count => Field.Order;

    /// <inheritdoc/>
    public override int At(IReadOnlyList<int> index)
    {
        var sum = 0;
        for (var t = 0; t < Terms.Count; t++)
        {
            var product = 1;
            for (var f = 0; f < Terms[t].Count; f++) product = Field.Multiply(product, Terms[t][f].At(index));
            sum = Field.Add(sum, product);
        }
        return sum;
    }

    /// <inheritdoc/>
    public override bool Moves(int d) => Terms.Any(t => t.Any(f => f.Dimension == d));

    /// <summary>Added once and as it is, a dimension takes whatever the rest is to each element.</summary>
    internal override bool TakesEachOnce(int d) =>
        Terms.Count(t => t.Any(f => f.Dimension == d)) == 1 && Terms.Any(t => t.Count == 1 && t[0].Dimension == d && t[0].Of.Count == 0);

    internal override (int Least, int Most) Bounds(IReadOnlyList<(int First, int Last)> part)
    {
        if (Terms.Any(t => t.Any(f => part[f.Dimension].First != part[f.Dimension].Last))) return (0, Count - 1);
        var only = At([.. part.Select(range => range.First)]);
        return (only, only);
    }

    internal override Round Keep(IReadOnlyList<int> dimensions)
    {
        var places = dimensions.ToList();
        return this with { Terms = Terms.Select(t => t.Select(f => f with { Dimension = places.IndexOf(f.Dimension) }).ToSeq()).ToSeq() };
    }
}

/// <summary>An element of a field: the index in one dimension, or what a list has for it.</summary>
/// <param name="Dimension">The dimension.</param>
/// <param name="Of">The element for each index; empty where the index is the element.</param>
public sealed record Factor(int Dimension, Seq<int> Of)
{
    /// <summary>The element at an index.</summary>
    public int At(IReadOnlyList<int> index) => Of.Count == 0 ? index[Dimension] : Of[index[Dimension]];
}
