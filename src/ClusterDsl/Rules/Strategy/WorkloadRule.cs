using ClusterDsl.Model;
using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A rule about a workload: it advises, or says that something is missing, and never without a declared workload. Each finding names the declared numbers that decided it.</summary>
abstract class WorkloadRule(string id, string title, Severity severity) : DesignRule(id, title, "Strategy", severity)
{
    public sealed override IEnumerable<Finding> Check(Draft draft) =>
        // What is missing may only be unknown.
        draft.Design.Workloads.Count == 0 || draft.Design.HasUnknowns ? [] : draft.Workloads.SelectMany(w => Check(draft, w));

    protected abstract IEnumerable<Finding> Check(Draft draft, WorkloadDraft workload);

    /// <summary>"`pretrain` takes 16,384 GPUs".</summary>
    protected static string Takes(WorkloadDraft workload) => $"`{workload.Design.Name}` takes {Text.Count(workload.Gpus, "GPU")}";

    /// <summary>The fabric that carries it, at the largest site that it uses.</summary>
    protected static FabricDraft? Fabric(Draft draft, WorkloadDraft workload) =>
        workload.Capacity.Joined.Count == 0 ? null : LayerPlanner.FabricOf(draft, workload.Capacity.Joined[0].Site);

    /// <summary>Whether it takes more GPUs than one domain has.</summary>
    protected static bool LeavesDomain(WorkloadDraft workload) => workload.Gpus > workload.Capacity.DomainGpus;

    /// <summary>An Ethernet fabric that sprays no cells.</summary>
    protected static bool IsPlainEthernet(FabricDraft fabric) => fabric.Design is { Protocol: "Ethernet", Scheduled: null };

    protected static string GBps(long mbps) => Text.Decimal(mbps / 8_000.0) + " GB/s";
}
