using ClusterDsl.Model;

namespace ClusterDsl.Plans;

/// <summary>How much a finding matters.</summary>
public enum Severity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Works, but is probably not what was meant.</summary>
    Warning,

    /// <summary>Cannot be built as declared: the plan is not embedded and the build fails.</summary>
    Error,
}

/// <summary>What a rule has to say about one place of a definition.</summary>
/// <param name="Rule">The rule's id, CDL and four digits.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">One or two sentences with the numbers and what to do.</param>
/// <param name="At">The call, or the argument, that causes it.</param>
public sealed record Finding(string Rule, Severity Severity, string Message, Origin At)
{
    /// <summary>The remedies that can be written down, the best first. Offered by editors; not part of the plan.</summary>
    public Seq<Fix> Fixes { get; init; } = Seq<Fix>.Empty;

    /// <summary>What it is about, while it is judged; the whole cluster where nothing less is said.</summary>
    internal Declared? About { get; init; }

    /// <inheritdoc/>
    public bool Equals(Finding? other) =>
        other is not null && Rule == other.Rule && Severity == other.Severity && Message == other.Message && At.Equals(other.At);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((Rule.GetHashCode() * 31 + Message.GetHashCode()) * 31 + At.GetHashCode());
}
