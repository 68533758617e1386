using ClusterDsl.Model;
using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Something is asked of a fabric that is not known of its kind: it is neither held nor broken.</summary>
sealed class RequirementNotKnown() : RequirementRule("CDL2109", "Requirement that cannot be judged", Severity.Warning)
{
    protected override IEnumerable<Finding> Check(Draft draft, FabricDraft fabric)
    {
        var asked = fabric.Design.Requirements;
        // What a fabric promises takes longer to find than all else; where nothing is asked of it, nobody looks.
        if (asked is { Survivals.Count: 0, MaxHops: null, PerGpu: null }) yield break;
        var metrics = draft.MetricsOf(fabric);
        var why = fabric.Mesh is null ? " in closed form" : ", as its switches are joined to each other and the routing decides what goes over which of them";

        foreach (var survival in asked.Survivals)
            if (metrics is null) yield return NotKnown(survival.At, "what a failure leaves");
            else if (metrics.After(LossMetric.Name(survival.Loss)) is not null) continue;
            else if (survival.Loss == Loss.PowerFeed)
                yield return Report(fabric.Design, survival.At,
                    $"what runs on without a power feed is not known of `{fabric.Name}`: its halls have to say their feeds, and its models their power supplies. Declare them with `.Feeds(…)` and `PowerSupplies`, or leave the requirement out.",
                    Fix.Remove("Leave the requirement out", survival.At));
            else if (fabric.Mesh is { } mesh && Lost(mesh, survival.Loss) is { } lost) yield return NotKnown(survival.At, $"what a lost {lost} leaves");

        if (asked.MaxHops is { } hops)
            if (metrics is null) yield return NotKnown(hops.At, "how far its nodes are apart");
            else if (metrics is { Connected: true, Hops: null } && fabric.Mesh?.Shape is { Farthest: var farthest } && hops.Links < farthest + 2)
                yield return Report(fabric.Design, hops.At,
                    $"whether nodes of `{fabric.Name}` are more than {hops.Links} links apart is not known in closed form; they are {farthest + 2} at most. Allow that, or leave the requirement out, and measure.",
                    Fix.Remove("Leave the requirement out", hops.At));

        if (asked.PerGpu is { } perGpu && metrics?.PerGpuMbps is null)
            yield return NotKnown(perGpu.At, metrics is null || draft.LinksOf(fabric.Design).Any(l => l.Lower.Group.Nodes is { Model.Gpus: > 0 }) ? "what a GPU gets" : "what a GPU gets, as it connects none,");

        Finding NotKnown(Origin at, string what) => Report(fabric.Design, at,
            $"{what} is not known of `{fabric.Name}`{why}: whether this holds cannot be said. Leave it out, and measure.", Fix.Remove("Leave the requirement out", at));
    }

    /// <summary>What there is that can so fail, among switches that are joined; null for nothing.</summary>
    static string? Lost(MeshDraft mesh, Loss loss) => loss switch
    {
        Loss.Spine => mesh.Switches.Role == "spine" ? "spine" : null,
        Loss.Rack => mesh.Switches.Placement is null ? null : "rack",
        _ => "link",
    };
}
