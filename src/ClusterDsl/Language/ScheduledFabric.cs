using System.Runtime.CompilerServices;
using ClusterDsl.Language;
using ClusterDsl.Model;

namespace ClusterDsl;

/// <summary>
/// A scheduled fabric of one stage or two: every line box has equally many links to every fabric box, of its zone where a second stage joins
/// zones, so that cells can be sprayed over all of them. It takes no ordinary switch.
/// </summary>
public sealed class ScheduledFabric : FabricOf<ScheduledFabric>
{
    /// <summary>What a cell carries beside its payload has to go over the fabric side as well.</summary>
    const double UsualSpeedUp = 1.1;

    internal ScheduledFabric(FabricDesign design, Origin at) : base(design) => Design.Scheduled = (Thousandths(UsualSpeedUp), at);

    /// <summary>Declares the line boxes: what nodes connect to. A switch of another kind in the fabric is CDL7204.</summary>
    /// <param name="model">Of the catalogue (<see cref="Switches"/>) or your own; one whose figures cannot be is CDL1003.</param>
    /// <param name="count">1 to 16,777,216 (CDL1003); left out, as few as serve what is connected. Too few ports are CDL1101; more than a system takes is CDL7203.</param>
    /// <param name="fabricLinks">Links from each line box to the fabric boxes, 1 to 4,096 (CDL1003); left out, as many as it has fabric ports. Links that do not
    /// spread evenly over the fabric boxes are CDL7201, too few for the speed-up CDL7202.</param>
    /// <param name="perRack">Line boxes at the top of each rack of nodes, 1 to 64 (CDL1003), whose number `.PerRack(…)` says (CDL1005); left out, line boxes do not
    /// follow the racks.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public ScheduledFabric LineBoxes(LineBox model, int? count = null, int? fabricLinks = null, int? perRack = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Cluster.Once(Design, Origin.Here(file, line));
        if (Cluster.Missing(model, "the line boxes' model", at.Argument("model")) || !Cluster.Possible(model, at.Argument("model"))) return Unknown();
        Design.Blocks.Clear();
        Design.Blocks.Add(new BlockDesign(Design, model, at)
        {
            Name = "line",
            Count = Count(count, "the number of line boxes", at.Argument("count")),
            PerRack = Number(perRack, 1, 64, "the number of line boxes in a rack", at.Argument("perRack")),
            Uplinks = Number(fabricLinks, 1, Limits.Ports, "the number of fabric links", at.Argument("fabricLinks")) ?? model.Fabric.Count(model.Fabric.Native),
            UplinkGbps = model.Fabric.Native.Speed.Gbps,
        });
        return this;
    }

    /// <summary>Declares the fabric boxes, which carry cells from line box to line box.</summary>
    /// <param name="model">Of the catalogue (<see cref="Switches"/>) or your own; one whose figures cannot be is CDL1003.</param>
    /// <param name="count">1 to 16,777,216 (CDL1003); left out, the fewest that have the ports and share the links of a line box evenly (CDL7201).</param>
    /// <param name="speedUp">How much faster a line box's fabric side is than what nodes bring to it, 1 to 4 (CDL1003), because cells carry more than their payload;
    /// less is CDL7202.</param>
    /// <param name="single">Whether one fabric box alone is meant (CDL1106, CDL1107).</param>
    /// <param name="links">Optics and cable of the links below, when they are not to be chosen by the planner.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public ScheduledFabric FabricBoxes(FabricBox model, int? count = null, double speedUp = UsualSpeedUp, bool single = false, Action<LinkChoice>? links = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Cluster.Once(Design, Origin.Here(file, line));
        if (Cluster.Missing(model, "the model of the fabric boxes", at.Argument("model")) || !Cluster.Possible(model, at.Argument("model"))) return Unknown();
        var tier = new TierDesign(Design, model, count is null ? at : at.Argument("count"))
        {
            Count = Count(count, "the number of fabric boxes", at.Argument("count")), Single = single,
        };
        links?.Invoke(new LinkChoice(tier.Media, Design));
        Design.Spines = tier;
        if (Number(Thousandths(speedUp), 1_000, 4_000, "the speed-up", at.Argument("speedUp"), "Thousandths") is { } legal) Design.Scheduled = (legal, at.Argument("speedUp"));
        return this;
    }

    /// <summary>Declares a second stage: line boxes and fabric boxes form zones, which its boxes join. It carries all that the first brings to it, so
    /// that the speed-up of both is the same.</summary>
    /// <param name="model">Of the catalogue (<see cref="Switches"/>) or your own; one whose figures cannot be is CDL1003.</param>
    /// <param name="count">1 to 16,777,216 (CDL1003); left out, the fewest that have the ports and that the fabric boxes reach evenly. Too few ports are CDL1101, links
    /// that do not spread evenly CDL1123, one box alone is CDL1106, boxes over one zone CDL1107.</param>
    /// <param name="links">Optics and cable of the links below, when they are not to be chosen by the planner.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public ScheduledFabric SecondStage(FabricBox model, int? count = null, Action<LinkChoice>? links = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Cluster.Once(Design, Origin.Here(file, line));
        if (Cluster.Missing(model, "the model of the second stage", at.Argument("model")) || !Cluster.Possible(model, at.Argument("model"))) return Unknown();
        var tier = new TierDesign(Design, model, count is null ? at : at.Argument("count")) { Count = Count(count, "the number of second-stage boxes", at.Argument("count")) };
        links?.Invoke(new LinkChoice(tier.Media, Design));
        Design.Cores = tier;
        return this;
    }

    /// <summary>The size of a zone of a fabric of two stages. Without this call, a zone is as large as its fabric boxes allow.</summary>
    /// <param name="lineBoxes">Line boxes in a zone, 1 to 16,777,216 (CDL1003); more than its fabric boxes have ports for are CDL1101.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public ScheduledFabric Zones(int lineBoxes, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Cluster.Once(Design, Origin.Here(file, line)).Argument("lineBoxes");
        if (Number(lineBoxes, 1, Limits.Devices, "the line boxes of a zone", at) is { } legal) Design.Pods = (legal, false, at);
        return this;
    }

    static int Thousandths(double ratio) => Units.Saturate(ratio * 1_000);
}
