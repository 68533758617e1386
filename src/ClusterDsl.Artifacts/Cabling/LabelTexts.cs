using System.Text;
using ClusterDsl.Artifacts.Csv;

namespace ClusterDsl.Artifacts.Cabling;

/// <summary>
/// The labels at one end of a bundle's cables, by a template. What of it depends on one device alone is put together once while the
/// device takes its turn; ports and cables are put in as they come.
/// </summary>
sealed class LabelTexts
{
    enum Source { Device, Port, Cable }

    readonly (Source Source, bool IsB, SpotTexts? Spots)[] _steps;

    public LabelTexts(Plan plan, Bundle bundle, LabelTemplate template, bool atB, DeviceTexts a, DeviceTexts b, PortTexts portsA, PortTexts portsB, IEnumerable<string> cable, int cableLength)
    {
        var steps = new List<(Source, bool, SpotTexts?)>();
        var pieces = new List<string>();
        var open = new List<LabelPart>(); // texts, and fields of one device
        bool? openIsB = null;
        foreach (var part in template.Parts)
        {
            var isB = part.End switch { "a" => false, "b" => true, "near" => atB, "far" => !atB, _ => (bool?)null };
            if (part.Field is "port" or "cable")
            {
                Close();
                steps.Add((part.Field == "port" ? Source.Port : Source.Cable, isB == true, null));
                pieces.AddRange(part.Field == "cable" ? cable : isB == true ? portsB.Pieces : portsA.Pieces);
                MaxLength += part.Field == "cable" ? cableLength : isB == true ? portsB.MaxLength : portsA.MaxLength;
                continue;
            }
            if (isB is not null && openIsB is not null && isB != openIsB) Close();
            openIsB ??= isB;
            open.Add(part.Field == "fabric" ? new LabelPart(bundle.Fabric, "", "") : part);
        }
        Close();
        _steps = [.. steps];
        Cell = CsvCell.Of(pieces);

        void Close()
        {
            if (open.Count == 0) return;
            var isB = openIsB == true;
            var spots = new SpotTexts(plan, plan.Group(isB ? bundle.B.Group : bundle.A.Group), [.. open], isB ? b : a);
            steps.Add((Source.Device, isB, spots));
            pieces.AddRange(spots.Pieces);
            MaxLength += spots.MaxLength;
            open.Clear();
            openIsB = null;
        }
    }

    /// <summary>How the cells are enclosed.</summary>
    public CsvCell Cell { get; }

    /// <summary>The most bytes of a label.</summary>
    public int MaxLength { get; private set; }

    /// <summary>Puts the label of a link.</summary>
    public void Put(ref Row row, Link link, ReadOnlySpan<byte> portA, ReadOnlySpan<byte> portB, ReadOnlySpan<byte> trunk, ReadOnlySpan<byte> trunkPort)
    {
        foreach (var (source, isB, spots) in _steps)
            switch (source)
            {
                case Source.Device:
                    row.Put(spots![isB ? link.DeviceB : link.DeviceA]);
                    break;
                case Source.Port:
                    row.Put(isB ? portB : portA);
                    break;
                default:
                    row.Put(trunk);
                    row.Put((byte)':');
                    row.Put(trunkPort);
                    break;
            }
    }
}

/// <summary>Texts and fields of the devices of a group, put together: each device has one slot that it may be kept in.</summary>
sealed class SpotTexts
{
    const int Slots = 4096;

    readonly DeviceGroup _group;
    readonly HallPlan? _hall;
    readonly LabelPart[] _parts;
    readonly (int Device, byte[] Text)[] _kept;

    public SpotTexts(Plan plan, DeviceGroup group, LabelPart[] parts, DeviceTexts names)
    {
        (_group, _parts, _hall) = (group, parts, group.Placement is { } placement ? plan.Hall(placement) : null);
        _kept = new (int, byte[])[Math.Min(Slots, Math.Max(1, group.Count))];
        Array.Fill(_kept, (-1, []));
        Pieces = [.. parts.SelectMany(part => part.Field switch
        {
            "" => [part.Text],
            "site" => [group.Placement?.Site ?? ""],
            "hall" => [group.Placement?.Hall ?? ""],
            "device" => names.Pieces,
            // Where there is no rack or no unit, the name stands for it.
            "row" => _hall is null ? [] : ["A"],
            "rack" => _hall is null ? names.Pieces : ["A0"],
            _ => group.Placement is { BaseU: > 0 } ? ["0"] : names.Pieces,
        })];
        MaxLength = parts.Sum(part => part.Field switch
        {
            "" => CsvCell.Piece(part.Text).Length,
            "site" or "hall" => Pieces.Sum(piece => CsvCell.Piece(piece).Length),
            _ => names.MaxLength,
        });
    }

    /// <summary>The texts they are made of.</summary>
    public IReadOnlyList<string> Pieces { get; }

    /// <summary>The most bytes of a text.</summary>
    public int MaxLength { get; }

    public ReadOnlySpan<byte> this[int device]
    {
        get
        {
            ref var kept = ref _kept[(int)((uint)device % (uint)_kept.Length)];
            if (kept.Device != device) kept = (device, CsvCell.Piece(Text(device)));
            return kept.Text;
        }
    }

    string Text(int device)
    {
        var text = new StringBuilder();
        foreach (var part in _parts)
            text.Append(part.Field switch
            {
                "" => part.Text,
                "site" => _group.Placement?.Site,
                "hall" => _group.Placement?.Hall,
                "row" => _hall?.RackName(_group.Placement!.Rack(device)).TrimEnd("0123456789".ToCharArray()),
                "rack" => _hall?.RackName(_group.Placement!.Rack(device)) ?? _group.Name.Format(device),
                "u" when _group.Placement?.Unit(device) is > 0 and var unit => unit.ToString("00", System.Globalization.CultureInfo.InvariantCulture),
                _ => _group.Name.Format(device),
            });
        return text.ToString();
    }
}
