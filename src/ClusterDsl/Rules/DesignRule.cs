using ClusterDsl.Model;
using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A rule that judges a planned design, in closed form: its cost is that of the description, not of the cluster.</summary>
abstract class DesignRule(string id, string title, string category, Severity severity) : Rule(id, title, category, severity)
{
    /// <summary>Whether an author may accept its findings with a reason. What cannot be built at all cannot be accepted.</summary>
    public virtual bool CanBeAccepted => Severity != Severity.Error;

    /// <summary>Whether a reason is one that accepts a finding.</summary>
    public virtual bool Accepts(Finding finding, string reason) => true;

    /// <summary>The reason that an editor writes down, for the author to finish.</summary>
    public virtual string Reason(Finding finding) => "TODO: why is this acceptable?";

    /// <summary>A finding about a declaration: it is accepted where that, or what it is part of, accepts it.</summary>
    protected Finding Report(Declared about, Origin at, string message, params Fix?[] fixes) =>
        Report(at, message, fixes) with { About = about };

    /// <summary>What is wrong with a design.</summary>
    public abstract IEnumerable<Finding> Check(Draft draft);
}
