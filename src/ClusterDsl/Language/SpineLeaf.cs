using System.Runtime.CompilerServices;
using ClusterDsl.Language;
using ClusterDsl.Model;
using ClusterDsl.Plans;

namespace ClusterDsl;

/// <summary>What can be said of a fabric of leaves, spines and cores, whatever its protocol.</summary>
/// <typeparam name="TFabric">The fabric itself, so that each call returns it.</typeparam>
/// <typeparam name="TSwitch">The only kind of switch it takes.</typeparam>
public abstract partial class SpineLeaf<TFabric, TSwitch> : FabricOf<TFabric>
    where TFabric : SpineLeaf<TFabric, TSwitch>
    where TSwitch : SwitchModel
{
    private protected SpineLeaf(FabricDesign design) : base(design) { }

    /// <summary>
    /// Port i of every node of a unit lands on the unit's leaf of rail i (CDL1105). Where a node is a whole rack, its trays have the rails in common:
    /// with 4 of them, the 72 ports of a rack, numbered tray by tray, are 18 on each, port i on rail i modulo 4.
    /// </summary>
    /// <param name="groups">Rails, 1 to 4,096 (CDL1003), a divisor of the ports of a node (CDL1105); left out, every port of a node is a rail.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public TFabric RailOptimized(int? groups = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Cluster.Once(Design, Origin.Here(file, line)).Argument("groups");
        Design.RailOptimized = true;
        if (Number(groups, 1, Limits.Ports, "the number of rails", at) is { } legal) Design.Rails = (legal, at);
        return Self;
    }

    /// <summary>
    /// Rails that share no switch: each is a plane of its own, with its own spines where one leaf is not enough. What goes from rail to rail
    /// goes through the GPUs of a node, which the plan lists among its assumptions; nodes without GPUs to relay it are CDL1121.
    /// </summary>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public TFabric RailOnly([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Design.RailOptimized = true;
        Design.RailOnly = Cluster.Once(Design, Origin.Here(file, line));
        return Self;
    }

    /// <summary>
    /// The two ports of a NIC, the first and the second of a node, the third and the fourth, land on two leaves, so that a node outlives
    /// the loss of one. An odd number of ports is CDL1105. With <see cref="Planes"/>, each of the two is in a plane of its own.
    /// </summary>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public TFabric DualTor([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Design.DualTor = Cluster.Once(Design, Origin.Here(file, line));
        return Self;
    }

    /// <summary>Splits the fabric into planes that share nothing below the cores: port j of a rail belongs to plane j. A cable that joins two
    /// of them is CDL1122.</summary>
    /// <param name="count">1 to 64 (CDL1003); divides the ports of a node (CDL1105).</param>
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
    /// <param name="role">Which of its ports; a model without ports of the role is CDL1004, ports of another protocol are CDL1134.</param>
    /// <param name="tier">Where: at the leaves, or at the spines for a hand-over to other equipment. There its ports are dealt evenly to the planes and pods;
    /// equipment that misses a plane is CDL1124.</param>
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
    /// <param name="model">Of the catalogue (<see cref="Switches"/>) or your own; one whose figures cannot be is CDL1003. Split beyond
    /// what its chip runs is CDL1130, in a cage that does not split so CDL1131; legs of splitters that stay unused are told (CDL1133).
    /// Modules that draw more than its supplies give are CDL4017.</param>
    /// <param name="count">1 to 16,777,216 (CDL1003); left out, as few as serve what is connected. Too few ports are CDL1101.</param>
    /// <param name="uplinks">Links from each leaf upwards, 0 to 4,096 (CDL1003); left out, what the declared ratio needs. More than can be used is CDL2103.</param>
    /// <param name="uplinkSpeed">The speed of those links, 1 to 1,600 Gb/s (CDL1003); left out, the fabric's. Both ends must have it (CDL1108).</param>
    /// <param name="perRack">Leaves at the top of each rack of nodes, 1 to 64 (CDL1003): they serve the nodes of that rack, whose number `.PerRack(…)` says (CDL1005);
    /// left out, leaves do not follow the racks.</param>
    /// <param name="downlinks">Ports of each leaf for what is below, 1 to 4,096 (CDL1003), a splitter taking one; what is not connected stays free for
    /// it. More connected is CDL1101; left out, as many as are connected.</param>
    /// <param name="leaves">More about these leaves, among it the connections that only they serve.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public TFabric Leaves(TSwitch model, int? count = null, int? uplinks = null, Bandwidth? uplinkSpeed = null, int? perRack = null, int? downlinks = null,
        Action<LeafBlock>? leaves = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Origin.Here(file, line);
        if (Cluster.Missing(model, "the leaves' model", at.Argument("model")) || !Cluster.Possible(model, at.Argument("model"))) return Unknown();
        var block = new BlockDesign(Design, model, at)
        {
            Count = Count(count, "the number of leaves", at.Argument("count")),
            PerRack = Number(perRack, 1, 64, "the number of leaves in a rack", at.Argument("perRack")),
            Downlinks = Number(downlinks, 1, Limits.Ports, "the number of downlinks", at.Argument("downlinks")),
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
    /// <param name="spines">More about the spines, among it their oversubscription to the cores.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public TFabric Spines(TSwitch model, int? count = null, bool single = false, Action<LinkChoice>? links = null, Action<SpineTier>? spines = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var tier = TierOf(model, count, "spines", Cluster.Once(Design, Origin.Here(file, line)), links);
        if (tier is null) return Unknown();
        tier.Single = single;
        Design.Spines = tier;
        spines?.Invoke(new SpineTier(tier));
        return Self;
    }

    /// <summary>Declares a core tier: leaves and spines form pods, and the cores join the pods. A core serves one spine of every pod or several, each
    /// with as many links; a spine with two uplinks or more reaches two cores at least.</summary>
    /// <param name="model">Of the catalogue (<see cref="Switches"/>) or your own; one whose figures cannot be is CDL1003.</param>
    /// <param name="count">1 to 16,777,216 (CDL1003); left out, the fewest that have the ports and that the spines' uplinks
    /// reach evenly. Too few ports are CDL1101, uplinks that do not spread evenly CDL1123.</param>
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

    /// <summary>The size of a pod of a three-tier fabric. Without this call, a pod is as large as its spines allow.</summary>
    /// <param name="units">Units, or groups of leaves, in a pod, 1 to 16,777,216 (CDL1003); left out, say the racks.</param>
    /// <param name="racks">Racks in a pod, 1 to 16,777,216 (CDL1003), where leaves stand at the top of racks (CDL1005); left out, say the units.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public TFabric Pods(int? units = null, int? racks = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Cluster.Once(Design, Origin.Here(file, line));
        if (units is null == racks is null)
        {
            Cluster.Violations.Add(new Violation("a pod has so many units or so many racks; say one of the two", at));
            return Unknown();
        }
        if (Number(units, 1, Limits.Devices, "the units of a pod", at.Argument("units")) is { } u) Design.Pods = (u, false, at.Argument("units"));
        if (Number(racks, 1, Limits.Devices, "the racks of a pod", at.Argument("racks")) is { } r) Design.Pods = (r, true, at.Argument("racks"));
        return Self;
    }

    /// <summary>Takes the leaves' uplinks into the spines of another fabric, instead of spines of its own.</summary>
    /// <param name="fabric">The other fabric's name (CDL1004); a scheduled one takes none (CDL7204).</param>
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
        var tier = new TierDesign(Design, model, count is null ? at : at.Argument("count")) { Count = Count(count, $"the number of {what}", at.Argument("count")) };
        links?.Invoke(new LinkChoice(tier.Media, Design));
        return tier;
    }
}
