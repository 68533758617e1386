using ClusterDsl.Plans;

namespace ClusterDsl.Tests.Planning;

/// <summary>What a fabric promises takes long to find, and nobody reads it on a keystroke.</summary>
public class LateTests
{
    [Fact]
    public void A_late_value_is_found_when_first_asked_for_and_once()
    {
        var found = 0;
        var late = new Late<int>(() => ++found);
        Assert.Equal(0, found);
        Assert.Equal((1, 1), (late.Value, late.Value));
    }

    [Fact]
    public void A_late_value_that_was_given_up_is_found_by_who_asks_next()
    {
        var gaveUp = false;
        var late = new Late<string>(() => gaveUp ? "found" : throw new OperationCanceledException());
        Assert.Throws<OperationCanceledException>(() => late.Value);
        gaveUp = true;
        Assert.Equal("found", late.Value);
    }

    [Fact]
    public void A_late_value_equals_the_same_that_was_given()
    {
        Assert.Equal(new Late<string>("4 hops"), new Late<string>(() => "4 hops"));
        Assert.NotEqual(new Late<string>("4 hops"), new Late<string>(() => "6 hops"));
    }
}
