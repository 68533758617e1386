namespace ClusterDsl.EndToEnd.Tests;

public class PlanSummaryTests
{
    [Fact]
    public void A_plan_in_one_line() => Assert.Equal(
        "4 nodes, 32 GPUs · compute: 2 leaves, 1 spine, 3:1, 13 cables · 3 racks · 1 finding, 1 waiver",
        PlanSummary.Line(Samples.Tiny()));

    [Fact]
    public void Without_GPUs_every_node_counts_and_racks_are_counted_once()
    {
        var plan = Samples.Tiny();
        var halves = plan.Groups[0] with { Count = 3 };
        var more = halves with { Id = "more", Placement = halves.Placement! with { FirstRack = 1 } };
        plan = plan with
        {
            Models = plan.Models.Select(m => m with { Gpus = 0 }).ToSeq(),
            Groups = Seq.Of(halves, more),
            Fabrics = Seq<FabricPlan>.Empty,
            Findings = Seq<Finding>.Empty,
        };

        // Six nodes, two to a rack: both groups stand in the second rack.
        Assert.Equal("6 nodes, 0 GPUs · 3 racks · 0 findings, 1 waiver", PlanSummary.Line(plan));
    }
}
