using FsCheck.Xunit;

namespace ClusterDsl.Tests;

/// <summary>The rule finds a port that is used twice without walking the links; walking them agrees.</summary>
[Properties(Arbitrary = [typeof(HandCabledShapes)], MaxTest = 300, QuietOnSuccess = true)]
public sealed class CollisionProperties
{
    [Property]
    public void A_port_used_twice_is_found_exactly_when_there_is_one(Shape shape)
    {
        var plan = shape.Declare().Plan;
        // More than a switch has is another rule's finding; such ports lie on no panel.
        if (plan.Findings.Any(f => f.Rule == "CDL1101")) return;
        Assert.Equal(plan.Collision() is not null, plan.Findings.Any(f => f.Rule == "CDL1102"));
    }
}
