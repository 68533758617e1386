using System.Text;
using ClusterDsl.Artifacts.Cabling;
using ClusterDsl.Artifacts.Csv;

namespace ClusterDsl.Artifacts.Verification;

/// <summary>A row of <c>cabling.csv</c>: a link as whoever installed it knows it.</summary>
sealed class CableRow(IReadOnlyList<string> cells)
{
    public string this[string column] => cells[Array.IndexOf(CablingCsv.Columns, column)];
}

/// <summary>Single rows of <c>cabling.csv</c>, computed as they are asked for.</summary>
sealed class CableRows(Plan plan)
{
    readonly Dictionary<int, BundleRows> _bundles = [];
    readonly MemoryStream _text = new();
    CsvRows? _rows;

    public CableRow this[PlannedLink link]
    {
        get
        {
            if (!_bundles.TryGetValue(link.Bundle, out var bundle))
            {
                var planned = plan.Bundles[link.Bundle];
                _bundles.Add(link.Bundle, bundle = new BundleRows(plan, planned, new DeviceTexts(plan, plan.Group(planned.A.Group)), new DeviceTexts(plan, plan.Group(planned.B.Group))));
            }
            _rows ??= new CsvRows(_text);
            _text.SetLength(0);
            bundle.Write(_rows, link.Number, 1);
            _rows.Flush();
            var row = Encoding.UTF8.GetString(_text.GetBuffer(), 0, (int)_text.Length - 1);
            return new CableRow(CsvRecords.Split(row)!);
        }
    }
}
