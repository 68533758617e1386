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
    /// <summary>The mechanical remedy, where there is one. Offered by editors; not part of the plan.</summary>
    public Fix? Fix { get; init; }

    /// <inheritdoc/>
    public bool Equals(Finding? other) =>
        other is not null && Rule == other.Rule && Severity == other.Severity && Message == other.Message && At.Equals(other.At);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((Rule.GetHashCode() * 31 + Message.GetHashCode()) * 31 + At.GetHashCode());
}

/// <summary>A change of the source that removes a finding, always at the span the finding underlines.</summary>
/// <param name="Title">What the editor offers: "Use 16 spines".</param>
/// <param name="Kind">Whether the text replaces the argument's value or is a call appended to the underlined call.</param>
/// <param name="Text">C# source.</param>
public sealed record Fix(string Title, FixKind Kind, string Text);

/// <summary>What a <see cref="Fix"/> does with its text.</summary>
public enum FixKind
{
    /// <summary>The underlined argument's value becomes the text; its name, if written, stays.</summary>
    ReplaceArgument,

    /// <summary>The text, a call such as <c>.Oversubscribed(2, 1)</c>, is put behind the underlined call.</summary>
    AppendCall,
}
