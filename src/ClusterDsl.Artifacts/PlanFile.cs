using System.Text;

namespace ClusterDsl.Artifacts;

/// <summary><c>plan.json</c>: the plan in closed form, as <c>plan.schema.json</c> describes it.</summary>
public sealed class PlanFile : SingleFile
{
    /// <inheritdoc/>
    public override string Format => "plan";

    /// <inheritdoc/>
    public override bool IsDefault => true;

    /// <inheritdoc/>
    public override string FileName => "plan.json";

    /// <inheritdoc/>
    public override void Write(Plan plan, Stream output) => output.Write(Encoding.UTF8.GetBytes(PlanJson.Write(plan)));
}
