namespace ClusterDsl.Model;

/// <summary>Something declared, in what it was declared in: what is accepted of the whole is accepted of its parts.</summary>
abstract class Declared(Declared? parent)
{
    public Declared? Parent { get; } = parent;
}

/// <summary>A finding accepted in advance about a declaration and its parts, with the reason.</summary>
sealed class Acceptance(Declared about, string rule, string reason, Origin at)
{
    public Declared About { get; } = about;
    public string Rule { get; } = rule;
    public string Reason { get; } = reason;
    public Origin At { get; } = at;
}
