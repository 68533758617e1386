using System.Globalization;

namespace ClusterDsl.Artifacts;

/// <summary>The cables of a bundle as they are bought: of one family, in the stock length that their racks ask for.</summary>
sealed class CableRun
{
    readonly Bundle _bundle;
    readonly Placement? _a, _b;
    readonly HallPlan? _hallA, _hallB;
    readonly Route? _route, _trunkRoute;
    readonly Part _cable, _trunk;
    readonly int[] _lengths;

    public CableRun(Plan plan, Bundle bundle)
    {
        _bundle = bundle;
        _a = plan.Group(bundle.A.Group).Placement;
        _b = plan.Group(bundle.B.Group).Placement;
        _cable = Find(bundle.Cable);
        _trunk = Find(bundle.Channel?.Trunk.Id ?? "");
        _lengths = [.. _cable.LengthsMm];
        _route = plan.Route(bundle);
        if (bundle.Channel is not null && _route is not null)
        {
            (_hallA, _hallB) = (plan.Hall(_a!), plan.Hall(_b!));
            _trunkRoute = Route.Between(_hallA, 1, _hallB, 1, plan.Trays);
        }
        var leg = bundle.Extents.Count - 1;
        LegsPart = bundle.Legs > 1 && (bundle.A.Device.Moves(leg) || bundle.B.Device.Moves(leg));

        // A cable that no medium fits is an error of the definition; what is left of the plan can still be shown.
        Part Find(string id) => plan.Parts.FirstOrDefault(part => part.Id == id) ?? new Part(id, "cable", "", Seq<int>.Empty, "", "");
    }

    /// <summary>Whether the way between both ends is known.</summary>
    public bool IsRouted => _route is not null;

    /// <summary>Whether the legs of a splitter lead to several devices, which may stand in different racks.</summary>
    public bool LegsPart { get; }

    /// <summary>The stock length between two racks, in millimetres; 0 where none is long enough or the way is not known. Fibre between sites is as long as its route.</summary>
    public int StockMm(int rackA, int rackB) => _route is null ? _bundle.OutsideMm : StockMm(_route.LengthMm(rackA, rackB));

    /// <summary>
    /// The stock length of the assembly whose first leg is at an index of the box. An assembly is one part however many legs it has: the
    /// longest of them decides.
    /// </summary>
    public int StockMm(int[] firstLeg)
    {
        if (_route is null) return _bundle.OutsideMm;
        var longest = 0;
        foreach (var (deviceA, deviceB) in Legs(firstLeg)) longest = Math.Max(longest, _route.LengthMm(_a!.Rack(deviceA), _b!.Rack(deviceB)));
        return StockMm(longest);
    }

    /// <summary>The part number and stock length of a link's cable: of its trunk where it is led over panels.</summary>
    public (string PartNumber, int StockMm) At(long link, Link ends)
    {
        var (rackA, rackB) = (_a?.Rack(ends.DeviceA) ?? 0, _b?.Rack(ends.DeviceB) ?? 0);
        if (IsLed(rackA, rackB)) return Trunk(rackA, rackB);
        var stock = LegsPart ? StockMm(_bundle.IndexAt(link / _bundle.Legs * _bundle.Legs)) : StockMm(rackA, rackB);
        return (PartNumber(stock), stock);
    }

    /// <summary>Whether a link between two racks is led over panels and a trunk instead of a cable from end to end.</summary>
    public bool IsLed(int rackA, int rackB) => _trunkRoute is not null && _bundle.Channel!.Leads(_hallA!, rackA, _hallB!, rackB);

    /// <summary>As <see cref="IsLed(int, int)"/>, for the link at an index of the box.</summary>
    public bool IsLed(int[] index) => _trunkRoute is not null && IsLed(_a!.Rack(_bundle.A.Device.At(index)), _b!.Rack(_bundle.B.Device.At(index)));

    /// <summary>The trunk of a link that is led, by the racks of its devices: its part number and its stock length.</summary>
    public (string PartNumber, int StockMm) Trunk(int rackA, int rackB)
    {
        var stock = _trunk.StockLength(_trunkRoute!.LengthMm(_hallA!.PanelRack(rackA), _hallB!.PanelRack(rackB)));
        return (PartNumber(_trunk.Id, stock), stock);
    }

    /// <summary>The devices that the legs of an assembly join: those of the first where the legs do not part.</summary>
    public IEnumerable<(int DeviceA, int DeviceB)> Legs(int[] firstLeg)
    {
        int[] index = [.. firstLeg];
        for (var leg = 0; leg < (LegsPart ? _bundle.Legs : 1); leg++)
        {
            yield return (_bundle.A.Device.At(index), _bundle.B.Device.At(index));
            index[^1]++;
        }
    }

    /// <summary>As <see cref="Part.StockLength"/>, for a caller who asks for many: ascending lengths, the shortest that is long enough.</summary>
    int StockMm(int routedMm)
    {
        foreach (var length in _lengths)
            if (length >= routedMm) return length;
        return 0;
    }

    /// <summary>The part number at a stock length: the family's, and the length where one is known.</summary>
    public string PartNumber(int stockMm) => PartNumber(_cable.Id, stockMm);

    /// <summary>The part number of a family at a stock length.</summary>
    public static string PartNumber(string family, int stockMm) => stockMm == 0 ? family : $"{family}-{Metres(stockMm)}m";

    /// <summary>A length in metres without a needless zero; empty where none is known.</summary>
    public static string Metres(int mm) => mm == 0 ? "" : (mm / 1000m).ToString("0.###", CultureInfo.InvariantCulture);
}
