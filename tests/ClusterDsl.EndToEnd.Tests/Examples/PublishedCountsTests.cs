using ClusterDsl.Tests;

namespace ClusterDsl.EndToEnd.Tests;

/// <summary>
/// The examples have the counts that were published for them: each is counted in the files that a build writes, and every number of a
/// published design is counted or said not to be one of the network.
/// </summary>
public class PublishedCountsTests
{
    /// <summary>Prices, what a misprint said, and lower bounds are no counts.</summary>
    static readonly string[] NotCounted = ["costMUSD", "costPerEndpointKUSD", "publishedLeafCell", "minSpinesByPorts",
        "torCapacityTbps", "backupGpus", "backupPorts200G", "podToAggregationTbps"];

    [Theory]
    [InlineData("DgxSuperPod/superpod-1su", "dgx-h100-superpod-1su-ufm")]
    [InlineData("DgxSuperPod/superpod-2su", "dgx-h100-superpod-2su-ufm")]
    [InlineData("DgxSuperPod/superpod-3su", "dgx-h100-superpod-3su-ufm")]
    [InlineData("DgxSuperPod/superpod-4su", "dgx-h100-superpod-4su-ufm")]
    [InlineData("DgxSuperPod/superpod-4su-full", "dgx-h100-superpod-4su-large")]
    [InlineData("DgxSuperPod/superpod-8su", "dgx-h100-superpod-8su-large")]
    [InlineData("DgxSuperPod/superpod-16su", "dgx-h100-superpod-16su-large")]
    [InlineData("DgxB200B300/b200-2su", "dgx-b200-superpod-2su")]
    [InlineData("DgxB200B300/b200-8su", "dgx-b200-superpod-8su")]
    [InlineData("DgxB200B300/b300-ethernet-1su", "dgx-b300-spectrumx-1su")]
    [InlineData("DgxB200B300/b300-ethernet-2su", "dgx-b300-busbar-2su")]
    [InlineData("DgxB200B300/b300-ethernet-4su", "dgx-b300-spectrumx-4su")]
    [InlineData("DgxB200B300/b300-ethernet-8su", "dgx-b300-busbar-8su")]
    [InlineData("DgxB200B300/b300-ethernet-16su", "dgx-b300-busbar-16su")]
    [InlineData("DgxB200B300/b300-infiniband-1su", "dgx-b300-quantum-x800-1su")]
    [InlineData("DgxB200B300/b300-infiniband-2su", "dgx-b300-quantum-x800-2su")]
    [InlineData("DgxB200B300/b300-infiniband-4su", "dgx-b300-quantum-x800-4su")]
    [InlineData("DgxB200B300/b300-infiniband-8su", "dgx-b300-quantum-x800-8su")]
    [InlineData("DgxB200B300/b300-infiniband-18su", "dgx-b300-quantum-x800-18su")]
    [InlineData("AlibabaHpn/hpn-segment", "alibaba-hpn-segment")]
    [InlineData("AlibabaHpn/hpn-pod", "alibaba-hpn-pod")]
    [InlineData("Llama3/llama3-24k", "llama3-24k-roce")]
    [InlineData("Leonardo/leonardo", "leonardo-dragonflyplus")]
    [InlineData("Frontera/frontera", "frontera-tapered")]
    [InlineData("DeepSeek/ft2", "deepseek-table3-ft2")]
    [InlineData("DeepSeek/mpft", "deepseek-table3-mpft")]
    [InlineData("DeepSeek/ft3", "deepseek-table3-ft3")]
    [InlineData("RailOptimized/juniper-8k", "juniper-jvd-8k")]
    [InlineData("RailOptimized/asterfusion-256", "asterfusion-256")]
    public void An_example_has_the_published_counts(string cluster, string id)
    {
        var (built, published) = (Built.Of(cluster), Published.Of(id));
        var counts = new Counts(built);

        var numbers = published.Numbers.Where(n => !NotCounted.Contains(n.Key)).ToDictionary();
        Assert.NotEmpty(numbers);
        Assert.Equal(numbers.OrderBy(n => n.Key), numbers.ToDictionary(n => n.Key, n => counts[n.Key]).OrderBy(n => n.Key));

        var summary = PlanSummary.Line(built.Plan);
        foreach (var (field, what) in new[] { ("nodes", "nodes"), ("gpus", "GPUs"), ("leafSwitches", "leaves"), ("spineSwitches", "spines") })
            if (numbers.TryGetValue(field, out var number)) Assert.Contains($" {number:N0} {what}", " " + summary);
    }

    /// <summary>What joins the GPUs of a rack comes with it: it is counted in the plan, and no row of the cabling schedule is one of its links.</summary>
    [Fact]
    public void A_rack_of_the_NVL72_row_has_the_published_domain()
    {
        var (built, published) = (Built.Of("Nvl72Row/nvl72-row"), Published.Of("gb200-nvl72-nvlink"));
        var domain = Assert.Single(built.Plan.Domains);

        Assert.Equal(published.Expected("gpus"), domain.GpusPerDomain);
        Assert.Equal(published.Expected("nvswitchChips"), domain.SwitchChips);
        Assert.Equal(published.Derived("nvlinkLinks"), domain.LinksPerDomain);
        Assert.Equal(built.Devices.Count(d => d["role"] == "node") * published.Derived("nvlinkLinks"), domain.AllLinks);
        Assert.Equal(published.Numbers["aggregateNvlinkTBps"], 2 * domain.GpusPerDomain * domain.PerGpuMbps / 8 / 1e6, precision: 6);
        Assert.Equal(built.Plan.Links, built.Cabling.Count());
        Assert.All(built.Cabling, link => Assert.DoesNotContain("NVLink", link["part"]));
    }

    /// <summary>A seventh of what a pod brings is no whole number of links: the plan has as many as reach it.</summary>
    [Fact]
    public void A_pod_of_Llama3_has_a_seventh_of_its_bandwidth_to_the_others()
    {
        var published = Published.Of("llama3-24k-roce");
        var links = Built.Of("Llama3/llama3-24k").Cabling.Count(l => l["b_device"].Contains("core"));

        var tbps = links * published.Input("linkGbps") / 1000.0 / published.Input("pods");
        Assert.InRange(tbps, published.Numbers["podToAggregationTbps"], published.Numbers["podToAggregationTbps"] * 1.01);
    }

    /// <summary>Ports that nothing is plugged into are in no file: the uplinks begin behind them.</summary>
    [Fact]
    public void The_ports_for_backup_hosts_of_HPN_stay_free()
    {
        var segment = Published.Of("alibaba-hpn-segment");
        const int PortsOfACage = 4;

        var firstUplinks = Built.Of("AlibabaHpn/hpn-segment").Cabling.Where(l => l["b_device"].Contains("spine"))
            .GroupBy(l => l["a_device"], l => int.Parse(l["a_port"]["Ethernet".Length..].Split('s')[0])).ToList();

        Assert.Equal(segment.Expected("torSwitches"), firstUplinks.Count);
        Assert.All(firstUplinks, cages => Assert.Equal(segment.Input("torDownActive") + segment.Input("torDownBackup"), (cages.Min() - 1) * PortsOfACage));
    }
}
