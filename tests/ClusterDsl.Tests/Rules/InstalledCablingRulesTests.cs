namespace ClusterDsl.Tests;

/// <summary>CDL3028 to CDL3030: trunks, panels and patch cords.</summary>
public sealed class InstalledCablingRulesTests
{
    /// <summary>Two units of 32 nodes, each with its leaves in a row, under spines in a third: 256 links from either row to the spines'.</summary>
    static Plan Rows(Action<Hall> hall, Action<Site>? also = null) => Cluster.Named("c").Site("dc", s =>
    {
        s.Hall("h1", h => hall(h.Racks(rows: 3, perRow: 11)));
        s.Nodes("dgx", Nodes.DgxH100, 64, n => n.ScalableUnits(32).PerRack(4));
        also?.Invoke(s);
        s.Fabric("net", f => f.InfiniBand(InfiniBand.Ndr).RailOptimized().NonBlocking().Connect("dgx")
            .Leaves(Switches.Qm9700).Spines(Switches.Qm9700).Placed(Tier.Spine, Place.At(row: 3, rack: 1)));
    }).Plan;

    static readonly CableFamily Short = Cables.Mfp7e10 with { Lengths = Seq.Of(3.Metres(), 5.Metres()) };

    [Fact]
    public void Too_few_trunks_between_two_rows_are_blamed_and_enough_are_offered()
    {
        Plan Laid(int? trunks) => Rows(h => h
            .Structured(Cables.Mpo12Trunk144Os2, trunks: trunks.Blamed()));
        Laid(21).Blames("CDL3028", "256 links", "A11", "C11", "22 trunks", "12 connectors", "21 lie").Offers("22");
        Laid(22).Says();
        Laid(null).Says();
    }

    [Fact]
    public void Panels_that_need_more_racks_than_are_kept_are_blamed_and_enough_are_offered()
    {
        // 44 trunks of twelve connectors end at the spines: 528 positions.
        Plan Kept(int racks, int positions) => Rows(h => h
            .Structured(Cables.Mpo12Trunk144Os2, racks.Blamed(), panel: Panels.Mpo48 with { Positions = positions }));
        Kept(1, 8).Blames("CDL3029", "row C", "66 panels", "528 connectors", "66 U", "1 rack of 48 U").Offers("2");
        Kept(2, 8).Says();
        Kept(1, 11).Says(); // exactly a rack
    }

    [Fact]
    public void A_device_in_a_rack_that_is_kept_for_panels_is_blamed_where_it_was_placed()
    {
        // Eleven panels at the top of C11 leave 37 units.
        Plan With(int unit) => Rows(h => h.Structured(Cables.Mpo12Trunk144Os2), s => s
            .Nodes("ufm", Nodes.UfmAppliance, 1, n => n.Accept("CDL1120", "it is cabled later")
                .Placed(Place.At(row: 3, rack: 11, unit).Blamed())));
        With(38).Blames("CDL3029", "rack C11", "11 panels", "11 U", "U38");
        With(37).Says();
    }

    [Fact]
    public void Panels_over_a_rack_full_of_devices_are_blamed_at_the_call_that_needs_them()
    {
        // Four links of each of 24 nodes end in their rack: two panels over what takes 48 U, or 24 of them.
        Plan Racks(int perRack) => Small.Plan(count: 96, unit: 24, group: n => n.PerRack(perRack), instead: f => f.Ethernet(400.Gbps()).RailOptimized()
            .Connect("node", links: l => l
                .Through(Cables.Mpo12TrunkOm4.Blamed()))
            .Leaves(Small.Switch).Spines(Small.Switch));
        Racks(24).Blames("CDL3029", "rack A01", "U48", "2 U", ".Structured(");
        Racks(12).Says();
    }

    [Fact]
    public void A_patch_cord_longer_than_it_is_sold_is_blamed_and_the_longest_is_offered()
    {
        Plan Cords(double patch) => Small.Plan(instead: f => f.Ethernet(400.Gbps()).RailOptimized()
            .Connect("node", links: l => l.Cable(Short)
                .Through(Cables.Mpo12TrunkOm4, patch: patch.Metres().Blamed()))
            .Leaves(Small.Switch).Spines(Small.Switch));
        Cords(7).Blames("CDL3030", "7 m", "MFP7E10", "5 m").Offers("5.Metres()");
        Cords(5).Says();
    }

    [Fact]
    public void Trunks_that_no_link_takes_are_blamed_and_what_the_links_are_is_said()
    {
        Plan With(CableFamily trunk) => Rows(h => h
            .Structured(trunk.Blamed()));
        With(Cables.Mpo12Trunk144Os2 with { Leg = "MPO-16 APC" }).Blames("CDL3031", "MPO-16 APC on OS2", "MPO-12 APC on OM4");
        With(Cables.Mpo12Trunk144Os2).Says();

        // A row, and so no two of them.
        Plan Of(int rows) => Small.Plan(hall: h => h
            .Racks(rows, 12 / rows).Structured(Cables.Mpo12Trunk48Om4.Blamed()));
        Of(1).Blames("CDL3031", "no link of `hall` leads from one row to another");
        Of(2).Says();
    }

    [Fact]
    public void Panels_and_racks_that_cannot_be_are_out_of_range()
    {
        Rows(h => h.Structured(null!)).Says("CDL1003");
        Rows(h => h.Structured(Cables.Mpo12Trunk144Os2, racks: 17)).Says("CDL1003");
        Rows(h => h.Structured(Cables.Mpo12Trunk144Os2, trunks: 0)).Says("CDL1003");
        Rows(h => h.Structured(Cables.Mpo12Trunk144Os2, panel: Panels.Mpo48 with { Positions = 0 })).Says("CDL1003");
    }
}
