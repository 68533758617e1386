using System.Globalization;
using ClusterDsl.Analyzers.Devices;
using ClusterDsl.Analyzers.Hosting;
using ClusterDsl.Plans;

namespace ClusterDsl.Analyzers.Generation;

/// <summary>From an evaluation to what is generated from it.</summary>
internal static class ModelReader
{
    const string InvalidKey = "ClusterDsl.Invalid:";

    public static EmbeddingModel Embedding(EvaluatedClass evaluated, CancellationToken cancellation) =>
        new(evaluated.FileName + ".Plan" + Generated.Suffix, Payloads(evaluated, cancellation).ToEquatable());

    static IEnumerable<Payload> Payloads(EvaluatedClass evaluated, CancellationToken cancellation)
    {
        if (evaluated.Findings.Count > 0) yield return Invalid(evaluated.FullName, evaluated.Findings);
        foreach (var cluster in evaluated.Clusters)
            yield return cluster.IsValid ? Valid(evaluated, cluster, cancellation) : Invalid(evaluated.FullName + "." + cluster.Method, cluster.Findings);
    }

    static Payload Valid(EvaluatedClass evaluated, EvaluatedCluster cluster, CancellationToken cancellation)
    {
        try
        {
            return new Payload(EmbeddedPlan.Key + cluster.Plan!.Name, cluster.Json(cancellation));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A fault of the planner in what only a written plan needs.
            return Invalid(evaluated.FullName + "." + cluster.Method, [cluster.Unplanned(exception)]);
        }
    }

    /// <summary>What makes the build fail where files that describe hardware are wrong; nothing where none is.</summary>
    public static IEnumerable<EmbeddingModel> Unusable(EquatableArray<DeviceFault> faults)
    {
        var errors = faults.Where(f => f.Rule.Severity == Severity.Error)
            .Select(f => Line(f.Rule.Id, f.Path.Substring(f.Path.LastIndexOfAny(['/', '\\']) + 1), f.Lines.Start.Line + 1, f.Message)).ToList();
        if (errors.Count > 0)
            yield return new EmbeddingModel("Hardware.Files" + Generated.Suffix, new[] { new Payload(InvalidKey + "hardware", string.Join("\n", errors)) }.ToEquatable());
    }

    static Payload Invalid(string definition, IEnumerable<Found> findings) => new(
        InvalidKey + definition, string.Join("\n", findings.Where(f => f.IsError).Select(f => Line(f.Rule, f.File, f.Line, f.Message))));

    static string Line(string rule, string file, int line, string message) => $"{rule}|{file}|{line}|{message.Replace('\n', ' ')}";

    public static MembersModel? Members(EvaluatedClass evaluated) => evaluated.Type.Shape.IsExtensible
        ? new MembersModel(evaluated.FileName + Generated.Suffix, evaluated.Type.Shape, evaluated.Clusters.Select(Cluster).ToEquatable())
        : null;

    static ClusterModel Cluster(EvaluatedCluster cluster)
    {
        if (cluster.Plan is not { } plan) return new ClusterModel(cluster.Method, null, "could not be evaluated", default, default);
        var inFabrics = new HashSet<string>(plan.Fabrics.SelectMany(f => f.Tiers).SelectMany(t => t.Groups));
        return new ClusterModel(
            cluster.Method, plan.Name, PlanSummary.Line(plan),
            plan.Fabrics.Select(f => Fabric(plan, f)).ToEquatable(),
            plan.Groups.Where(g => !inFabrics.Contains(g.Id)).Select(g => Group(plan, g, g.Id)).ToEquatable());
    }

    static FabricModel Fabric(Plan plan, FabricPlan fabric) => new(
        fabric.Name,
        fabric.Protocol,
        fabric.Tiers.SelectMany(t => t.Groups)
            .Select(id => plan.Groups.FirstOrDefault(g => g.Id == id))
            .Where(g => g is not null)
            .Select(g => Group(plan, g!, Local(g!.Id, fabric.Name)))
            .ToEquatable());

    static string Local(string id, string fabric) =>
        id.StartsWith(fabric + "/", StringComparison.Ordinal) ? id.Substring(fabric.Length + 1) : id;

    static GroupModel Group(Plan plan, DeviceGroup group, string name) =>
        new(group.Id, name, group.Count.ToString("N0", CultureInfo.InvariantCulture) + " × " + group.Model);
}
