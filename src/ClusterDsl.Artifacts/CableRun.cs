using System.Globalization;

namespace ClusterDsl.Artifacts;

/// <summary>The cables of a bundle as they are bought: of one family, in the stock length that the two racks ask for.</summary>
sealed class CableRun
{
    readonly Placement? _a, _b;
    readonly Route? _route;
    readonly Part _cable;
    readonly int[] _lengths;

    public CableRun(Plan plan, Bundle bundle)
    {
        _a = plan.Group(bundle.A.Group).Placement;
        _b = plan.Group(bundle.B.Group).Placement;
        // A cable that no medium fits is an error of the definition; what is left of the plan can still be shown.
        _cable = plan.Parts.FirstOrDefault(part => part.Id == bundle.Cable) ?? new Part(bundle.Cable, "cable", "", Seq<int>.Empty, "", "");
        _lengths = [.. _cable.LengthsMm];
        _route = plan.Route(bundle);
    }

    /// <summary>Whether the way between both ends is known.</summary>
    public bool IsRouted => _route is not null;

    /// <summary>The stock length between two racks, in millimetres; 0 where none is long enough or the way is not known.</summary>
    public int StockMm(int rackA, int rackB)
    {
        if (_route is null) return 0;
        // As Part.StockLength, for a caller who asks for many: ascending lengths, the shortest that is long enough.
        var routed = _route.LengthMm(rackA, rackB);
        foreach (var length in _lengths)
            if (length >= routed) return length;
        return 0;
    }

    /// <summary>The stock length of the cable between two devices.</summary>
    public int StockMmOf(int deviceA, int deviceB) => IsRouted ? StockMm(_a!.Rack(deviceA), _b!.Rack(deviceB)) : 0;

    /// <summary>The part number at a stock length: the family's, and the length where one is known.</summary>
    public string PartNumber(int stockMm) => stockMm == 0 ? _cable.Id : $"{_cable.Id}-{Metres(stockMm)}m";

    /// <summary>A length in metres without a needless zero; empty where none is known.</summary>
    public static string Metres(int mm) => mm == 0 ? "" : (mm / 1000m).ToString("0.###", CultureInfo.InvariantCulture);
}
