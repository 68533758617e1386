using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>Names the dimensions of a box while its maps are written, so that a map reads as the sentence it is.</summary>
sealed class Box
{
    readonly List<int> _extents = [];

    /// <summary>Adds a dimension; the last one runs fastest.</summary>
    public int Add(int extent)
    {
        _extents.Add(extent);
        return _extents.Count - 1;
    }

    public Seq<int> Extents => _extents.ToSeq();

    public Affine Map(int offset, params (int Dimension, int Stride)[] terms) => new(offset, Strides(terms));

    /// <summary>A map with a part that goes round a ring.</summary>
    public Affine Turn(int offset, (int Dimension, int Stride)[] terms, int unit, int modulus, int start, params (int Dimension, int Stride)[] turning) =>
        new(offset, Strides(terms), new Turn(unit, modulus, start, Strides(turning)));

    /// <summary>A map with a sum of products over a field.</summary>
    public Affine Sum(int offset, (int Dimension, int Stride)[] terms, GaloisField field, params Seq<Factor>[] products) =>
        new(offset, Strides(terms), new FieldSum(1, field, products.ToSeq()));

    Seq<int> Strides((int Dimension, int Stride)[] terms)
    {
        var strides = new int[_extents.Count];
        foreach (var (dimension, stride) in terms) strides[dimension] += stride;
        return strides.ToSeq();
    }
}

/// <summary>
/// How devices are called. The digits do not depend on how many there are, so that a cluster that grows renames nothing: a
/// number with more digits than these just has them.
/// </summary>
static class Naming
{
    /// <summary>prefix-007.</summary>
    public static NameTemplate Numbered(string prefix) => new(Seq.Of(new NamePart(prefix + "-", 1, 0, 3)));

    /// <summary>prefix-su3-leaf5: the group and the place in it.</summary>
    public static NameTemplate Grouped(string prefix, string group, string member, int members) => new(Seq.Of(
        new NamePart($"{prefix}-{group}", members, 0, 1),
        new NamePart($"-{member}", 1, members, 1)));

    /// <summary>prefix-plane1-pod2-spine07, without the levels that have one member.</summary>
    public static NameTemplate Nested(string prefix, params (string Name, int Count)[] levels)
    {
        var parts = new List<NamePart>();
        var inner = levels.Aggregate(1, (product, level) => product * level.Count);
        var text = prefix;
        for (var i = 0; i < levels.Length; i++)
        {
            var (name, count) = levels[i];
            var last = i == levels.Length - 1;
            inner /= count;
            if (count == 1 && !last) continue;
            parts.Add(new NamePart($"{text}-{name}", inner, i == 0 ? 0 : count, last ? 2 : 1));
            text = "";
        }
        return new NameTemplate(parts.ToSeq());
    }
}
