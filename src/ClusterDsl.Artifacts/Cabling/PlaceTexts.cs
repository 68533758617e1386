using ClusterDsl.Artifacts.Csv;

namespace ClusterDsl.Artifacts.Cabling;

/// <summary>Where the devices of a group stand, in texts.</summary>
sealed class PlaceTexts
{
    /// <summary>The most bytes of "rack.Uxx" or of "rack." before a name.</summary>
    public const int MaxSpotLength = 40;

    readonly Placement? _placement;
    readonly int _perRow, _digits;
    readonly byte[] _hall;
    readonly byte[][] _rows;
    readonly byte[][] _huts = [];
    readonly int _perHut = 1;

    public PlaceTexts(Plan plan, DeviceGroup group)
    {
        _placement = group.Placement;
        if (group is not { Count: > 0, Placement: { } placement })
        {
            (_hall, _rows) = (",,,,"u8.ToArray(), []);
            if (group.Huts is not { } huts) return;
            // A hut has no racks: the path stands for its site, and how far it is along it for its hall.
            _perHut = huts.Devices;
            _huts = [.. Enumerable.Range(0, huts.Metres.Count).Select(hut => (byte[])
                [.. CsvCell.Whole(huts.Path), (byte)',', .. CsvCell.Whole(huts.Place(hut * huts.Devices)), .. ",,,"u8])];
            return;
        }
        var hall = plan.Hall(placement);
        _perRow = hall.PerRow;
        _hall = [.. CsvCell.Whole(hall.Site), (byte)',', .. CsvCell.Whole(hall.Name), (byte)','];
        // A rack's name is its row's letters and a number of fixed width; the first row has one letter.
        _digits = hall.RackName(0).Length - 1;
        var lastRow = placement.Rack(group.Count - 1) / hall.PerRow;
        _rows = [.. Enumerable.Range(0, lastRow + 1).Select(row => CsvCell.Piece(hall.RackName(row * hall.PerRow)[..^_digits]))];
    }

    /// <summary>The most bytes of the four cells.</summary>
    public int MaxLength => _huts.Select(hut => hut.Length).Append(_hall.Length).Max() + MaxSpotLength;

    /// <summary>The cells site, hall, rack and unit, each with its comma.</summary>
    public void PutCells(ref Row row, int device)
    {
        row.Put(device / _perHut < _huts.Length ? _huts[device / _perHut] : _hall);
        if (_placement is null) return;
        PutRack(ref row, device);
        row.Put((byte)',');
        if (_placement.Unit(device) is > 0 and var unit) row.Number(unit);
        row.Put((byte)',');
    }

    /// <summary>"B07.U05"; beside the units, "B07." and the device's name.</summary>
    public void PutSpot(ref Row row, int device, NameTexts name)
    {
        PutRack(ref row, device);
        row.Put((byte)'.');
        if (_placement!.Unit(device) is not (> 0 and var unit))
        {
            name.Put(ref row, device);
            return;
        }
        row.Put((byte)'U');
        row.Number(unit, digits: 2);
    }

    void PutRack(ref Row row, int device)
    {
        var rack = _placement!.Rack(device);
        row.Put(_rows[rack / _perRow]);
        row.Number(rack % _perRow + 1, _digits);
    }
}
