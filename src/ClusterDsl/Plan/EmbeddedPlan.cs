using System.ComponentModel;
using System.Reflection;

namespace ClusterDsl.Plans;

/// <summary>A plan that the generator put into an assembly's metadata; read and decoded when first asked for.</summary>
/// <param name="anchor">A type of the assembly.</param>
/// <param name="name">The cluster's name.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EmbeddedPlan(Type anchor, string name)
{
    /// <summary>The metadata key of a cluster's plan, before its name.</summary>
    public const string Key = "ClusterDsl.Plan:";

    readonly Lazy<Plan> _plan = new(() => Read(anchor.Assembly, name));

    /// <summary>The plan. A cluster with errors has none, and its assembly was not built.</summary>
    public Plan Value => _plan.Value;

    static Plan Read(Assembly assembly, string name)
    {
        foreach (var metadata in assembly.GetCustomAttributes<AssemblyMetadataAttribute>())
            if (metadata.Key == Key + name && metadata.Value is { } json) return PlanJson.Read(json);
        throw new InvalidOperationException($"The plan of `{name}` has errors and was not built");
    }
}
