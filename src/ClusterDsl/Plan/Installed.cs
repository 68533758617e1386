namespace ClusterDsl.Plans;

/// <summary>
/// The installed cabling of a plan, computed from its bundles and the racks of their ends: which trunks lie between which panels, and which link
/// rides on which connector. It holds what leads from rack to rack, never a list of links: those are computed, trunk by trunk.
/// </summary>
public sealed class Installed
{
    readonly Dictionary<(PanelPlace, string), int> _firstPanel = [];

    Installed(Plan plan, TrunkCount count)
    {
        var several = plan.Halls.Count > 1;
        var (trunks, ends) = (new Dictionary<(PanelPlace, PanelPlace), int>(), new Dictionary<(PanelPlace, PanelPart), int>());
        var runs = new List<TrunkRun>();
        foreach (var pair in count.Pairs.OrderBy(p => p.Key))
        {
            var (key, riders) = (pair.Key, pair.Value);
            var needed = riders.Trunks(key.Trunk);
            var way = Route.Between(key.From.Hall, 1, key.To.Hall, 1, plan.Trays);
            var length = plan.Parts.FirstOrDefault(p => p.Id == key.Trunk.Id)?.StockLength(way?.LengthMm(key.From.Rack, key.To.Rack) ?? 0) ?? 0;
            runs.Add(new TrunkRun(key, riders, needed, length,
                Take(trunks, (key.From, key.To), needed),
                Take(ends, (key.From, key.Panel), needed * key.Trunk.Connectors),
                key.EndsAtDevice ? -1 : Take(ends, (key.To, key.Panel), needed * key.Trunk.Connectors), several));
        }
        (Runs, Panels) = (runs.ToSeq(), Stack(ends, several).ToSeq());

        static int Take<T>(Dictionary<T, int> taken, T at, int count) where T : notnull
        {
            taken.TryGetValue(at, out var first);
            taken[at] = first + count;
            return first;
        }
    }

    /// <summary>The trunks, panel rack by panel rack.</summary>
    public Seq<TrunkRun> Runs { get; }

    /// <summary>The panels, from the top of their racks downwards.</summary>
    public Seq<PanelUnit> Panels { get; }

    /// <summary>What is installed for the links of a plan.</summary>
    public static Installed Of(Plan plan) => new(plan, new TrunkCount(
        from bundle in plan.Bundles
        where bundle is { Channel: not null, Links: > 0 }
        let a = plan.Group(bundle.A.Group).Placement
        let b = plan.Group(bundle.B.Group).Placement
        where a is not null && b is not null && plan.Route(bundle) is not null
        select new LedBundle(bundle, a, plan.Hall(a), b, plan.Hall(b)), mostParts: int.MaxValue));

    /// <summary>The panel of a position, counted from 0 over all panels of a kind in a place, and the position on it from 1.</summary>
    public (PanelUnit Panel, int Position) At(PanelPlace place, PanelPart panel, int position) =>
        (Panels[_firstPanel[(place, panel.Id)] + position / panel.Positions], position % panel.Positions + 1);

    /// <summary>Stands panels from the top of the first rack of a place, and of the next when that is full.</summary>
    IEnumerable<PanelUnit> Stack(Dictionary<(PanelPlace Place, PanelPart Panel), int> ends, bool several)
    {
        var count = 0;
        foreach (var place in ends.GroupBy(e => e.Key.Place).OrderBy(p => p.Key))
        {
            var hall = place.Key.Hall;
            var (rack, unit, number) = (place.Key.Rack, hall.RackUnits + 1, 0);
            foreach (var kind in place.OrderBy(e => e.Key.Panel.Id, StringComparer.Ordinal))
            {
                _firstPanel.Add((place.Key, kind.Key.Panel.Id), count);
                for (var left = kind.Value; left > 0; left -= kind.Key.Panel.Positions)
                {
                    if (unit - kind.Key.Panel.HeightU < 1 && rack + 1 < place.Key.Rack + hall.PanelRacks) (rack, unit) = (rack + 1, hall.RackUnits + 1);
                    unit -= kind.Key.Panel.HeightU;
                    number++;
                    count++;
                    yield return new PanelUnit(FormattableString.Invariant($"{place.Key.Name(several)}-P{number:00}"), kind.Key.Panel, hall, rack, unit);
                }
            }
        }
    }
}

