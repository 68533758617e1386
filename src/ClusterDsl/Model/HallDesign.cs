namespace ClusterDsl.Model;

/// <summary>A declared hall. What the author left out has its default, or is null where nothing is then checked.</summary>
sealed class HallDesign(SiteDesign site, string name, Origin at) : Declared(site)
{
    public SiteDesign Site { get; } = site;
    public string Name { get; } = name;
    public Origin At { get; } = at;
    public (int Rows, int PerRow, Origin At)? Racks { get; set; }
    public int RackPitchMm { get; set; } = 600;
    public int RowPitchMm { get; set; } = 2_400;
    public (int Every, int Mm) RackGap { get; set; }
    public (int Every, int Mm) RowGap { get; set; }
    public int TrayAboveMm { get; set; } = 400;
    public int CrossTrayEvery { get; set; }
    public int RackUnits { get; set; } = 48;
    public (int Mm, int Percent)? Slack { get; set; }
    public (int Watts, Origin At)? RackPower { get; set; }
    public (int Grams, Origin At)? RackWeight { get; set; }
    public (int Count, int Watts, Origin At)? Feeds { get; set; }
    public (Cooling Cooling, Origin At)? Cooling { get; set; }

    /// <summary>The cabling that is installed between its rows; null for none.</summary>
    public StructuredDesign? Structured { get; set; }

    /// <summary>Racks kept for the network: rows and racks from 1.</summary>
    public List<(int Row, int Rack, int Count, Origin At)> NetworkRacks { get; } = [];
}

/// <summary>Trunks between the rows of a hall, which end in panels at the end of each row.</summary>
/// <param name="Channel">What a link between two rows takes.</param>
/// <param name="Racks">Racks kept for panels at the end of each row.</param>
/// <param name="At">Where it was said.</param>
sealed record StructuredDesign(ChannelDesign Channel, int Racks, Origin At);

/// <summary>Where a group was said to stand.</summary>
sealed record PlaceDesign(Place Place, Origin At);

/// <summary>A tray between two halls.</summary>
sealed record TrayDesign(string HallA, string HallB, int Mm, Origin At);
