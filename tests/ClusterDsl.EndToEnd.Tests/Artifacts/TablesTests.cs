using ClusterDsl.Rules;
using Newtonsoft.Json.Linq;
using VerifyXunit;

namespace ClusterDsl.EndToEnd.Tests;

public class TablesTests
{
    [Fact]
    public void Every_device_is_a_row() => Assert.Equal(
        """
        device,role,group,model,site,hall,rack,u,power_w
        dgx-01,node,dgx,node-8,dc1,h1,A01,1,1000
        dgx-02,node,dgx,node-8,dc1,h1,A01,3,1000
        dgx-03,node,dgx,node-8,dc1,h1,A02,1,1000
        dgx-04,node,dgx,node-8,dc1,h1,A02,3,1000
        leaf-1,leaf,compute/leaf,switch-4,dc1,h1,A03,5,500
        leaf-2,leaf,compute/leaf,switch-4,dc1,h1,A03,6,500
        spine-1,spine,compute/spine,switch-4,dc1,h1,A03,8,500
        store-1,node,store,head,,,,,300
        store-2,node,store,head,,,,,300

        """, Written.By(new DevicesCsv(), Samples.Tiny()));

    /// <summary>
    /// Thirteen twin-port transceivers: a node's two ports share one (4), a leaf's four downlinks two and its two uplinks one (6),
    /// the splitter's trunk one (1), the spine's four ports two (2).
    /// </summary>
    [Fact]
    public void What_is_bought_is_counted_by_cage_and_by_stock_length() => Assert.Equal(
        """
        category,part,description,quantity,unit_price_usd,price_source
        node,head,,2,,
        node,node-8,Node with 8 GPUs,4,1000.50,"list, 2026-01"
        switch,switch-4,Switch with 4 cages,3,,
        rack,rack-10u,Rack of 10 U,3,,
        optic,sr4,Single transceiver,2,,
        optic,twin,Twin-port transceiver,13,,
        cable,mpo-1m,"MPO-12 trunk, 1 m",4,,
        cable,mpo-3m,"MPO-12 trunk, 3 m",4,,
        cable,mpo-5m,"MPO-12 trunk, 5 m",4,,
        cable,y,MPO splitter 1:2,1,,

        """, Written.By(new BomCsv(), Samples.Tiny()));

    [Fact]
    public void The_cables_of_the_bill_are_those_of_the_cabling_plan()
    {
        var plan = Samples.Tiny();
        // Enough racks, strides and directions that the runs of the bill have boundaries to get wrong.
        plan = plan with
        {
            Halls = Seq.Of(plan.Halls[0] with { Rows = 3, PerRow = 7 }),
            Groups = plan.Groups.Select(g => g.Id switch
            {
                "dgx" => g with { Count = 40, Placement = g.Placement! with { PerRack = 3, Steps = Seq.Of(new RackStep(Devices: 10, Racks: 7)) } },
                "compute/leaf" => g with { Count = 20, Placement = g.Placement! with { FirstRack = 5, PerRack = 2 } },
                _ => g,
            }).ToSeq(),
            Bundles = Seq.Of(
                Between(Seq.Of(5, 4, 2), new Affine(39, Seq.Of(-7, -2, -1)), new Affine(0, Seq.Of(4, 0, 1))),
                Between(Seq.Of(13, 3), new Affine(1, Seq.Of(3, 1)), new Affine(3, Seq.Of(0, 0), new Turn(1, 17, 3, Seq.Of(1, 5)))),
                Between(Seq.Of(1, 16), new Affine(0, Seq.Of(0, 2)), new Affine(19, Seq.Of(0, -1)))),
        };

        // Splitters of two and of four whose legs end in different racks: an assembly counts once.
        plan = plan with
        {
            Bundles = Seq.Of([.. plan.Bundles,
                Split(2, Seq.Of(19, 2), new Affine(0, Seq.Of(2, 1)), new Affine(0, Seq.Of(1, 0))),
                Split(4, Seq.Of(2, 5, 4), new Affine(3, Seq.Of(16, 3, 1)), new Affine(19, Seq.Of(-9, -1, 0)))]),
        };

        var counted = Written.Rows(new CablingCsv(), plan).Where(row => row["leg"] == "1").GroupBy(row => row["part"]).ToDictionary(g => g.Key, g => g.Count().ToString());
        var bought = Written.Rows(new BomCsv(), plan).Where(row => row["category"] == "cable").ToDictionary(row => row["part"], row => row["quantity"]);

        Assert.True(counted.Count > 1);
        Assert.Equal(counted.OrderBy(c => c.Key), bought.OrderBy(c => c.Key));

        Bundle Split(int legs, Seq<int> extents, Affine a, Affine b) => Between(extents, a, b) with { Legs = legs, TrunkAtB = true, Cable = "y" };

        Bundle Between(Seq<int> extents, Affine a, Affine b)
        {
            var any = new Affine(0, extents.Select(_ => 0).ToSeq());
            var model = Samples.Tiny().Bundles[0];
            return model with
            {
                Extents = extents,
                A = model.A with { Device = a, Port = any },
                B = model.B with { Device = b, Port = any },
            };
        }
    }

