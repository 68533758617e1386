using System.Globalization;
using System.Runtime.CompilerServices;
using ClusterDsl.Artifacts.Csv;

namespace ClusterDsl.Artifacts.Cabling;

/// <summary>
/// The rows of one bundle. All that is the same in every row, and how each cell is quoted, is decided here once; what is left
/// for a row is to put ready texts one behind the other.
/// </summary>
sealed class BundleRows
{
    readonly Bundle _bundle;
    readonly DeviceTexts _devicesA, _devicesB;
    readonly PortTexts _portsA, _portsB, _trunks;
    readonly CableTexts _cables;
    readonly EndLabels _labels;
    readonly CsvCell _id, _portA, _portB;
    readonly byte[][] _afterId;
    readonly byte[] _afterPortA, _afterPortB;
    readonly int _capacity;

    public BundleRows(Plan plan, Bundle bundle, DeviceTexts devicesA, DeviceTexts devicesB)
    {
        _bundle = bundle;
        (_devicesA, _devicesB) = (devicesA, devicesB);
        _portsA = PortTexts.Of(Bank(plan, bundle.A), bundle.A.Split);
        _portsB = PortTexts.Of(Bank(plan, bundle.B), bundle.B.Split);
        var trunk = bundle.TrunkAtB ? bundle.B : bundle.A;
        _trunks = PortTexts.TrunkOf(Bank(plan, trunk), trunk.Split, bundle.Legs);
        _cables = new CableTexts(plan, bundle);

        var trunkDevices = bundle.TrunkAtB ? _devicesB : _devicesA;
        _id = CsvCell.Of([.. trunkDevices.Pieces, ":", .. _trunks.Pieces]);
        _portA = CsvCell.Of(_portsA.Pieces);
        _portB = CsvCell.Of(_portsB.Pieces);
        _labels = new EndLabels(plan, bundle, _devicesA, _devicesB, _portsA, _portsB, _trunks);

        var speed = bundle.SpeedGbps.ToString(CultureInfo.InvariantCulture);
        byte[] fabric = [(byte)',', .. CsvCell.Whole(bundle.Fabric), (byte)',', .. CsvCell.Whole(speed), (byte)','];
        _afterId = [.. Enumerable.Range(1, bundle.Legs).Select(leg =>
            (byte[])[.. _id.Close, (byte)',', .. CsvCell.Whole(leg.ToString(CultureInfo.InvariantCulture)), .. fabric])];
        _afterPortA = [.. _portA.Close, (byte)',', .. CsvCell.Whole(bundle.A.Optic), (byte)','];
        _afterPortB = [.. _portB.Close, (byte)',', .. CsvCell.Whole(bundle.B.Optic), (byte)',', .. CsvCell.Whole(bundle.Medium), (byte)','];
        _capacity = 32 + 4 * (_devicesA.MaxLength + _devicesB.MaxLength + _portsA.MaxLength + _portsB.MaxLength) + _trunks.MaxLength
            + _afterId[^1].Length + _afterPortA.Length + _afterPortB.Length + _cables.MaxLength
            + _labels.MaxLength;
    }

    static PortBank Bank(Plan plan, BundleEnd end) => plan.Model(plan.Group(end.Group)).Bank(end.Bank);

    /// <summary>Writes them all.</summary>
    public void Write(CsvRows rows) => Write(rows, 0, _bundle.Links);

    /// <summary>Writes so many, from one of them on. Compiled at its best at once: in a process that lives for a moment the loop is all there is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Write(CsvRows rows, long first, long count)
    {
        if (count == 0) return;
        var cursor = new LinkCursor(_bundle, first);
        for (long k = first, leg = first % _afterId.Length; k < first + count; k++, cursor.Next())
        {
            var row = rows.Begin(_capacity);
            Write(ref row, k, cursor.Current, _afterId[leg]);
            rows.End(row);
            if (++leg == _afterId.Length) leg = 0;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Write(ref Row row, long k, Link link, ReadOnlySpan<byte> afterId)
    {
        DeviceText a = _devicesA[link.DeviceA], b = _devicesB[link.DeviceB];
        ReadOnlySpan<byte> portA = _portsA[link.PortA], portB = _portsB[link.PortB];

        row.Put(_id.Open);
        row.Put(_bundle.TrunkAtB ? b.Name : a.Name);
        row.Put((byte)':');
        row.Put(_trunks[_bundle.TrunkAtB ? link.PortB : link.PortA]);
        row.Put(afterId);

        row.Put(a.Cells);
        row.Put(_portA.Open);
        row.Put(portA);
        row.Put(_afterPortA);

        row.Put(b.Cells);
        row.Put(_portB.Open);
        row.Put(portB);
        row.Put(_afterPortB);

        row.Put(_cables[k, a.Rack, b.Rack]);

        _labels.PutA(ref row, link, a, portA, b, portB);
        row.Put((byte)',');
        _labels.PutB(ref row, link, a, portA, b, portB);
        row.Put((byte)'\n');
    }
}
