using ClusterDsl.Model;

namespace ClusterDsl.Planning;

/// <summary>A sized fabric.</summary>
sealed class FabricDraft(FabricDesign design)
{
    public FabricDesign Design { get; } = design;
    public string Name => Design.Name;
    public List<BlockDraft> Blocks { get; } = [];
    public SpineDraft? Spines { get; set; }
    public CoreDraft? Cores { get; set; }

    /// <summary>What is joined to others of its kind: the spines of cells, or routers.</summary>
    public MeshDraft? Mesh { get; set; }
    public List<Misfit> Misfits { get; } = [];
    public List<Shortage> Shortages { get; } = [];
    public List<Mismatch> Mismatches { get; } = [];
    public List<Misaligned> Misaligned { get; } = [];
    public List<Missing> Missing { get; } = [];
    public RatioDesign? Ratio => Design.Ratio;
}

/// <summary>Switches that links join to others of their kind, alike for each.</summary>
sealed class MeshDraft(GroupDraft switches, Origin at)
{
    public GroupDraft Switches { get; } = switches;
    public Origin At { get; } = at;

    /// <summary>How they are joined; null as long as they are not.</summary>
    public MeshShape? Shape { get; set; }
}
