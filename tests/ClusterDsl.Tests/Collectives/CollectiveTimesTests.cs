using ClusterDsl.Planning;

namespace ClusterDsl.Tests;

/// <summary>The times of collectives, against the closed forms that the literature gives and against what was measured and published.</summary>
public sealed class CollectiveTimesTests
{
    /// <summary>One byte a microsecond is 8 Mb/s: with α of 1 µs, times are whole numbers.</summary>
    static Span Flat(int ranks) => new(new Stage(ranks, 8, 1));

    static double Us(Collective collective, string algorithm, Span span, double bytes) =>
        CollectiveTimes.Of(collective, span, bytes).Single(t => t.Algorithm == algorithm).Us;

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(1_000)]
    public void With_one_layer_each_algorithm_is_its_closed_form(int n)
    {
        const double S = 4_096;
        double passed = (n - 1) * S / n, log = Math.Ceiling(Math.Log2(n));
        void Is(double expected, Collective collective, string algorithm) => Assert.Equal(expected, Us(collective, algorithm, Flat(n), S), 6);

        Is(2 * (n - 1) + 2 * passed, Collective.AllReduce, "ring");
        Is(2 * log + 2 * S, Collective.AllReduce, "double binary tree");
        Is(2 * log + 2 * passed, Collective.AllReduce, "hierarchical");
        Is(n - 1 + passed, Collective.AllGather, "ring");
        Is(log + passed, Collective.AllGather, "recursive doubling");
        Is(n - 1 + passed, Collective.ReduceScatter, "ring");
        Is(log + passed, Collective.ReduceScatter, "recursive halving");
        Is(n - 1 + passed, Collective.AllToAll, "pairwise");
        Is(log * (1 + S / 2), Collective.AllToAll, "Bruck");
        Is(1 + S, Collective.Send, "direct");
    }

    // Four domains of eight, eight bytes a microsecond inside, one outside; three microseconds from domain to domain.
    static readonly Span Domains = new(new Stage(8, 64, 1), new Stage(4, 8, 3));

    [Fact]
    public void A_ring_over_domains_leaves_each_once_and_is_as_fast_as_eight_rings_side_by_side()
    {
        // 31 steps, 28 of them inside; a GPU relays all eight rings inside, one of them outside: 8 bytes a microsecond both ways.
        Assert.Equal(2 * (28 * 1 + 3 * 3) + 2 * 31 / 32.0 * 3_200 / 8, Us(Collective.AllReduce, "ring", Domains, 3_200), 6);
        Assert.Equal(64, Domains.RelayedMbps);
    }

    [Fact]
    public void Hierarchical_takes_an_eighth_outside()
    {
        // Inside 2·7/8·S at 8 bytes a microsecond, outside 2·3/4 of S/8 at 1; three halvings inside, two outside.
        Assert.Equal(2 * (3 * 1 + 2 * 3) + 2 * 7 / 8.0 * 3_200 / 8 + 2 * 3 / 4.0 * 400, Us(Collective.AllReduce, "hierarchical", Domains, 3_200), 6);
    }

    [Fact]
    public void What_goes_to_all_others_goes_over_the_layer_that_parts_them() =>
        // Of 32 parts, 7 stay inside and 24 leave.
        Assert.Equal(7 + 24 * 3 + 700 / 8.0 + 2_400, Us(Collective.AllToAll, "pairwise", Domains, 3_200), 6);

    [Fact]
    public void Sites_are_a_third_layer()
    {
        var sites = new Span(new Stage(8, 64, 1), new Stage(4, 8, 3), new Stage(2, 0.8, 1_000));
        // A part of 1/32 of the data crosses, at a tenth of a byte a microsecond.
        Assert.Equal(Us(Collective.AllReduce, "hierarchical", Domains, 3_200) + 2 * 1_000 + 2 / 2.0 * 100 / 0.1, Us(Collective.AllReduce, "hierarchical", sites, 3_200), 6);
        Assert.Equal(64, sites.Ranks);
    }

    [Fact]
    public void A_layer_of_one_part_changes_nothing_and_a_group_of_one_exchanges_nothing()
    {
        Assert.Equal(CollectiveTimes.Of(Collective.AllReduce, Flat(8), 1), CollectiveTimes.Of(Collective.AllReduce, new Span(new Stage(8, 8, 1), new Stage(1, 0.001, 1e9)), 1));
        Assert.Empty(CollectiveTimes.Of(Collective.AllReduce, Flat(1), 1));
    }

    /// <summary>2(n−1)/n·S/t of a ring at its best: what nccl-tests prints as busbw, in GB/s.</summary>
    static double BusGBps(int ranks, double gBps) =>
        2.0 * (ranks - 1) / ranks * 8e9 / (Us(Collective.AllReduce, "ring", new Span(new Stage(ranks, gBps * 8_000, 0.4)), 8e9) * 1_000);

    // Line rates, no protocol: measured is less. GB200 is two trays of four GPUs in one NVLink domain.
    [Theory]
    [InlineData(450, 370, 0.82)] // H100, ring: a maintainer of NCCL in NVIDIA/nccl-tests#212, 365-370 measured in NVIDIA/nccl#1455
    [InlineData(900, 811, 0.90)] // GB200: lixueduan.com, posts/ai/13-gb200-mnnvl-nccl-test
    public void The_line_rate_is_what_is_measured_and_a_tenth_to_a_fifth(double lineGBps, double publishedGBps, double part)
    {
        Assert.Equal(lineGBps, BusGBps(8, lineGBps), lineGBps / 1_000);
        Assert.Equal(part, publishedGBps / BusGBps(8, lineGBps), 2);
    }
}
