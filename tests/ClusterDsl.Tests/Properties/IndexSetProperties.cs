using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace ClusterDsl.Tests;

/// <summary>Sets in closed form answer as the lists of their values would.</summary>
[Properties(Arbitrary = [typeof(Boxes)], MaxTest = 1_000, QuietOnSuccess = true)]
public sealed class IndexSetProperties
{
    [Property]
    public void A_set_that_says_so_repeats_no_value(Values values)
    {
        var set = values.Set;
        Assert.Equal(values.All.Min(), set.Min);
        Assert.Equal(values.All.Max(), set.Max);
        if (!set.IsUnique) return;
        Assert.Equal(values.All.Distinct().Count(), set.Count);
        Assert.Equal(values.All.Count, set.Count * set.Multiplicity);
    }

    [Property]
    public void A_set_contains_its_values_and_no_others(Values values)
    {
        if (!values.Set.IsUnique) return;
        for (var value = values.All.Min() - 2; value <= values.All.Max() + 2; value++)
            Assert.Equal(values.All.Contains(value), values.Set.Contains(value));
    }

    [Property]
    public void Two_sets_have_a_value_in_common_when_their_lists_do(Values one, Values other)
    {
        var common = one.Set.Common(other.Set);
        Assert.Equal(one.All.Intersect(other.All).Any(), common is not null);
        if (common is { } value) Assert.Contains(value, one.All.Intersect(other.All));
    }

    [Property]
    public void Values_of_two_sizes_meet_when_the_runs_they_stand_for_do(Values one, Values other, bool halves)
    {
        var (a, b) = halves ? (2, 4) : (4, 1);
        var meet = Fine(one, a).Intersect(Fine(other, b)).ToHashSet();
        var common = one.Set.Common(other.Set, a, b);
        Assert.Equal(meet.Count > 0, common is not null);
        if (common is { } value) Assert.Contains(value, meet);

        static IEnumerable<long> Fine(Values values, int scale) => values.All.SelectMany(v => Enumerable.Range(0, scale).Select(i => v * scale + i));
    }

    [Property]
    public void Corners_are_values_and_the_extremes_are_corners(Values values)
    {
        var corners = values.Set.Corners().ToList();
        Assert.Subset(values.All.ToHashSet(), corners.ToHashSet());
        Assert.Contains(values.All.Min(), corners);
        Assert.Contains(values.All.Max(), corners);
    }
}

/// <summary>A map over a box, and all its values.</summary>
public sealed record Values(Affine Map, Seq<int> Extents)
{
    internal IndexSet Set => new(Map, Extents);

    public IReadOnlyList<long> All { get; } = Enumerate(Map, Extents);

    static List<long> Enumerate(Affine map, Seq<int> extents)
    {
        IEnumerable<long> values = [map.Offset];
        for (var d = 0; d < extents.Count; d++)
        {
            var (stride, extent) = (map.Strides[d], extents[d]);
            values = values.SelectMany(v => Enumerable.Range(0, extent).Select(i => v + (long)stride * i));
        }
        return [.. values];
    }
}

/// <summary>Random maps: of a few dimensions, many of whose strides are those of a box, as a plan has them.</summary>
public static class Boxes
{
    public static Arbitrary<Values> Arbitrary() => Arb.From(
        from extents in Gen.Choose(1, 5).ListOf(3)
        from loose in Gen.Choose(0, 30).ListOf(3)
        from gaps in Gen.Choose(0, 2).ListOf(3)
        from nested in Gen.Elements(true, true, false)
        from offset in Gen.Choose(0, 20)
        select new Values(new Affine(offset, nested ? Nested(extents, gaps) : loose.ToSeq()), extents.ToSeq()));

    static Seq<int> Nested(IEnumerable<int> extents, IEnumerable<int> gaps)
    {
        var stride = 1;
        return extents.Zip(gaps, (extent, gap) =>
        {
            var mine = stride + gap;
            stride = mine * extent;
            return mine;
        }).ToSeq();
    }
}
