namespace ClusterDsl.Model;

/// <summary>The optics, the cable and the way that the author chose; the planner chooses what is null.</summary>
sealed class MediaDesign
{
    public (Optic Part, Origin At)? Lower { get; set; }
    public (Optic Part, Origin At)? Upper { get; set; }
    public (CableFamily Part, Origin At)? Cable { get; set; }
    public (FibreGrade Grade, Origin At)? Grade { get; set; }
    public ChannelDesign? Channel { get; set; }
    public (int RadiusMm, Origin At)? Bend { get; set; }
}

/// <summary>
/// Installed cabling between the ends of a link: from a patch cord over a panel into a trunk, and so on in turn. Two panels are a patch
/// cord, a trunk and a patch cord; four are a cross-connect.
/// </summary>
/// <param name="Trunk">What lies between the panels.</param>
/// <param name="Panels">How many panels the link passes.</param>
/// <param name="Key">How the adapters of the panels hold the connectors.</param>
/// <param name="PatchMm">The length of a patch cord, as far as the rack of the panels.</param>
/// <param name="At">Where it was said.</param>
sealed record ChannelDesign(CableFamily Trunk, int Panels, AdapterKey Key, int PatchMm, Origin At)
{
    /// <summary>The hall's own: only links between its rows take it.</summary>
    public bool BetweenRows { get; init; }

    /// <summary>Trunks of each two rows; null for as many as the links need.</summary>
    public int? TrunksEach { get; init; }

    public PanelModel Panel { get; init; } = ClusterDsl.Panels.For(Trunk);

    /// <summary>The longest way of a cord to the panels of its row; 0 where they stand in its rack.</summary>
    public int FarthestMm { get; init; }

    /// <summary>The longest patch cord.</summary>
    public int CordMm => Math.Max(PatchMm, FarthestMm);

    public int Trunks => (Panels + 1) / 2;
    public int Patches => Panels / 2 + 1;

    /// <summary>Ferrule against ferrule: at every panel, and at the two modules.</summary>
    public int MatedPairs => Panels + 2;
}
