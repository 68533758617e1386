using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A connection to something that was not declared.</summary>
sealed class UnknownNameUsed() : DesignRule("CDL1004", "Unknown name", "Structure", Severity.Error)
{
    const int MostGuesses = 100_000;

    public override IEnumerable<Finding> Check(Draft draft)
    {
        // What could not be evaluated may have declared it.
        if (draft.Design.Incomplete || draft.Design.Sites.Any(s => s.Incomplete)) yield break;
        // Each name is compared with each that is known: where both are very many, none is guessed.
        var isGuessed = draft.Unknown.Sum(u => (long)u.Known.Count) <= MostGuesses;
        foreach (var unknown in draft.Unknown)
        {
            var nearest = isGuessed ? Text.Nearest(unknown.Name, unknown.Known) : null;
            var hint = nearest is not null ? $"Did you mean `{nearest}`?"
                : unknown.Known.Count == 0 ? $"None is declared."
                : $"Declared: {Text.Quoted(unknown.Known.Take(8))}.";
            var isName = !unknown.What.StartsWith("role of ");
            var what = isName ? $"there is no {unknown.What} {Text.Shown(unknown.Name)}" : $"{unknown.What.Substring("role of ".Length)} has no ports for the role {Text.Shown(unknown.Name)}";
            yield return Report(unknown.At, $"{what}. {hint}",
                !isName ? unknown.Known.Count == 1 ? Fix.Set($"Use the role {unknown.Known[0]}", unknown.At, "role", "Role." + unknown.Known[0]) : null
                : nearest is not null ? Fix.Instead($"Use `{nearest}`", unknown.At, Text.Literal(nearest)) : null);
        }
    }
}