    /// <summary>
    /// The legs of a splitter end in A02, 2610 mm away, and in A01, 3210 mm: either length alone would be another part. Whoever counts the
    /// first legs, or names each leg's own length, buys what does not reach or lists what is not bought.
    /// </summary>
    [Fact]
    public void A_splitter_whose_legs_end_in_different_racks_is_one_part_as_long_as_the_longest_leg()
    {
        var plan = Samples.Tiny();
        var splitters = plan.Bundles[2];
        plan = plan with
        {
            Groups = plan.Groups.Select(g => g.Id == "store" ? g with { Placement = plan.Groups[0].Placement! with { PerRack = 1 } } : g).ToSeq(),
            Bundles = Seq.Of(splitters with { A = splitters.A with { Device = new Affine(1, Seq.Of(0, -1)) } }),
            Parts = plan.Parts.Select(p => p.Id == "y" ? p with { LengthsMm = Seq.Of(3000, 5000) } : p).ToSeq(),
        };

        var legs = Written.Rows(new CablingCsv(), plan);
        var bought = Written.Rows(new BomCsv(), plan).Where(row => row["category"] == "cable");

        Assert.Equal(["A02", "A01"], legs.Select(row => row["a_rack"]));
        Assert.All(legs, row => Assert.Equal(("leaf-1:4/1", "y-5m", "5"), (row["cable_id"], row["part"], row["length_m"])));
        Assert.Equal([("y-5m", "1")], bought.Select(row => (row["part"], row["quantity"])));
    }

    /// <summary>Two percent of thirteen transceivers is one, of four cables one; of three switches nothing was said.</summary>
    [Fact]
    public void Spares_are_lines_of_their_own_and_leave_the_others_as_they_were()
    {
        var plan = Samples.Tiny() with { Spares = Seq.Of(new Spare("optic", 200), new Spare("cable", 3_000)) };
        var (without, with) = (Written.By(new BomCsv(), Samples.Tiny()), Written.By(new BomCsv(), plan));

        Assert.StartsWith(without, with);
        Assert.Equal(
            """
            spare,sr4,Spare: Single transceiver,1,,
            spare,twin,Spare: Twin-port transceiver,1,,
            spare,mpo-1m,"Spare: MPO-12 trunk, 1 m",2,,
            spare,mpo-3m,"Spare: MPO-12 trunk, 3 m",2,,
            spare,mpo-5m,"Spare: MPO-12 trunk, 5 m",2,,
            spare,y,Spare: MPO splitter 1:2,1,,

            """, with[without.Length..]);
    }

    [Fact]
    public void Nothing_is_bought_for_equipment_outside_the_plan()
    {
        var plan = Samples.Tiny();
        plan = plan with { Groups = plan.Groups.Select(g => g with { Role = "external" }).ToSeq() };

        Assert.Equal(["cable", "rack"], Written.Rows(new BomCsv(), plan).Select(row => row["category"]).Distinct().Order());
    }

    [Fact]
    public Task Findings_and_waivers_are_a_SARIF_log() => Verifier.Verify(Written.By(new FindingsSarif(), Samples.Tiny()));

    [Fact]
    public void A_SARIF_log_says_what_its_rules_are_about()
    {
        var rule = RuleSet.All[0];
        var plan = Samples.Tiny() with { Findings = Seq.Of(new Finding(rule.Id, rule.Severity, "Twice.", Samples.At)) };

        var described = JObject.Parse(Written.By(new FindingsSarif(), plan)).SelectToken("runs[0].tool.driver.rules[0]")!;

        Assert.Equal(rule.Title, (string?)described.SelectToken("shortDescription.text"));
        Assert.EndsWith($"/analyzers/rules/{rule.Id}.md", (string?)described["helpUri"]);
    }

    [Fact]
    public void The_plan_is_written_as_it_is_embedded() =>
        Assert.Equal(PlanJson.Write(Samples.Tiny()), Written.By(new PlanFile(), Samples.Tiny()));
}
