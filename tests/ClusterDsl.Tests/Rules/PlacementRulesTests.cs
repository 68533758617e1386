namespace ClusterDsl.Tests;

/// <summary>CDL4: what stands in a rack and in a hall.</summary>
public sealed class PlacementRulesTests
{
    [Fact]
    public void More_nodes_than_the_units_of_a_rack_are_blamed_and_what_fits_is_offered()
    {
        var finding = Small.Plan(group: n => n
                .PerRack(25.Blamed()))
            .Blames("CDL4001", "25 × `node`", "50 U", "48", "24");
        finding.Offers("24");
        Small.Plan(group: n => n.PerRack(24)).Says();
    }

    [Fact]
    public void More_nodes_than_the_power_of_a_rack_are_blamed_and_what_fits_is_offered()
    {
        Plan PerRack(int count) => Small.Plan(model: Nodes.DgxH100, hall: h => h.RackPower(44.Kilowatts()), group: n => n
            .PerRack(count.Blamed()));
        var finding = PerRack(5).Blames("CDL4002", "5 × `node`", "51 kW", "44 kW");
        finding.Offers("4");
        PerRack(4).Says();
    }

    [Fact]
    public void A_hall_with_too_few_racks_is_blamed()
    {
        // Sixty-four nodes, sixteen to a rack: four racks before any switch.
        Plan Hall(int racks) => Small.Plan(group: n => n.PerRack(16), hall: h => h
            .Racks(1, racks.Blamed()));
        Hall(racks: 3).Blames("CDL4003", "1 × 3", "3 racks");
        Hall(racks: 12).Says();
    }
}
