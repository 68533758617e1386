using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>
/// Two sums over the devices of a group, to which every bundle adds the same for each device of its set: they change at the ends of
/// the sets only, so only those devices have to be looked at.
/// </summary>
sealed class Steps
{
    readonly List<(IndexSet Devices, long First, long Second)> _terms = [];

    public void Add(IndexSet devices, long first, long second) => _terms.Add((devices, first, second));

    /// <summary>The sums of one device.</summary>
    public (long First, long Second) Of(long device) => Sum(_terms, device);

    /// <summary>The sums at every device where one may change: added up from end to end of the runs; the few sets with gaps are asked.</summary>
    public IEnumerable<(int Device, long First, long Second)> Places(int count)
    {
        var gaps = _terms.Where(t => !t.Devices.IsRun).ToList();
        var changes = _terms.Where(t => t.Devices.IsRun).SelectMany(Ends).Concat(gaps.SelectMany(t => Corners(t.Devices)));
        var (first, second) = (0L, 0L);
        foreach (var place in changes.GroupBy(c => c.Device).OrderBy(c => c.Key))
        {
            (first, second) = (first + place.Sum(c => c.First), second + place.Sum(c => c.Second));
            if (place.Key < 0 || place.Key >= count) continue;
            var (moreFirst, moreSecond) = Sum(gaps, place.Key);
            yield return ((int)place.Key, first + moreFirst, second + moreSecond);
        }
    }

    static IEnumerable<(long Device, long First, long Second)> Ends((IndexSet Devices, long First, long Second) run) =>
        [(run.Devices.Min, run.First, run.Second), (run.Devices.Max + 1, -run.First, -run.Second)];

    static IEnumerable<(long Device, long First, long Second)> Corners(IndexSet gaps) =>
        gaps.Corners().SelectMany(d => new[] { d - 1, d, d + 1 }).Select(d => (d, 0L, 0L));

    static (long First, long Second) Sum(List<(IndexSet Devices, long First, long Second)> terms, long device)
    {
        var (first, second) = (0L, 0L);
        foreach (var term in terms)
            if (term.Devices.Contains(device)) (first, second) = (first + term.First, second + term.Second);
        return (first, second);
    }
}
