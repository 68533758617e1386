namespace ClusterDsl.EndToEnd.Tests;

/// <summary>Blocks for Slurm's topology/block: no block has fewer nodes than the first size, and each size is a power of two of it (slurm, src/plugins/topology/block/block_record.c).</summary>
public class SlurmBlocksTests
{
    /// <summary>Four units, one of which lacks a node for the fabric manager.</summary>
    [Fact]
    public void Nodes_that_share_their_leaves_are_a_block() => Assert.Equal(
        """
        BlockName=block001 Nodes=dgx-[001-032]
        BlockName=block002 Nodes=dgx-[033-064]
        BlockName=block003 Nodes=dgx-[065-096]
        BlockName=block004 Nodes=dgx-[097-127]
        BlockSizes=31,62,124

        """, Written.By(new SlurmBlocks(), Built.Of("DgxSuperPod/superpod-4su").Plan));

    /// <summary>Six nodes whose domains join two of them each.</summary>
    [Fact]
    public void A_domain_of_several_nodes_is_a_block()
    {
        var plan = Samples.Tiny();
        plan = plan with
        {
            Groups = plan.Groups.Select(g => g.Id == "dgx" ? g with { Count = 6 } : g).ToSeq(),
            Domains = Seq.Of(new DomainPlan("dgx", "switched", "NVLink", 16, 3, 4, 18, 100_000, Seq<DomainLinks>.Empty) { NodesPerDomain = 2 }),
        };
        Assert.Equal(
            """
            BlockName=block001 Nodes=dgx-[01-02]
            BlockName=block002 Nodes=dgx-[03-04]
            BlockName=block003 Nodes=dgx-[05-06]
            BlockSizes=2,4

            """, Written.By(new SlurmBlocks(), plan));
    }

    [Fact]
    public void A_device_that_fills_a_rack_is_a_block_whose_hosts_somebody_else_names()
    {
        var plan = Built.Of("Nvl72Row/nvl72-row").Plan;
        var lines = Written.By(new SlurmBlocks(), plan).Split('\n');
        Assert.Equal("BlockName=block001 Nodes=nvl-001", lines[0]);
        Assert.Equal("BlockSizes=1,2,4,8", lines[8]);
        Assert.Contains(new SlurmBlocks().LeftOut(plan), f => f.Message.Contains("a rack of several hosts"));
    }
}
