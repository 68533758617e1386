using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A template by which two cables can have the same label.</summary>
sealed class LabelNotUnique() : DesignRule("CDL4015", "Label not unique", "Placement", Severity.Warning)
{
    public override IEnumerable<Finding> Check(Draft draft)
    {
        if (draft.Design.Labels is { } labels && !labels.Template.IsUnique(inSeveralHalls: draft.Halls.Count > 1))
            yield return Report(labels.At.Argument("template"),
                $"two cables can have the same label: it names neither the cable nor, of one end, the port with the device or with its rack and unit{(draft.Halls.Count > 1 ? ", hall and site" : "")}. Add `{{cable}}`, or `{{near.device}}` and `{{near.port}}`.",
                Fix.Instead("Add the cable's name", labels.At.Argument("template"), Text.Literal("{cable} " + labels.Text)));
    }
}
