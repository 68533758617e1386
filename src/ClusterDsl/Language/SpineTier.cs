using System.ComponentModel;
using System.Runtime.CompilerServices;
using ClusterDsl.Language;
using ClusterDsl.Model;

namespace ClusterDsl;

/// <summary>The spines of a fabric with cores: what they carry upwards.</summary>
public sealed class SpineTier : Declaration
{
    readonly TierDesign _design;

    internal SpineTier(TierDesign design) => _design = design;

    ClusterDesign Cluster => _design.Fabric.Site.Cluster;

    /// <summary>The spines carry to the cores what comes up to them, whatever the fabric says of its other tiers (CDL2101).</summary>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public SpineTier NonBlocking([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        _design.Ratio = new RatioDesign(Ratio.One, "", Cluster.Once(_design, Origin.Here(file, line), RatioDesign.Said));
        return this;
    }

    /// <summary>Allows the spines more bandwidth down than up to the cores: pods that are non-blocking inside and 7:1 to each other. More than
    /// is allowed is CDL2101, more than the project allows CDL2104.</summary>
    /// <param name="down">Parts down, 1 to 1,000 (CDL1003).</param>
    /// <param name="up">Parts up, 1 to 1,000 (CDL1003).</param>
    /// <param name="reason">Why that is enough; kept in the plan.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public SpineTier Oversubscribed(int down, int up = 1, string reason = "",
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        _design.Ratio = EthernetFabric.RatioOf(_design.Fabric, down, up, reason, Cluster.Once(_design, Origin.Here(file, line), RatioDesign.Said));
        return this;
    }

    /// <summary>Accepts the findings of a rule about the spines, with the reason. They stay in the plan as waivers; without any, it is CDL9001.</summary>
    /// <param name="rule">The id of the rule: "CDL1106".</param>
    /// <param name="reason">Why it is acceptable here; not empty (CDL1003), not left to be written (CDL9002).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public SpineTier Accept(string rule, string reason, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Cluster.Accept(_design, rule, reason, Origin.Here(file, line));
        return this;
    }

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override void MarkIncomplete() => _design.Fabric.Incomplete = true;
}
