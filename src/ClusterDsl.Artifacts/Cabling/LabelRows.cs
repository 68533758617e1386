using System.Globalization;
using ClusterDsl.Artifacts.Csv;

namespace ClusterDsl.Artifacts.Cabling;

/// <summary>The labels of one bundle's cables as rows.</summary>
sealed class LabelRows
{
    readonly Bundle _bundle;
    readonly DeviceTexts _devicesA, _devicesB;
    readonly PortTexts _portsA, _portsB, _trunks;
    readonly EndLabels _labels;
    readonly CsvCell _id, _portA, _portB;
    readonly byte[][] _legs;
    readonly int _capacity;

    public LabelRows(Plan plan, Bundle bundle, DeviceTexts devicesA, DeviceTexts devicesB)
    {
        (_bundle, _devicesA, _devicesB) = (bundle, devicesA, devicesB);
        PortBank Bank(BundleEnd end) => plan.Model(plan.Group(end.Group)).Bank(end.Bank);
        (_portsA, _portsB) = (PortTexts.Of(Bank(bundle.A), bundle.A.Split), PortTexts.Of(Bank(bundle.B), bundle.B.Split));
        var trunk = bundle.TrunkAtB ? bundle.B : bundle.A;
        _trunks = PortTexts.TrunkOf(Bank(trunk), trunk.Split, bundle.Legs);
        _labels = new EndLabels(plan, bundle, devicesA, devicesB, _portsA, _portsB, _trunks);
        _id = CsvCell.Of([.. (bundle.TrunkAtB ? devicesB : devicesA).Pieces, ":", .. _trunks.Pieces]);
        (_portA, _portB) = (CsvCell.Of(_portsA.Pieces), CsvCell.Of(_portsB.Pieces));
        _legs = [.. Enumerable.Range(1, bundle.Legs).Select(leg => CsvCell.Whole(leg.ToString(CultureInfo.InvariantCulture)))];
        _capacity = 64 + _labels.MaxLength + 3 * (devicesA.MaxLength + devicesB.MaxLength + _portsA.MaxLength + _portsB.MaxLength) + _trunks.MaxLength;
    }

    /// <summary>Writes them, the lower end of a cable before its upper end.</summary>
    public void Write(CsvRows rows)
    {
        var cursor = new LinkCursor(_bundle);
        for (long k = 0, leg = 0; k < _bundle.Links; k++, cursor.Next())
        {
            // One plug, one label.
            if (leg == 0 || _bundle.TrunkAtB) Write(rows, cursor.Current, leg, atB: false);
            if (leg == 0 || !_bundle.TrunkAtB) Write(rows, cursor.Current, leg, atB: true);
            if (++leg == _bundle.Legs) leg = 0;
        }
    }

    void Write(CsvRows rows, Link link, long leg, bool atB)
    {
        DeviceText a = _devicesA[link.DeviceA], b = _devicesB[link.DeviceB];
        ReadOnlySpan<byte> portA = _portsA[link.PortA], portB = _portsB[link.PortB];
        var row = rows.Begin(_capacity);
        if (atB) _labels.PutB(ref row, link, a, portA, b, portB);
        else _labels.PutA(ref row, link, a, portA, b, portB);
        row.Put(",cable,"u8);
        row.Put(_id.Open);
        row.Put(_bundle.TrunkAtB ? b.Name : a.Name);
        row.Put((byte)':');
        row.Put(_trunks[_bundle.TrunkAtB ? link.PortB : link.PortA]);
        row.Put(_id.Close);
        row.Put((byte)',');
        row.Put(_legs[leg]);
        row.Put(atB ? ",b,"u8 : ",a,"u8);
        row.Put(atB ? b.Cells : a.Cells);
        row.Put(atB ? _portB.Open : _portA.Open);
        row.Put(atB ? portB : portA);
        row.Put(atB ? _portB.Close : _portA.Close);
        row.Put((byte)'\n');
        rows.End(row);
    }
}
