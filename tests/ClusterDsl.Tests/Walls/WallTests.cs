using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;

namespace ClusterDsl.Tests;

/// <summary>What must not grow: a plan and its planning cost what the description costs, not what the cluster costs.</summary>
public sealed class WallTests
{
    [Fact]
    public void The_plan_of_a_million_GPUs_is_under_64_KiB()
    {
        var plan = Gpus(1_000_000).Plan;
        Assert.Equal(1_000_000, plan.Gpus);
        Assert.Empty(plan.Findings);
        Assert.InRange(Encoding.UTF8.GetByteCount(PlanJson.Write(plan)), 1, 64 * 1024);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    public void Planning_a_million_GPUs_allocates_under_4_MiB(int nodeHeight) =>
        Assert.InRange(Allocated(1_000_000, nodeHeight), 1, 4 * 1024 * 1024);

    [Fact]
    public void Planning_a_million_GPUs_allocates_at_most_half_more_than_planning_a_thousand() =>
        Assert.InRange(Allocated(1_000_000, nodeHeight: 0), 1, Allocated(1_000, nodeHeight: 0) * 3 / 2);

    // With racks the longest run is searched for; the search grows with the logarithm of the hall.
    [Fact]
    public void In_racks_it_allocates_at_most_three_times_as_much() =>
        Assert.InRange(Allocated(1_000_000, nodeHeight: 8), 1, Allocated(1_000, nodeHeight: 8) * 3);

    [Theory]
    [InlineData("netstandard2.0")]
    [InlineData("net10.0")]
    public void The_library_knows_no_compiler(string framework) =>
        Assert.DoesNotContain(References(framework), name => name.StartsWith("Microsoft.CodeAnalysis"));

    [Fact]
    public void The_library_inside_the_compiler_needs_nothing_but_netstandard() => Assert.Equal(["netstandard"], References("netstandard2.0"));

    /// <summary>One description for any size: three tiers of 256 ports, eight rails, units of 64 nodes.</summary>
    static Cluster Gpus(int count, int nodeHeight = 0)
    {
        var node = new NodeModel("NODE", 8, new Ports("nic", 8, Cage.Qsfp112, 400.Gbps())) { Height = nodeHeight };
        var model = OnPaper.Switch(256);
        return Cluster.Named("wall").Site("dc", site => site
            // So close that a cable reaches across the hall: findings are not what is measured.
            .Hall("hall", h => h.Pitch(rack: 0.01.Metres(), row: 0.01.Metres()))
            .Nodes("node", node, count / 8, n => n.ScalableUnits(of: 64))
            .Fabric("net", f => f.Ethernet(400.Gbps()).RailOptimized().NonBlocking().Connect("node").Leaves(model).Spines(model).Cores(model).Pods(8)));
    }

    static long Allocated(int gpus, int nodeHeight)
    {
        _ = Gpus(gpus, nodeHeight).Plan;
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = Gpus(gpus, nodeHeight).Plan;
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    static string[] References(string framework)
    {
        // …/tests/ClusterDsl.Tests/bin/<configuration>/<framework>/
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var repository = output.Parent!.Parent!.Parent!.Parent!.Parent!;
        var path = Path.Combine(repository.FullName, "src", "ClusterDsl", "bin", output.Parent.Name, framework, "ClusterDsl.dll");
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(r => metadata.GetString(metadata.GetAssemblyReference(r).Name))];
    }
}
