using System.Runtime.CompilerServices;
using ClusterDsl.Artifacts.Csv;

namespace ClusterDsl.Artifacts.Cabling;

/// <summary>
/// The texts of a group's devices. Links come in an order in which a few devices take turns, so the last ones are kept: each
/// device has one slot it may be kept in, and memory does not grow with the group.
/// </summary>
sealed class DeviceTexts
{
    const int Slots = 4096;

    readonly NameTexts _name;
    readonly PlaceTexts _place;
    readonly Placement? _placement;
    readonly CsvCell _cell;
    readonly Kept[] _kept;
    readonly byte[] _bytes;

    public DeviceTexts(Plan plan, DeviceGroup group)
    {
        _name = new NameTexts(group.Name);
        _place = new PlaceTexts(plan, group);
        _placement = group.Placement;
        _cell = CsvCell.Of(_name.Pieces);
        MaxLength = _place.MaxLength + 4 + 2 * _name.MaxLength + PlaceTexts.MaxSpotLength;
        _kept = new Kept[Math.Min(Slots, Math.Max(1, group.Count))];
        _bytes = new byte[_kept.Length * MaxLength];
        Array.Fill(_kept, new Kept(-1, 0, 0, 0, 0, 0));
    }

    /// <summary>The texts of a group, made once.</summary>
    public static DeviceTexts Of(Dictionary<string, DeviceTexts> known, Plan plan, string group)
    {
        if (!known.TryGetValue(group, out var texts)) known.Add(group, texts = new DeviceTexts(plan, plan.Group(group)));
        return texts;
    }

    /// <summary>The most bytes that the texts of one device take together.</summary>
    public int MaxLength { get; }

    /// <summary>The texts a device's name is made of.</summary>
    public IEnumerable<string> Pieces => _name.Pieces;

    /// <summary>What a label that begins with this device begins with.</summary>
    public IEnumerable<string> SpotPieces => _placement is null ? _name.Pieces : ["A0", .. _name.Pieces];

    /// <summary>The texts of a device, good until the next device is asked for.</summary>
    public DeviceText this[int device]
    {
        get
        {
            var slot = (int)((uint)device % (uint)_kept.Length);
            if (_kept[slot].Device != device) _kept[slot] = Fill(device, slot);
            return new DeviceText(_kept[slot], _bytes.AsSpan(slot * MaxLength, MaxLength));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    Kept Fill(int device, int slot)
    {
        var row = new Row(_bytes.AsSpan(slot * MaxLength, MaxLength));
        _place.PutCells(ref row, device);
        row.Put(_cell.Open);
        var name = row.Length;
        _name.Put(ref row, device);
        var nameEnd = row.Length;
        row.Put(_cell.Close);
        row.Put((byte)',');
        var cells = row.Length;
        if (_placement is null) _name.Put(ref row, device);
        else _place.PutSpot(ref row, device, _name);
        return new Kept(device, _placement?.Rack(device) ?? 0, name, nameEnd, cells, row.Length);
    }
}

/// <summary>Where a device's texts lie in its slot.</summary>
readonly record struct Kept(int Device, int Rack, int Name, int NameEnd, int Cells, int End);

/// <summary>The texts of one device.</summary>
readonly ref struct DeviceText(Kept kept, ReadOnlySpan<byte> bytes)
{
    readonly ReadOnlySpan<byte> _bytes = bytes;
    readonly Kept _kept = kept;

    /// <summary>The rack it stands in; 0 where it stands in none.</summary>
    public int Rack => _kept.Rack;

    /// <summary>The name, to be put into a cell.</summary>
    public ReadOnlySpan<byte> Name => _bytes[_kept.Name.._kept.NameEnd];

    /// <summary>The cells from site to device, each with its comma.</summary>
    public ReadOnlySpan<byte> Cells => _bytes[.._kept.Cells];

    /// <summary>Where an installer finds it: rack and unit.</summary>
    public ReadOnlySpan<byte> Spot => _bytes[_kept.Cells.._kept.End];
}
