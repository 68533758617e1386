using ClusterDsl.Model;
using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>More bandwidth comes down to a tier than goes up from it, beyond what was declared.</summary>
sealed class TierOversubscribed() : DesignRule("CDL2101", "Tier oversubscribed", "Capacity", Severity.Error)
{
    public override bool CanBeAccepted => true;

    public override IEnumerable<Finding> Check(Draft draft)
    {
        foreach (var fabric in draft.Fabrics)
        {
            // A scheduled fabric is judged by its speed-up.
            foreach (var block in fabric.Design.Scheduled is null ? fabric.Blocks : [])
                if (block.UplinkPorts is not null && Ratio(block) is var ratio && ratio.CompareTo(block.Most) > 0)
                    yield return Leaf(fabric, block, ratio);
            if (fabric is { Spines: { } spines, Cores: not null })
            {
                var load = draft.LoadOf(spines.Group);
                var (device, worst) = load.Worst();
                var (down, up) = load.Of(device);
                // Nothing goes up where the cores could not be cabled; why is said elsewhere.
                if (worst.CompareTo(spines.Most) <= 0 || up == 0) continue;
                yield return Report(spines.Design, spines.Design.At,
                    $"spine `{spines.Group.Name.Format(device)}`: {Text.Number(down)} Gb/s down, {Text.Number(up)} Gb/s up is {worst}; no more than {spines.Most} is declared. Connect less to the spines, or declare {Declare(worst)} of them.",
                    Allow(worst, spines));
            }
            if (fabric.Mesh is { } mesh && Mesh(draft, fabric, mesh) is { } crowded) yield return crowded;
        }
    }

    /// <summary>Spines of cells, or routers, that take less to others of their kind than comes up to them.</summary>
    Finding? Mesh(Draft draft, FabricDraft fabric, MeshDraft mesh)
    {
        var most = fabric.Ratio?.Most ?? ClusterDsl.Ratio.One;
        var (device, worst) = draft.LoadOf(mesh.Switches).Worst();
        var (down, up) = draft.LoadOf(mesh.Switches).Of(device);
        // Nothing goes to others where those links could not be cabled; why is said elsewhere.
        if (worst.CompareTo(most) <= 0 || up == 0) return null;
        var role = mesh.Switches.Role;
        return Report(fabric.Design, mesh.At,
            $"{role} `{mesh.Switches.Name.Format(device)}`: {Text.Number(down)} Gb/s down, {Text.Number(up)} Gb/s to others is {worst}; no more than {most} is declared. Connect less to the {role}s, or declare {Declare(worst)}.",
            Allow(worst, fabric.Ratio, mesh.At));
    }

    static Ratio Ratio(BlockDraft block) => new(block.DownGbps, (long)block.Uplinks * block.UplinkGbps);

    Finding Leaf(FabricDraft fabric, BlockDraft block, Ratio ratio)
    {
        // Uplinks are declared on the leaves, or, where they go into another fabric, there.
        var (at, parameter) = block.Design.Uplinks is null && fabric.Design.Into is { } into ? (into.At, "perLeaf") : (block.Design.At.Argument("uplinks"), "uplinks");
        return Report(block.Design, at,
            $"leaf `{block.Leaves.Id}`: {block.DownText} down, {block.Uplinks} × {block.UplinkGbps}G up is {ratio}; no more than {block.Most} is declared. Use {Text.Count(block.UplinksNeeded, "uplink")}, or declare {Declare(ratio)}.",
            Fix.Set($"Use {Text.Count(block.UplinksNeeded, "uplink")}", at, parameter, block.UplinksNeeded.ToString()),
            Allow(ratio, block.Declared, block.Design.At));
    }

    /// <summary>Declares the ratio as meant: in the place of what was declared, or behind the tier.</summary>
    public static Fix Allow(Ratio ratio, RatioDesign? declared, Origin tier)
    {
        var (down, up) = Parts(ratio);
        var call = $"Oversubscribed({down}, {up}, {Text.Literal("TODO: why is that enough?")})";
        var title = $"Declare an oversubscription of {ratio}";
        return declared is null ? Fix.Append(title, tier, call, isDecision: true) : Fix.Replace(title, declared.At, call, isDecision: true);
    }

    /// <summary>Declares the ratio of the spines alone, whatever holds for the leaves.</summary>
    static Fix Allow(Ratio ratio, SpineDraft spines)
    {
        if (spines.Design.Ratio is { } own) return Allow(ratio, own, spines.Design.At);
        var (down, up) = Parts(ratio);
        var call = $"spines => spines.Oversubscribed({down}, {up}, {Text.Literal("TODO: why is that enough?")})";
        return new($"Declare an oversubscription of {ratio} for the spines", Seq.Of(Edit.Set(spines.Design.At, "spines", call))) { IsDecision = true };
    }

    /// <summary>The terms that the call takes; one against many is rounded up.</summary>
    static (long Down, long Up) Parts(Ratio ratio) =>
        ratio.Up <= 1 ? (ratio.Down, 1)
        : ratio.Down <= 1_000 ? (ratio.Down, ratio.Up)
        : ((ratio.Down + ratio.Up - 1) / ratio.Up, 1);

    /// <summary>The call that declares a ratio.</summary>
    public static string Declare(Ratio ratio) =>
        Parts(ratio) is (var down, > 1 and var up) ? $"`.Oversubscribed({down}, {up})`" : $"`.Oversubscribed({Parts(ratio).Down})`";
}
