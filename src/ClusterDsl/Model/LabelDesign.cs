using ClusterDsl.Plans;

namespace ClusterDsl.Model;

/// <summary>The declared template of labels.</summary>
sealed record LabelDesign(string Text, int? Longest, Origin At)
{
    public LabelTemplate Template { get; } = LabelTemplate.Parse(Text);

    /// <summary>Fields that do not exist, each with the nearest that does.</summary>
    public IEnumerable<Violation> Faults()
    {
        if (Text.Length == 0) yield return new Violation("the template of labels is empty", At.Argument("template"));
        foreach (var name in Template.Unknown.Distinct())
        {
            var nearest = ClusterDsl.Text.Nearest(name, LabelTemplate.Fields);
            yield return new Violation($"a label has no field {ClusterDsl.Text.Shown("{" + name + "}")}. {(nearest is null ? "" : $"Did you mean `{{{nearest}}}`? ")}There are `{{fabric}}`, `{{cable}}` and, of the ends near, far, a and b, {ClusterDsl.Text.Quoted(LabelTemplate.EndFields)}", At.Argument("template"))
            { Fix = nearest is null ? null : Fix.Instead($"Use {{{nearest}}}", At.Argument("template"), ClusterDsl.Text.Literal(Text.Replace("{" + name + "}", "{" + nearest + "}"))) };
        }
    }
}
