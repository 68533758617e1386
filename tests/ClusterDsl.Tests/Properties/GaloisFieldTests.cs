namespace ClusterDsl.Tests;

/// <summary>The fields that a slim fly is built over are fields.</summary>
public sealed class GaloisFieldTests
{
    public static TheoryData<int> Orders => [2, 3, 4, 5, 7, 8, 9, 11, 13, 16, 25, 27];

    [Theory]
    [MemberData(nameof(Orders))]
    public void Sums_and_products_keep_the_laws_of_a_field(int order)
    {
        var field = GaloisField.Of(order)!;
        Assert.Equal(order, field.Order);
        var all = Enumerable.Range(0, order).ToList();
        foreach (var a in all)
        {
            Assert.Equal(a, field.Add(a, 0));
            Assert.Equal(a, field.Multiply(a, 1));
            Assert.Equal(all, all.Select(b => field.Add(a, b)).Order());
            if (a > 0) Assert.Equal(all, all.Select(b => field.Multiply(a, b)).Order());
            foreach (var b in all)
            {
                Assert.Equal(field.Add(a, b), field.Add(b, a));
                Assert.Equal(field.Multiply(a, b), field.Multiply(b, a));
                foreach (var c in all)
                    Assert.Equal(field.Multiply(a, field.Add(b, c)), field.Add(field.Multiply(a, b), field.Multiply(a, c)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void The_powers_of_x_are_all_elements_but_0(int order)
    {
        var field = GaloisField.Of(order)!;
        Assert.Equal(Enumerable.Range(1, order - 1), Enumerable.Range(0, order - 1).Select(field.Power).Order());
        for (var k = 0; k < order; k++) Assert.Equal(field.Power(k + 1), field.Multiply(field.Power(k), field.Power(1)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(12)]
    [InlineData(100)]
    [InlineData(int.MaxValue)]
    public void There_is_no_field_of_other_sizes(int order) => Assert.Null(GaloisField.Of(order));
}