/// <summary>A rack at which trunks end: the first of the frame of a row, or that of the devices.</summary>
/// <param name="hall">The hall.</param>
/// <param name="rack">The rack, from 0.</param>
public sealed class PanelPlace(HallPlan hall, int rack) : IEquatable<PanelPlace>, IComparable<PanelPlace>
{
    /// <summary>The hall.</summary>
    public HallPlan Hall { get; } = hall;

    /// <summary>The rack, from 0.</summary>
    public int Rack { get; } = rack;

    /// <summary>What the place is called: by its rack, and by site and hall where there are several.</summary>
    public string Name(bool inSeveralHalls) => inSeveralHalls ? $"{Hall.Site}.{Hall.Name}.{Hall.RackName(Rack)}" : Hall.RackName(Rack);

    /// <inheritdoc/>
    public int CompareTo(PanelPlace? other) =>
        other is null ? 1
        : string.CompareOrdinal(Hall.Site, other.Hall.Site) is not 0 and var site ? site
        : string.CompareOrdinal(Hall.Name, other.Hall.Name) is not 0 and var name ? name
        : Rack.CompareTo(other.Rack);

    /// <inheritdoc/>
    public bool Equals(PanelPlace? other) => CompareTo(other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PanelPlace);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked(Hall.Name.GetHashCode() * 31 + Rack);
}

/// <summary>One panel.</summary>
/// <param name="Name">What is printed on it: its rack and its number there.</param>
/// <param name="Panel">Its kind.</param>
/// <param name="Hall">The hall it stands in.</param>
/// <param name="Rack">The rack.</param>
/// <param name="Unit">The lowest unit it takes.</param>
public sealed record PanelUnit(string Name, PanelPart Panel, HallPlan Hall, int Rack, int Unit);

/// <summary>Trunks of one kind between two racks of panels.</summary>
public sealed class TrunkRun
{
    readonly Riders _riders;
    readonly bool _several;

    internal TrunkRun(TrunkKey key, Riders riders, int trunks, int lengthMm, int firstTrunk, int firstFrom, int firstTo, bool several) =>
        (Key, _riders, Trunks, LengthMm, FirstTrunk, FirstFrom, FirstTo, _several) = (key, riders, trunks, lengthMm, firstTrunk, firstFrom, firstTo, several);

    internal TrunkKey Key { get; }

    /// <summary>The one rack.</summary>
    public PanelPlace From => Key.From;

    /// <summary>The other.</summary>
    public PanelPlace To => Key.To;

    /// <summary>What lies there.</summary>
    public TrunkPart Trunk => Key.Trunk;

    /// <summary>What it ends in.</summary>
    public PanelPart Panel => Key.Panel;

    /// <summary>How many.</summary>
    public int Trunks { get; }

    /// <summary>Their stock length; 0 where none is long enough.</summary>
    public int LengthMm { get; }

    /// <summary>Trunks of other kinds between the two racks that are counted before them.</summary>
    public int FirstTrunk { get; }

    /// <summary>The first position that they take of the panels at the one rack, from 0.</summary>
    public int FirstFrom { get; }

    /// <summary>The first position at the other; negative where they end at devices.</summary>
    public int FirstTo { get; }

    /// <summary>Links that ride on them.</summary>
    public long Links => _riders.Links;

    /// <summary>Connectors that carry no link.</summary>
    public long SpareConnectors => (long)Trunks * Trunk.Connectors - Links;

    /// <summary>What trunk <paramref name="n"/> of them, from 0, is called: by its two racks and a number between them.</summary>
    public string Name(int n) => FormattableString.Invariant($"{From.Name(_several)}/{To.Name(_several)}-T{FirstTrunk + n + 1:00}");

    /// <summary>The links in the order of their connectors.</summary>
    public IEnumerable<Rider> Riding() => _riders.Each();
}

/// <summary>A link on a connector of a trunk.</summary>
/// <param name="Bundle">Its bundle.</param>
/// <param name="Index">Where it is in the bundle's box; good until the next one is asked for.</param>
/// <param name="FromB">Whether its upper end is at the trunk's first end.</param>
/// <param name="Stage">The how manieth trunk of the link it is, from 0.</param>
public sealed record Rider(Bundle Bundle, IReadOnlyList<int> Index, bool FromB, int Stage);
