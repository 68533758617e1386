using ClusterDsl.Artifacts.Wiring;

namespace ClusterDsl.Artifacts;

/// <summary>Which Ethernet links each switch has, in the order of the plan: eight bytes are kept of each end, and all else is computed again.</summary>
sealed class SwitchLinks
{
    readonly List<Bundle> _bundles;
    readonly Dictionary<string, List<(int End, int Link)>?[]> _of;

    public SwitchLinks(Plan plan, IReadOnlyList<DeviceGroup> switches)
    {
        _bundles = [.. plan.BundlesOf(f => !f.IsInfiniBand())];
        _of = switches.ToDictionary(g => g.Id, g => new List<(int, int)>?[g.Count]);
        for (var b = 0; b < _bundles.Count; b++)
        {
            _of.TryGetValue(_bundles[b].A.Group, out var atA);
            _of.TryGetValue(_bundles[b].B.Group, out var atB);
            var number = 0;
            foreach (var link in _bundles[b].InOrder())
            {
                if (atA is not null) (atA[link.DeviceA] ??= []).Add((2 * b, number));
                if (atB is not null) (atB[link.DeviceB] ??= []).Add((2 * b + 1, number));
                number++;
            }
        }
    }

    public bool IsSwitch(string group) => _of.ContainsKey(group);

    /// <summary>The links of a switch: which of their bundle, and whether it is at its end B.</summary>
    public IEnumerable<(Bundle Bundle, int Link, bool AtB)> Of(DeviceGroup group, int device) =>
        (_of[group.Id][device] ?? []).Select(found => (_bundles[found.End / 2], found.Link, found.End % 2 == 1));
}
