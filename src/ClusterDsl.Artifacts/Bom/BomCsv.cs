using System.Globalization;
using ClusterDsl.Artifacts.Csv;

namespace ClusterDsl.Artifacts;

/// <summary><c>bom.csv</c>: the bill of materials. Transceivers are counted by occupied cage, cables by stock length.</summary>
public sealed class BomCsv : SingleFile
{
    /// <inheritdoc/>
    public override string Format => "bom";

    /// <inheritdoc/>
    public override bool IsDefault => true;

    /// <inheritdoc/>
    public override string FileName => "bom.csv";

    /// <inheritdoc/>
    public override void Write(Plan plan, Stream output)
    {
        var rows = new CsvRows(output);
        rows.Write("category", "part", "description", "quantity", "unit_price_usd", "price_source");
        foreach (var line in BillOfMaterials.Of(plan))
            rows.Write(line.Category, line.Part, line.Description, line.Quantity.ToString(CultureInfo.InvariantCulture),
                line.UnitPriceUsd, line.PriceSource);
        rows.Flush();
    }
}
