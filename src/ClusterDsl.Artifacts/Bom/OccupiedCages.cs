using System.Collections;

namespace ClusterDsl.Artifacts.Bom;

/// <summary>
/// Counts the cages that take a transceiver. Two ports of one cage, or the legs of a splitter, share one: each bank of a
/// group has a bit for every cage, and only the first end that comes to a cage counts.
/// </summary>
static class OccupiedCages
{
    public static IReadOnlyDictionary<string, long> ByOptic(Plan plan)
    {
        var taken = new Dictionary<(string Group, string Bank), BitArray>();
        var optics = new Dictionary<string, long>();
        foreach (var bundle in plan.Bundles)
        {
            Count(bundle, bundle.A, link => (link.DeviceA, link.PortA));
            Count(bundle, bundle.B, link => (link.DeviceB, link.PortB));
        }
        return optics;

        void Count(Bundle bundle, BundleEnd end, Func<Link, (int Device, int Port)> at)
        {
            if (end.Optic.Length == 0 || bundle.Links == 0) return;
            var group = plan.Group(end.Group);
            if (group.Role == "external") return; // equipment outside the plan has its own
            var bank = plan.Model(group).Bank(end.Bank);
            if (!taken.TryGetValue((end.Group, end.Bank), out var cages))
                taken.Add((end.Group, end.Bank), cages = new BitArray(checked(group.Count * bank.Cages)));

            int[] cageOf = [.. Enumerable.Range(0, bank.Cages * end.Split).Select(port => bank.CageOf(port, end.Split))];
            var count = 0L;
            var cursor = new LinkCursor(bundle);
            for (var k = bundle.Links; k > 0; k--, cursor.Next())
            {
                var (device, port) = at(cursor.Current);
                var cage = device * bank.Cages + cageOf[port];
                if (cages[cage]) continue;
                cages[cage] = true;
                count++;
            }
            optics[end.Optic] = optics.GetValueOrDefault(end.Optic) + count;
        }
    }
}
