using System.Text;
using ClusterDsl.Artifacts.Csv;

namespace ClusterDsl.Artifacts.Cabling;

/// <summary>
/// The part and length of a bundle's cables. Few lengths occur, and few pairs of racks take turns: what was computed for a
/// pair is kept in the one slot it may be kept in. A splitter whose legs part is as long as the longest of them. A link that
/// is led over panels has the part and the length of its trunk.
/// </summary>
sealed class CableTexts
{
    const int Slots = 4096;

    readonly Bundle _bundle;
    readonly CableRun _run;
    readonly (long Pair, byte[] Cells)[] _kept = new (long, byte[])[Slots];
    readonly Dictionary<(bool IsTrunk, int Mm), byte[]> _byLength = [];
    (long Assembly, byte[] Cells) _parted = (-1, []);

    public CableTexts(Plan plan, Bundle bundle)
    {
        _bundle = bundle;
        _run = new CableRun(plan, bundle);
        MaxLength = Math.Max(CsvCell.Whole(bundle.Cable).Length, CsvCell.Whole(bundle.Channel?.Trunk.Id ?? "").Length) + 40;
        Array.Fill(_kept, (-1, []));
    }

    /// <summary>The most bytes of both cells.</summary>
    public int MaxLength { get; }

    /// <summary>The cells part and length of a link between two racks, each with its comma.</summary>
    public ReadOnlySpan<byte> this[long link, int rackA, int rackB]
    {
        get
        {
            if (_run.LegsPart && !_run.IsLed(rackA, rackB))
            {
                var assembly = link / _bundle.Legs;
                if (_parted.Assembly != assembly) _parted = (assembly, OfLength(_run.StockMm(_bundle.IndexAt(assembly * _bundle.Legs))));
                return _parted.Cells;
            }
            var pair = (long)rackA << 32 | (uint)rackB;
            ref var kept = ref _kept[(rackA * 31 + rackB) & (Slots - 1)];
            if (kept.Pair != pair) kept = (pair, _run.IsLed(rackA, rackB) ? OfTrunk(_run.Trunk(rackA, rackB)) : OfLength(_run.StockMm(rackA, rackB)));
            return kept.Cells;
        }
    }

    byte[] OfLength(int mm)
    {
        if (!_byLength.TryGetValue((false, mm), out var cells)) _byLength.Add((false, mm), cells = Cells(_run.PartNumber(mm), mm));
        return cells;
    }

    byte[] OfTrunk((string PartNumber, int Mm) trunk)
    {
        if (!_byLength.TryGetValue((true, trunk.Mm), out var cells)) _byLength.Add((true, trunk.Mm), cells = Cells(trunk.PartNumber, trunk.Mm));
        return cells;
    }

    static byte[] Cells(string part, int mm) => [.. CsvCell.Whole(part), (byte)',', .. Encoding.UTF8.GetBytes(CableRun.Metres(mm)), (byte)','];
}
