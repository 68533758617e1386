using System.ComponentModel;
using System.Runtime.CompilerServices;
using ClusterDsl.Language;
using ClusterDsl.Model;

namespace ClusterDsl;

/// <summary>The optics and the cable of some links; what is not chosen here, the planner chooses by speed, cage and length.</summary>
public sealed class LinkChoice : Declaration
{
    readonly MediaDesign _design;

    internal LinkChoice(MediaDesign design) => _design = design;

    /// <summary>Chooses transceivers. They must fit their cage (CDL3001) and understand each other: medium (CDL3002), connector (CDL3003), lane
    /// rate (CDL3004), protocol (CDL3005), optical standard (CDL3006). One cage takes one module (CDL1132).</summary>
    /// <param name="lower">At the node, or at the lower switch; left out, the planner chooses (CDL3008 where nothing serves).</param>
    /// <param name="upper">At the switch above; left out, the planner chooses (CDL3008 where nothing serves).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public LinkChoice Optics(Optic? lower = null, Optic? upper = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Origin.Here(file, line);
        if (lower is not null) _design.Lower = (lower, at.Argument("lower"));
        if (upper is not null) _design.Upper = (upper, at.Argument("upper"));
        return this;
    }

    /// <summary>Chooses the cable. Its reach must cover the routed length (CDL3007).</summary>
    /// <param name="family">The family; the planner takes the stock length.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public LinkChoice Cable(CableFamily family, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        if (family is not null) _design.Cable = (family, Origin.Here(file, line).Argument("family"));
        return this;
    }

    /// <summary>Asks for a grade of fibre, such as one that lies already; the planner takes optics and cords for it. What the optics do not reach on it is CDL3007.</summary>
    /// <param name="grade">Left out of a link altogether, the planner chooses OM4 or OS2.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public LinkChoice Fibre(FibreGrade grade, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        _design.Grade = (grade, Origin.Here(file, line).Argument("grade"));
        return this;
    }

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override void MarkIncomplete() { }
}
