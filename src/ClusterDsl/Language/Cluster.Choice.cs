using System.Runtime.CompilerServices;
using ClusterDsl.Model;

namespace ClusterDsl;

/// <content>What the cluster is for.</content>
partial class Cluster
{
    /// <summary>Declares a job that the cluster has to run. What it needs of scale-up, scale-out and scale-across is held against the plan (CDL8001 to CDL8010), and
    /// <c>clusterdsl compare</c> estimates how long it exchanges data. Without any, nothing of that is said.</summary>
    /// <param name="name">Unique among workloads (CDL1001, CDL1002).</param>
    /// <param name="workload">How many GPUs it takes and what they exchange.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Cluster Workload(string name, Action<Workload> workload, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Origin.Here(file, line);
        var design = new WorkloadDesign(Design, name ?? "", at.Argument("name"));
        Design.Workloads.Add(design);
        if (Design.Missing(workload, "the workload's content", at)) design.Incomplete = true;
        else workload(new Workload(design));
        return this;
    }
}
