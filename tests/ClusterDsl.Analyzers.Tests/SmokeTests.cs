using ClusterDsl.Analyzers.Hosting;
using ClusterDsl.Plans;

namespace ClusterDsl.Analyzers.Tests;

public class SmokeTests
{
    [Fact]
    public void The_published_design_is_clean_and_equals_the_one_of_the_runtime()
    {
        var compilation = Source.Compile(Samples.SuperPod);
        var evaluation = Engine.EvaluateAfresh(compilation, default);
        Assert.Empty(evaluation.Findings.Select(f => f.Rule + f.Message));
        var plan = evaluation.Classes.Single().Clusters.Single().Plan!;
        var real = ((Cluster)Source.Run(compilation, "Acme.SuperPod", "Define")!).Plan;
        Assert.Equal(PlanJson.Write(real), PlanJson.Write(plan));
        Assert.Equal(real, plan);
    }
}
