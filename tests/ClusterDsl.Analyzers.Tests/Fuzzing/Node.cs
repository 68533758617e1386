namespace ClusterDsl.Analyzers.Tests.Fuzzing;

/// <summary>A part of a program: the production it was made by and what fills it, text, variables, names of members and other nodes.</summary>
internal sealed record Node(Rule Rule, CodeType Type, IReadOnlyList<object> Parts)
{
    public IEnumerable<Node> Children => Parts.OfType<Node>();

    public IEnumerable<Node> All => Children.SelectMany(c => c.All).Prepend(this);

    /// <summary>Whether the compiler would compute it.</summary>
    public bool IsConstant => (Rule.Folds || Rule.Name.StartsWith("literal", StringComparison.Ordinal)) && Children.All(c => c.IsConstant);
}

/// <summary>A variable of a program; it gets its name when the program is written.</summary>
internal sealed record Variable(CodeType Type, bool IsChangeable)
{
    public bool Equals(Variable? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}

/// <summary>The name of a member that the program must then declare.</summary>
internal sealed record MemberName(string Name);
