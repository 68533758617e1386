namespace ClusterDsl.Artifacts;

/// <summary>A line of the bill of materials.</summary>
/// <param name="Category">node, switch, rack, optic, cable …</param>
/// <param name="Part">The part number; for a cable with its stock length.</param>
/// <param name="Description">What it is.</param>
/// <param name="Quantity">How many are bought.</param>
/// <param name="UnitPriceUsd">An indicative price for one, or empty.</param>
/// <param name="PriceSource">Where the price was read, or empty.</param>
public sealed record BomLine(
    string Category, string Part, string Description, long Quantity, string UnitPriceUsd, string PriceSource);
