using System.Runtime.CompilerServices;
using ClusterDsl.Language;
using ClusterDsl.Model;
using ClusterDsl.Plans;

namespace ClusterDsl;

/// <summary>What can be said of a fabric of leaves, spines and cores, whatever its protocol.</summary>
/// <typeparam name="TFabric">The fabric itself, so that each call returns it.</typeparam>
/// <typeparam name="TSwitch">The only kind of switch it takes.</typeparam>
public abstract class SpineLeaf<TFabric, TSwitch> : FabricOf<TFabric>
    where TFabric : SpineLeaf<TFabric, TSwitch>
    where TSwitch : SwitchModel
{
    private protected SpineLeaf(FabricDesign design) : base(design) { }

    /// <summary>Port i of every node of a unit lands on the unit's leaf of rail i (CDL1105).</summary>
    public TFabric RailOptimized()
    {
        Design.RailOptimized = true;
        return Self;
    }

    /// <summary>Splits the fabric into planes that share nothing below the nodes: port j of a rail belongs to plane j.</summary>
    /// <param name="count">1 to 64 (CDL1003); divides the ports of a node.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public TFabric Planes(int count, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Cluster.Once(Design, Origin.Here(file, line)).Argument("count");
        var planes = Cluster.Within(count, 1, 64, "the number of planes", at, out var legal);
        if (legal) Design.Planes = (planes, at);
        else Design.Incomplete = true;
        return Self;
    }

    /// <summary>Connects the ports of one role of a node group to a tier of the fabric.</summary>
    /// <param name="nodes">The node group's name (CDL1004).</param>
    /// <param name="role">Which of its ports; a model without ports of the role is CDL1004.</param>
    /// <param name="tier">Where: at the leaves, or at the spines for a hand-over to other equipment.</param>
    /// <param name="links">Optics and cable, when they are not to be chosen by the planner.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public TFabric Connect(string nodes, Role role = Role.Compute, Tier tier = Tier.Leaf, Action<LinkChoice>? links = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Origin.Here(file, line);
        if (tier is not (Tier.Leaf or Tier.Spine))
        {
            Cluster.Violations.Add(new Violation($"the tier is {tier}; nodes connect to leaves or to spines", at.Argument("tier"))
            { Fix = Fix.Set("Connect them to the spines", at, "tier", "Tier.Spine") });
            Design.Incomplete = true;
        }
        return Connect(new ConnectionDesign(nodes ?? "", role, tier, at.Argument("nodes")), links);
    }

    /// <summary>Declares the leaves: the switches that nodes connect to.</summary>
    /// <param name="model">Of the catalogue (<see cref="Switches"/>) or your own; one whose figures cannot be is CDL1003.</param>
    /// <param name="count">1 to 16,777,216 (CDL1003); left out, as few as serve what is connected. Too few ports are CDL1101.</param>
    /// <param name="uplinks">Links from each leaf upwards, 0 to 4,096 (CDL1003); left out, what the declared ratio needs. More than can be used is CDL2103.</param>
    /// <param name="uplinkSpeed">The speed of those links, 1 to 1,600 Gb/s (CDL1003); left out, the fabric's. Both ends must have it (CDL1108).</param>
    /// <param name="leaves">More about these leaves, among it the connections that only they serve.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public TFabric Leaves(TSwitch model, int? count = null, int? uplinks = null, Bandwidth? uplinkSpeed = null, Action<LeafBlock>? leaves = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Origin.Here(file, line);
        if (Cluster.Missing(model, "the leaves' model", at.Argument("model")) || !Cluster.Possible(model, at.Argument("model"))) return Unknown();
        var block = new BlockDesign(Design, model, at)
        {
            Count = Count(count, "the number of leaves", at.Argument("count")),
            Uplinks = Number(uplinks, 0, Limits.Ports, "the number of uplinks", at.Argument("uplinks")),
            UplinkGbps = Number(uplinkSpeed?.Gbps, 1, 1_600, "the speed of an uplink in Gb/s", at.Argument("uplinkSpeed"), "Gbps"),
        };
        Design.Blocks.Add(block);
        leaves?.Invoke(new LeafBlock(block));
        return Self;
    }

    /// <summary>Declares the spines: every leaf of a plane reaches every spine of it (CDL1104) with as many links (CDL1103).</summary>
    /// <param name="model">Of the catalogue (<see cref="Switches"/>) or your own; one whose figures cannot be is CDL1003.</param>
    /// <param name="count">1 to 16,777,216 (CDL1003); left out, the fewest that have the ports and divide the uplinks evenly. Too few ports are CDL1101.</param>
    /// <param name="single">Whether one spine alone is meant (CDL1106, CDL1107).</param>
    /// <param name="links">Optics and cable of the links below, when they are not to be chosen by the planner.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public TFabric Spines(TSwitch model, int? count = null, bool single = false, Action<LinkChoice>? links = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var tier = TierOf(model, count, "spines", Cluster.Once(Design, Origin.Here(file, line)), links);
        if (tier is null) return Unknown();
        tier.Single = single;
        Design.Spines = tier;
        return Self;
    }

    /// <summary>Declares a core tier: leaves and spines form pods, and the cores join the pods.</summary>
    /// <param name="model">Of the catalogue (<see cref="Switches"/>) or your own; one whose figures cannot be is CDL1003.</param>
    /// <param name="count">1 to 16,777,216 (CDL1003); left out, the fewest that have the ports and divide the spines' uplinks evenly. Too few ports are CDL1101.</param>
    /// <param name="links">Optics and cable of the links below, when they are not to be chosen by the planner.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public TFabric Cores(TSwitch model, int? count = null, Action<LinkChoice>? links = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var tier = TierOf(model, count, "cores", Cluster.Once(Design, Origin.Here(file, line)), links);
        if (tier is null) return Unknown();
        Design.Cores = tier;
        return Self;
    }

    /// <summary>Units (or leaf groups) in a pod of a three-tier fabric; left out, as many as a full pod takes.</summary>
    /// <param name="units">1 to 16,777,216 (CDL1003).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public TFabric Pods(int units, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Cluster.Once(Design, Origin.Here(file, line)).Argument("units");
        if (Number(units, 1, Limits.Devices, "the units of a pod", at) is { } legal) Design.Pods = (legal, at);
        return Self;
    }

    /// <summary>Takes the leaves' uplinks into the spines of another fabric, instead of spines of its own.</summary>
    /// <param name="fabric">The other fabric's name (CDL1004).</param>
    /// <param name="perLeaf">Uplinks from each leaf, 1 to 64 (CDL1003).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public TFabric UplinksInto(string fabric, int perLeaf, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Cluster.Once(Design, Origin.Here(file, line));
        if (Number(perLeaf, 1, 64, "the number of uplinks per leaf", at.Argument("perLeaf")) is { } legal)
            Design.Into = (fabric ?? "", legal, at.Argument("fabric"));
        return Self;
    }

    TierDesign? TierOf(TSwitch model, int? count, string what, Origin at, Action<LinkChoice>? links)
    {
        if (Cluster.Missing(model, $"the model of the {what}", at.Argument("model")) || !Cluster.Possible(model, at.Argument("model"))) return null;
        var tier = new TierDesign(model, count is null ? at : at.Argument("count")) { Count = Count(count, $"the number of {what}", at.Argument("count")) };
        links?.Invoke(new LinkChoice(tier.Media));
        return tier;
    }
}
