namespace ClusterDsl.EndToEnd.Tests;

public class LabelsCsvTests
{
    /// <summary>Twelve straight cables have two labels each, the splitter one at its plug and one at each of its two legs.</summary>
    [Fact]
    public void Every_plug_has_its_label_and_both_ends_follow_each_other()
    {
        var labels = Written.Rows(new LabelsCsv(), Samples.Tiny());
        Assert.Equal(12 * 2 + 3, labels.Count);
        Assert.Equal(["A01.U01:nic1p1/A03.U05:1/1", "A03.U05:1/1/A01.U01:nic1p1"], labels.Take(2).Select(l => l["label"]));
        Assert.Equal(["dgx-01:nic1p1,1,a,A01,1,dgx-01,nic1p1", "dgx-01:nic1p1,1,b,A03,5,leaf-1,1/1"], labels.Take(2).Select(Where));
        Assert.Equal(["leaf-1:4/1,1,a,,,store-1,eth0", "leaf-1:4/1,1,b,A03,5,leaf-1,4/1", "leaf-1:4/1,2,a,,,store-2,eth0"], labels.Skip(24).Select(Where));

        static string Where(IReadOnlyDictionary<string, string> row) => string.Join(',', new[] { "id", "leg", "end", "rack", "u", "device", "port" }.Select(column => row[column]));
    }

    [Fact]
    public void Labels_follow_the_template()
    {
        var plan = Samples.Tiny() with { Labels = "{fabric} {near.device} > {far.device}" };
        Assert.Equal(["compute dgx-01 > leaf-1", "compute leaf-1 > dgx-01"], Written.Rows(new LabelsCsv(), plan).Take(2).Select(l => l["label"]));
    }

    [Theory]
    [InlineData("DgxSuperPod/superpod-whole")]
    [InlineData("StructuredHall/structured-hall")]
    public void Labels_are_those_of_the_cabling_plan_and_of_the_trunks(string cluster)
    {
        var built = Built.Of(cluster);
        var labels = Written.Rows(new LabelsCsv(), built.Plan);
        var cables = labels.Where(l => l["kind"] == "cable").ToDictionary(l => (l["id"], l["leg"], l["end"]), l => l["label"]);
        foreach (var row in built.Cabling)
            foreach (var end in new[] { "a", "b" })
                if (cables.Remove((row["cable_id"], row["leg"], end), out var label)) Assert.Equal(row[$"{end}_label"], label);
                // The other legs share the plug of the first.
                else Assert.NotEqual("1", row["leg"]);
        Assert.Empty(cables);
        Assert.Equal(built.Trunks.SelectMany(t => new[] { t["from_label"], t["to_label"] }).Where(l => l.Length > 0), labels.Where(l => l["kind"] == "trunk").Select(l => l["label"]));
    }

    [Fact]
    public void A_label_that_begins_as_a_formula_is_none() =>
        Assert.All(Written.Rows(new LabelsCsv(), Samples.Tiny() with { Labels = "={cable}" }), l => Assert.StartsWith("'=", l["label"]));
}
