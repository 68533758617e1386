namespace ClusterDsl.EndToEnd.Tests;

public class LinkCursorTests
{
    static readonly Bundle Odd = Samples.Tiny().Bundles[0] with
    {
        Extents = Seq.Of(3, 4, 2),
        A = new BundleEnd("dgx", "nic", new Affine(5, Seq.Of(-1, 2, 0)), new Affine(0, Seq.Of(1, 0, 0), new Turn(2, 5, 1, Seq.Of(7, 0, 3))), 2, ""),
        B = new BundleEnd("dgx", "nic", new Affine(0, Seq.Of(8, 2, 1)), new Affine(1, Seq.Of(1, 1, 1), Line), 2, ""),
    };

    /// <summary>y = m·x + c over four elements, m taken from a list.</summary>
    static FieldSum Line => new(1, GaloisField.Of(4)!, Seq.Of(Seq.Of(new Factor(0, Seq.Of(1, 3, 2)), new Factor(1, Seq<int>.Empty)), Seq.Of(new Factor(2, Seq<int>.Empty))));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(23)]
    public void From_any_link_it_visits_what_LinkAt_computes_and_then_goes_round(long start)
    {
        var cursor = new LinkCursor(Odd, start);
        for (var k = start; k < start + 2 * Odd.Links; k++, cursor.Next())
            Assert.Equal(Odd.LinkAt(k % Odd.Links), cursor.Current);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(24)]
    public void It_stands_only_on_links_that_are_there(long start) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new LinkCursor(Odd, start));

    [Fact]
    public void A_step_allocates_nothing()
    {
        var cursor = new LinkCursor(Odd);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10_000; i++) cursor.Next();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
