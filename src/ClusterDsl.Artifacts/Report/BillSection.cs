using System.Globalization;

namespace ClusterDsl.Artifacts.Report;

/// <summary>The bill of materials for reading.</summary>
static class BillSection
{
    public static Markup Of(IReadOnlyList<BomLine> bill)
    {
        var table = new Table("What has to be bought", "Part", "Category", "Description", "#Quantity", "#Each, USD", "#Together, USD", "Price read in");
        foreach (var line in bill)
        {
            var isPriced = decimal.TryParse(line.UnitPriceUsd, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var each);
            table.Add(line.Part, line.Category, line.Description, Figures.Number(line.Quantity), isPriced ? Figures.Decimal(each) : "", isPriced ? Figures.Decimal(each * line.Quantity) : "", line.PriceSource);
        }
        return table.Html;
    }
}
