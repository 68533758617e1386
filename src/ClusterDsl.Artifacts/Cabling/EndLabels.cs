using System.Runtime.CompilerServices;
using ClusterDsl.Artifacts.Csv;

namespace ClusterDsl.Artifacts.Cabling;

/// <summary>The labels at both ends of a bundle's cables: by the plan's template, or rack, unit and port of both ends.</summary>
sealed class EndLabels
{
    readonly Bundle _bundle;
    readonly PortTexts _trunks;
    readonly LabelTexts? _atA, _atB;
    readonly CsvCell _labelA, _labelB;

    public EndLabels(Plan plan, Bundle bundle, DeviceTexts devicesA, DeviceTexts devicesB, PortTexts portsA, PortTexts portsB, PortTexts trunks)
    {
        (_bundle, _trunks) = (bundle, trunks);
        if (plan.Labels.Length > 0)
        {
            var template = LabelTemplate.Parse(plan.Labels);
            var trunkDevices = bundle.TrunkAtB ? devicesB : devicesA;
            string[] cable = [.. trunkDevices.Pieces, ":", .. trunks.Pieces];
            var most = trunkDevices.MaxLength + 1 + trunks.MaxLength;
            _atA = new LabelTexts(plan, bundle, template, atB: false, devicesA, devicesB, portsA, portsB, cable, most);
            _atB = new LabelTexts(plan, bundle, template, atB: true, devicesA, devicesB, portsA, portsB, cable, most);
        }
        string[] spotA = [.. devicesA.SpotPieces, ":", .. portsA.Pieces], spotB = [.. devicesB.SpotPieces, ":", .. portsB.Pieces];
        _labelA = _atA?.Cell ?? CsvCell.Of([.. spotA, "/", .. spotB]);
        _labelB = _atB?.Cell ?? CsvCell.Of([.. spotB, "/", .. spotA]);
        MaxLength = 16 + 2 * (devicesA.MaxLength + devicesB.MaxLength + portsA.MaxLength + portsB.MaxLength) + (_atA?.MaxLength ?? 0) + (_atB?.MaxLength ?? 0);
    }

    /// <summary>The most bytes of both cells.</summary>
    public int MaxLength { get; }

    /// <summary>Puts the cell of the label at the lower end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void PutA(ref Row row, Link link, in DeviceText a, ReadOnlySpan<byte> portA, in DeviceText b, ReadOnlySpan<byte> portB)
    {
        row.Put(_labelA.Open);
        if (_atA is null) Put(ref row, a.Spot, portA, b.Spot, portB);
        else _atA.Put(ref row, link, portA, portB, _bundle.TrunkAtB ? b.Name : a.Name, _trunks[_bundle.TrunkAtB ? link.PortB : link.PortA]);
        row.Put(_labelA.Close);
    }

    /// <summary>The same at the upper end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void PutB(ref Row row, Link link, in DeviceText a, ReadOnlySpan<byte> portA, in DeviceText b, ReadOnlySpan<byte> portB)
    {
        row.Put(_labelB.Open);
        if (_atB is null) Put(ref row, b.Spot, portB, a.Spot, portA);
        else _atB.Put(ref row, link, portA, portB, _bundle.TrunkAtB ? b.Name : a.Name, _trunks[_bundle.TrunkAtB ? link.PortB : link.PortA]);
        row.Put(_labelB.Close);
    }

    /// <summary>The near end first: whoever holds the plug reads where it belongs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Put(ref Row row, ReadOnlySpan<byte> near, ReadOnlySpan<byte> nearPort, ReadOnlySpan<byte> far, ReadOnlySpan<byte> farPort)
    {
        row.Put(near);
        row.Put((byte)':');
        row.Put(nearPort);
        row.Put((byte)'/');
        row.Put(far);
        row.Put((byte)':');
        row.Put(farPort);
    }
}
