namespace ClusterDsl.EndToEnd.Tests;

public class CablingCsvTests
{
    /// <summary>
    /// Worked out by hand: from A01 (lowest unit 1) to A03 (lowest unit 5) a cable needs 500 slack + 444 down + 400 + 1200 along
    /// + 400 + 266 down = 3210 mm, so 5 m; from A02 2610 mm, so 3 m; within A03 500 + 266, so 1 m.
    /// </summary>
    [Fact]
    public void Every_link_is_a_row() => Assert.Equal(
        """
        cable_id,leg,fabric,speed_gbps,a_site,a_hall,a_rack,a_u,a_device,a_port,a_optic,b_site,b_hall,b_rack,b_u,b_device,b_port,b_optic,media,part,length_m,a_label,b_label
        dgx-01:nic1p1,1,compute,400,dc1,h1,A01,1,dgx-01,nic1p1,twin,dc1,h1,A03,5,leaf-1,1/1,twin,MMF,mpo-5m,5,A01.U01:nic1p1/A03.U05:1/1,A03.U05:1/1/A01.U01:nic1p1
        dgx-01:nic1p2,1,compute,400,dc1,h1,A01,1,dgx-01,nic1p2,twin,dc1,h1,A03,6,leaf-2,1/1,twin,MMF,mpo-5m,5,A01.U01:nic1p2/A03.U06:1/1,A03.U06:1/1/A01.U01:nic1p2
        dgx-02:nic1p1,1,compute,400,dc1,h1,A01,3,dgx-02,nic1p1,twin,dc1,h1,A03,5,leaf-1,1/2,twin,MMF,mpo-5m,5,A01.U03:nic1p1/A03.U05:1/2,A03.U05:1/2/A01.U03:nic1p1
        dgx-02:nic1p2,1,compute,400,dc1,h1,A01,3,dgx-02,nic1p2,twin,dc1,h1,A03,6,leaf-2,1/2,twin,MMF,mpo-5m,5,A01.U03:nic1p2/A03.U06:1/2,A03.U06:1/2/A01.U03:nic1p2
        dgx-03:nic1p1,1,compute,400,dc1,h1,A02,1,dgx-03,nic1p1,twin,dc1,h1,A03,5,leaf-1,2/1,twin,MMF,mpo-3m,3,A02.U01:nic1p1/A03.U05:2/1,A03.U05:2/1/A02.U01:nic1p1
        dgx-03:nic1p2,1,compute,400,dc1,h1,A02,1,dgx-03,nic1p2,twin,dc1,h1,A03,6,leaf-2,2/1,twin,MMF,mpo-3m,3,A02.U01:nic1p2/A03.U06:2/1,A03.U06:2/1/A02.U01:nic1p2
        dgx-04:nic1p1,1,compute,400,dc1,h1,A02,3,dgx-04,nic1p1,twin,dc1,h1,A03,5,leaf-1,2/2,twin,MMF,mpo-3m,3,A02.U03:nic1p1/A03.U05:2/2,A03.U05:2/2/A02.U03:nic1p1
        dgx-04:nic1p2,1,compute,400,dc1,h1,A02,3,dgx-04,nic1p2,twin,dc1,h1,A03,6,leaf-2,2/2,twin,MMF,mpo-3m,3,A02.U03:nic1p2/A03.U06:2/2,A03.U06:2/2/A02.U03:nic1p2
        leaf-1:3/1,1,compute,400,dc1,h1,A03,5,leaf-1,3/1,twin,dc1,h1,A03,8,spine-1,1/1,twin,MMF,mpo-1m,1,A03.U05:3/1/A03.U08:1/1,A03.U08:1/1/A03.U05:3/1
        leaf-1:3/2,1,compute,400,dc1,h1,A03,5,leaf-1,3/2,twin,dc1,h1,A03,8,spine-1,1/2,twin,MMF,mpo-1m,1,A03.U05:3/2/A03.U08:1/2,A03.U08:1/2/A03.U05:3/2
        leaf-2:3/1,1,compute,400,dc1,h1,A03,6,leaf-2,3/1,twin,dc1,h1,A03,8,spine-1,2/1,twin,MMF,mpo-1m,1,A03.U06:3/1/A03.U08:2/1,A03.U08:2/1/A03.U06:3/1
        leaf-2:3/2,1,compute,400,dc1,h1,A03,6,leaf-2,3/2,twin,dc1,h1,A03,8,spine-1,2/2,twin,MMF,mpo-1m,1,A03.U06:3/2/A03.U08:2/2,A03.U08:2/2/A03.U06:3/2
        leaf-1:4/1,1,compute,200,,,,,store-1,eth0,sr4,dc1,h1,A03,5,leaf-1,4/1,twin,MMF,y,,store-1:eth0/A03.U05:4/1,A03.U05:4/1/store-1:eth0
        leaf-1:4/1,2,compute,200,,,,,store-2,eth0,sr4,dc1,h1,A03,5,leaf-1,4/2,twin,MMF,y,,store-2:eth0/A03.U05:4/2,A03.U05:4/2/store-2:eth0

        """, Written.By(new CablingCsv(), Samples.Tiny()));

    [Fact]
    public void A_trunk_that_takes_the_whole_cage_is_named_by_the_cage()
    {
        var plan = Samples.Tiny();
        // All four quarters of a twin-port cage on one splitter: no single native port holds them.
        var four = plan.Bundles[2] with
        {
            Extents = Seq.Of(1, 4),
            Legs = 4,
            A = plan.Bundles[2].A with { Group = "dgx", Bank = "nic", Split = 2, Port = new Affine(0, Seq.Of(0, 0)) },
        };

        Assert.All(Written.Rows(new CablingCsv(), plan with { Bundles = Seq.Of(four) }), row => Assert.Equal("leaf-1:4", row["cable_id"]));
    }

