using ClusterDsl.Model;
using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>A hall and what stands in its racks.</summary>
sealed class HallDraft(HallDesign? design, HallPlan plan)
{
    public HallDesign? Design { get; } = design;
    public HallPlan Plan { get; set; } = plan;

    /// <summary>The trays between the halls of its site.</summary>
    public IReadOnlyList<HallTray> Trays { get; init; } = [];

    /// <summary>Whether the definition says of any group where it stands.</summary>
    public bool IsPlacedByName { get; init; }

    /// <summary>The last rack that is in use, from 1.</summary>
    public int RacksUsed { get; set; }

    /// <summary>Groups that do not stand where they were said to, and why.</summary>
    public List<(GroupDraft Group, string Why, Origin At)> Elsewhere { get; } = [];
}
