namespace ClusterDsl.Plans;

/// <summary>
/// The installed cabling that the links of a bundle take: from the lower end a patch cord to a panel, a trunk to another panel, and a patch cord to the
/// upper end. Where there are more panels, the others stand with the upper end's.
/// </summary>
/// <param name="Trunk">What lies between the panels.</param>
/// <param name="Panel">What it ends in.</param>
/// <param name="Panels">How many panels a link passes.</param>
/// <param name="UsedFibres">Fibres of a connector that a link uses.</param>
/// <param name="Key">How the adapters hold MPO connectors: "opposed" or "aligned".</param>
/// <param name="CordA">The part at the lower end, and between panels.</param>
/// <param name="CordB">The part at the upper end: the splitter, where the links share one.</param>
/// <param name="PatchMm">How long cords must be where the panels stand in the rack.</param>
public sealed record ChannelPlan(TrunkPart Trunk, PanelPart Panel, int Panels, int UsedFibres, string Key, string CordA, string CordB, int PatchMm)
{
    /// <summary>Whether only links between two rows take it: those within a row are cables from end to end.</summary>
    public bool BetweenRows { get; init; }

    /// <summary>Trunks between each two rows; 0 for as many as the links need.</summary>
    public int TrunksEach { get; init; }

    /// <summary>Trunks that a link passes, one behind the other.</summary>
    public int Trunks => (Panels + 1) / 2;

    /// <summary>Whether the last trunk ends at the device, without a panel and a cord.</summary>
    public bool EndsAtDevice => Panels % 2 == 1;

    /// <summary>How long the cord from a rack to its panels must be.</summary>
    public int CordMm(HallPlan hall, int rack, int lowestUnit) => hall.PanelRacks == 0 ? PatchMm : Math.Max(PatchMm, hall.CordMm(rack, lowestUnit));

    /// <summary>Whether a link takes it, by the racks of its devices.</summary>
    public bool Leads(HallPlan hallA, int rackA, HallPlan hallB, int rackB) =>
        !BetweenRows || hallA.PanelRack(rackA) != hallB.PanelRack(rackB) || hallA.Name != hallB.Name;
}

/// <summary>A kind of trunk.</summary>
/// <param name="Id">The part number of its family.</param>
/// <param name="Fibres">Fibres in it.</param>
/// <param name="Connectors">Connectors at each end, which share them.</param>
/// <param name="Connector">Their kind and polish: "MPO-12 APC".</param>
/// <param name="Polarity">"A", "B" or "C" of TIA-568.</param>
public sealed record TrunkPart(string Id, int Fibres, int Connectors, string Connector, string Polarity)
{
    /// <summary>Fibres of one connector.</summary>
    public int PerConnector => Fibres / Connectors;

    /// <summary>Which fibres of a connector carry light where a link uses so many: the outer four on each side of an MPO-12, else the first.</summary>
    public string InUse(int used) =>
        PerConnector == 12 && used == 8 ? "1-4 9-12" : FormattableString.Invariant($"1-{used}");
}

/// <summary>A kind of panel.</summary>
/// <param name="Id">The part number.</param>
/// <param name="Positions">Connectors that it joins.</param>
/// <param name="HeightU">Rack units.</param>
public sealed record PanelPart(string Id, int Positions, int HeightU);
