namespace ClusterDsl;

/// <summary>A patch panel: trunks end behind it, cords are plugged in front of it.</summary>
/// <param name="Id">The part number.</param>
/// <param name="Positions">Adapters, each of which joins one connector of a trunk to one of a cord.</param>
/// <param name="Height">Rack units. CDL3029 adds them up.</param>
/// <param name="Description">What it is, for the bill of materials.</param>
public sealed record PanelModel(string Id, int Positions, int Height, string Description)
{
    /// <summary>The figures that were not read in a source: "positions", or "all". What rests on one says so.</summary>
    public Seq<string> Recalled { get; init; } = Seq<string>.Empty;

    /// <summary>Where the figures were read.</summary>
    public string Source { get; init; } = "";

    /// <summary>An indicative price in US dollars, or empty.</summary>
    public string PriceUsd { get; init; } = "";

    /// <summary>Where and when the price was read.</summary>
    public string PriceSource { get; init; } = "";
}

/// <summary>Panels of the catalogue; the planner takes the one for the connector of a trunk.</summary>
public static class Panels
{
    /// <summary>One unit with 48 MPO adapters: four inserts of twelve. Recalled.</summary>
    public static PanelModel Mpo48 { get; } = new("MPO-PANEL-48", 48, 1, "Panel of 1 U with 48 MPO adapters (recalled)") { Recalled = Seq.Of("all") };

    /// <summary>One unit with 48 duplex LC adapters, 96 fibres.</summary>
    public static PanelModel Lc48 { get; } = new("LC-PANEL-48", 48, 1, "Panel of 1 U with 48 duplex LC adapters")
    { Source = "mefiberoptic.com, comprehensive guide to MPO patch panels: 96 fibres or 48 duplex ports in a unit" };

    internal static PanelModel For(CableFamily trunk) => Fibre.IsMpo(trunk.Leg) ? Mpo48 : Lc48;
}