    [Fact]
    public void The_two_ends_of_a_link_may_be_devices_of_one_group()
    {
        var plan = Samples.Tiny();
        // 4,096 devices apart, both ends would share a place in a cache that the ends shared.
        var ring = plan.Bundles[1] with
        {
            Extents = Seq.Of(1, 1),
            B = plan.Bundles[1].A with { Device = new Affine(4096, Seq.Of(0, 0)) },
        };
        plan = plan with
        {
            Groups = Seq.Of(plan.Groups[1] with { Count = 5000, Placement = null }),
            Bundles = Seq.Of(ring),
        };

        var row = Assert.Single(Written.Rows(new CablingCsv(), plan));
        Assert.Equal(("leaf-1", "leaf-4097"), (row["a_device"], row["b_device"]));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@x", "'@x")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "'\rx")]
    [InlineData("a,b", "a,b")]
    [InlineData("a\"b", "a\"b")]
    [InlineData("\"", "\"")]
    [InlineData("a\nb", "a\nb")]
    [InlineData("<a&b>", "<a&b>")]
    [InlineData("東京 \U0001F5A7 ", "東京 \U0001F5A7 ")]
    [InlineData("", "")]
    public void Hostile_names_are_read_back_as_they_were_and_are_no_formulas(string name, string read)
    {
        var plan = Samples.Tiny();
        plan = plan with
        {
            Halls = Seq.Of(plan.Halls[0] with { Site = name, Name = name }),
            Groups = plan.Groups.Select(g => g with
            {
                Name = Samples.Numbered(name, 1),
                Placement = g.Placement is null ? null : g.Placement with { Site = name, Hall = name },
            }).ToSeq(),
            Models = plan.Models.Select(m => m with { Banks = m.Banks.Select(b => b with { PortName = name + "{c}" }).ToSeq() }).ToSeq(),
            Bundles = Seq.Of(plan.Bundles[0] with { Fabric = name, Medium = name }),
        };

        var row = Written.Rows(new CablingCsv(), plan)[0];
        foreach (var column in new[] { "fabric", "a_site", "b_hall", "media" }) Assert.Equal(read, row[column]);
        foreach (var column in new[] { "a_device", "b_device", "a_port", "b_port" }) Assert.Equal(read + "1", row[column]);
        Assert.Equal(read + "1:" + name + "1", row["cable_id"]);
        Assert.Equal($"A01.U01:{name}1/A03.U05:{name}1", row["a_label"]);
    }

    [Fact]
    public void Labels_follow_the_template_at_both_ends()
    {
        var plan = Samples.Tiny() with { Labels = "{near.rack}-{near.u}:{near.port} / {far.rack}-{far.u}:{far.port} [{fabric}, {cable}, {a.device}, {b.row}]" };
        var rows = Written.Rows(new CablingCsv(), plan);

        Assert.Equal("A01-01:nic1p1 / A03-05:1/1 [compute, dgx-01:nic1p1, dgx-01, A]", rows[0]["a_label"]);
        Assert.Equal("A03-05:1/1 / A01-01:nic1p1 [compute, dgx-01:nic1p1, dgx-01, A]", rows[0]["b_label"]);
        // A device that stands in no rack is named instead; both legs of a splitter are one cable.
        Assert.Equal("store-2-store-2:eth0 / A03-05:4/2 [compute, leaf-1:4/1, store-2, A]", rows[^1]["a_label"]);
    }

    [Fact]
    public void A_template_that_says_what_labels_are_without_one_gives_the_same()
    {
        var plan = Samples.Tiny() with { Bundles = Seq.Of(Samples.Tiny().Bundles[0], Samples.Tiny().Bundles[1]) };
        Assert.Equal(Written.By(new CablingCsv(), plan), Written.By(new CablingCsv(), plan with { Labels = "{near.rack}.U{near.u}:{near.port}/{far.rack}.U{far.u}:{far.port}" }));
    }

    [Theory]
    [InlineData("={cable}")]
    [InlineData("{cable}, \"{fabric}\"")]
    public void A_template_cannot_break_the_table(string template)
    {
        var rows = Written.Rows(new CablingCsv(), Samples.Tiny() with { Labels = template });
        Assert.All(rows, row => Assert.Equal((template[0] == '=' ? "'" : "") + template.Replace("{cable}", row["cable_id"]).Replace("{fabric}", row["fabric"]), row["a_label"]));
    }

    [Fact]
    public void Memory_does_not_grow_with_the_number_of_cables()
    {
        var plan = Samples.Tiny();
        plan = plan with
        {
            Halls = Seq.Of(plan.Halls[0] with { Rows = 2500, PerRow = 100 }),
            Groups = plan.Groups.Select(g => g.Id == "dgx" ? g with { Count = 500_000 } : g).ToSeq(),
        };

        Assert.InRange(Allocated(1_000_000) - Allocated(1_000), -4096, 1 << 20);

        long Allocated(int cables)
        {
            var down = plan.Bundles[0] with { Extents = Seq.Of(cables / 2, 2) };
            down = down with { B = down.B with { Port = new Affine(0, Seq.Of(0, 0)) } };
            var output = new CountingStream();
            var before = GC.GetAllocatedBytesForCurrentThread();
            new CablingCsv().Write(plan with { Bundles = Seq.Of(down) }, output);
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.Equal(cables + 1, output.Lines);
            return allocated;
        }
    }

    sealed class CountingStream : MemoryStream
    {
        public int Lines { get; private set; }

        public override void Write(byte[] buffer, int offset, int count) =>
            Lines += buffer.AsSpan(offset, count).Count((byte)'\n');
    }
}
