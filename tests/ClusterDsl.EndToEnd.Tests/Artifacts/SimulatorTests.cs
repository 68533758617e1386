namespace ClusterDsl.EndToEnd.Tests;

/// <summary>Topologies for simulators, read back as their own readers do, and held against the plan.</summary>
public class SimulatorTests
{
    /// <summary>
    /// 16 leaves and 8 spines for 64 nodes of 8 GPUs: 512 GPUs, 64 domains, 24 switches; a link from each GPU to its domain and to its leaf, and one of 4 × 400 Gb/s
    /// between each leaf and spine.
    /// </summary>
    [Fact]
    public void SimAI_reads_GPUs_domains_and_switches_with_what_joins_them()
    {
        var lines = Written.Files(new SimAiTopology(), Built.Of("DgxB200B300/b200-2su").Plan)["compute.simai"].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("600 8 64 24 1152 NONE", lines[0]);
        Assert.Equal(string.Join(" ", Enumerable.Range(512, 88)), lines[1]);
        var links = lines[2..].Select(line => line.Split(' ')).ToList();
        Assert.Equal(1152, links.Count);
        Assert.Equal(links.Count, links.Select(l => (l[0], l[1])).Distinct().Count());

        var (nvlinks, others) = (links[..512], links[512..]);
        // 18 links of 100 GB/s both ways: 900 GB/s one way.
        Assert.All(nvlinks, l => Assert.Equal((512 + int.Parse(l[0]) / 8, "7200Gbps"), (int.Parse(l[1]), l[2])));
        var down = others.Where(l => int.Parse(l[0]) < 512).ToList();
        Assert.Equal(Enumerable.Range(0, 512), down.Select(l => int.Parse(l[0])).Order());
        Assert.All(down, l => Assert.Equal("400Gbps", l[2]));
        // Rail r of a unit is leaf r of the unit: its GPUs are the rth of the nodes.
        Assert.All(down, l => Assert.Equal(576 + int.Parse(l[0]) / 256 * 8 + int.Parse(l[0]) % 8, int.Parse(l[1])));
        var up = others.Where(l => int.Parse(l[0]) >= 512).ToList();
        Assert.Equal(16 * 8, up.Count);
        Assert.All(up, l => Assert.Equal("1600Gbps", l[2]));
    }

    [Fact]
    public void SimAI_knows_the_GPU_by_its_name() =>
        Assert.EndsWith(" H100", Written.Files(new SimAiTopology(), Built.Of("DgxSuperPod/superpod-4su-full").Plan)["compute.simai"].Split('\n')[0]);

    [Fact]
    public void SimAI_is_given_no_GPUs_whose_scale_up_links_nobody_knows()
    {
        var plan = Built.Of("AlibabaHpn/hpn-segment").Plan;
        Assert.Empty(Written.Files(new SimAiTopology(), plan));
        Assert.Contains(new SimAiTopology().LeftOut(plan), f => f.Message.Contains("the scale-up links of `host` are not known"));
    }

    /// <summary>1,024 ports on 32 leaves with 32 links up, two to each of 16 spines.</summary>
    [Fact]
    public void Htsim_is_given_the_counts_of_a_fat_tree() => Assert.Equal(
        """
        Nodes 1024
        Tiers 2
        Podsize 1024

        Tier 0
        Downlink_speed_Gbps 400
        Radix_Down 32
        Radix_Up 32
        Oversubscribed 1
        Bundle 1
        Downlink_Latency_ns 1000
        Switch_Latency_ns 0

        Tier 1
        Downlink_speed_Gbps 400
        Radix_Down 64
        Bundle 2
        Downlink_Latency_ns 1000
        Switch_Latency_ns 0

        """, Written.Files(new HtsimTopology(), Built.Of("DgxSuperPod/superpod-4su-full").Plan)["compute.htsim.topo"]);

    [Theory]
    [InlineData("DgxSuperPod/superpod-4su", "several speeds")]
    [InlineData("AlibabaHpn/hpn-segment", "not every spine is joined to every leaf")]
    [InlineData("ScheduledFabric/scheduled-2k", "no whole number")]
    [InlineData("RailOptimized/juniper-8k", "no more than 64 ports")]
    public void Htsim_is_given_no_tree_that_it_cannot_make(string cluster, string why)
    {
        var plan = Built.Of(cluster).Plan;
        Assert.Empty(Written.Files(new HtsimTopology(), plan));
        Assert.Contains(new HtsimTopology().LeftOut(plan), f => f.Message.Contains(why));
    }

    /// <summary>The tree that htsim would make has the switches of the plan (FatTreeTopology::set_custom_params counts them so).</summary>
    [Theory]
    [InlineData("DgxSuperPod/superpod-4su-full", "compute")]
    [InlineData("DgxSuperPod/superpod-16su", "compute")]
    [InlineData("SixteenGpus/dgx2-1k", "compute")]
    [InlineData("Nvl72Row/nvl72-row", "compute")]
    public void The_tree_that_htsim_makes_has_the_switches_of_the_plan(string cluster, string fabric)
    {
        var plan = Built.Of(cluster).Plan;
        var lines = Written.Files(new HtsimTopology(), plan)[$"{fabric}.htsim.topo"].Split('\n').Select(line => line.Split(' ')).Where(line => line.Length == 2).ToList();
        List<int> All(string key) => [.. lines.Where(l => l[0] == key).Select(l => int.Parse(l[1]))];
        int nodes = All("Nodes")[0], pods = nodes / All("Podsize")[0], tiers = All("Tiers")[0];
        List<int> down = All("Radix_Down"), up = All("Radix_Up"), speed = All("Downlink_speed_Gbps"), over = All("Oversubscribed"), parallel = All("Bundle");

        var leaves = All("Podsize")[0] / down[0] * pods;
        var leafUplinks = nodes * speed[0] / (speed[1] * over[0]);
        Assert.Equal(over[0], down[0] / up[0]);
        Assert.Equal(0, leafUplinks % (pods * down[1]));
        var spinesPerPod = leafUplinks / (pods * down[1]);
        Assert.Equal(up[0], spinesPerPod * parallel[1]);
        var made = new List<int> { leaves, spinesPerPod * pods };
        if (tiers == 3)
        {
            var spineUplinks = leafUplinks * speed[1] / (speed[2] * over[1]);
            Assert.Equal(0, spineUplinks % down[2]);
            made.Add(spineUplinks / down[2]);
            Assert.Equal(0, made[2] % spinesPerPod);
            Assert.Equal(up[1], made[2] * parallel[2] / spinesPerPod);
        }
        Assert.Equal(plan.Fabrics.Single(f => f.Name == fabric).Tiers.Select(t => t.Devices), made);
    }
}
