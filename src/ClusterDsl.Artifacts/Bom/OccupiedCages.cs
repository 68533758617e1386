using System.Collections;

namespace ClusterDsl.Artifacts.Bom;

/// <summary>
/// The cages that take a transceiver. Two ports of one cage, or the legs of a splitter, share one: each bank of a
/// group has a bit for every cage, and only the first end that comes to a cage counts.
/// </summary>
static class OccupiedCages
{
    public static IReadOnlyDictionary<string, long> ByOptic(Plan plan)
    {
        var optics = new Dictionary<string, long>();
        foreach (var cage in Of(plan)) optics[cage.Optic] = optics.GetValueOrDefault(cage.Optic) + 1;
        return optics;
    }

    public static IEnumerable<OccupiedCage> Of(Plan plan)
    {
        var taken = new Dictionary<(string Group, string Bank), BitArray>();
        return plan.Bundles.SelectMany(bundle => First(bundle, bundle.A, link => (link.DeviceA, link.PortA)).Concat(First(bundle, bundle.B, link => (link.DeviceB, link.PortB))));

        IEnumerable<OccupiedCage> First(Bundle bundle, BundleEnd end, Func<Link, (int Device, int Port)> at)
        {
            if (end.Optic.Length == 0 || bundle.Links == 0) yield break;
            var group = plan.Group(end.Group);
            if (group.Role == "external") yield break; // equipment outside the plan has its own
            var bank = plan.Model(group).Bank(end.Bank);
            if (!taken.TryGetValue((end.Group, end.Bank), out var cages))
                taken.Add((end.Group, end.Bank), cages = new BitArray(checked(group.Count * bank.Cages)));

            int[] cageOf = [.. Enumerable.Range(0, bank.Cages * end.Split).Select(port => bank.CageOf(port, end.Split))];
            var cursor = new LinkCursor(bundle);
            for (var k = bundle.Links; k > 0; k--, cursor.Next())
            {
                var (device, port) = at(cursor.Current);
                if (cages[device * bank.Cages + cageOf[port]]) continue;
                cages[device * bank.Cages + cageOf[port]] = true;
                yield return new OccupiedCage(group, bank, device, cageOf[port], end.Optic);
            }
        }
    }
}

/// <summary>A cage with a transceiver.</summary>
/// <param name="Group">The group of its device.</param>
/// <param name="Bank">Its bank.</param>
/// <param name="Device">Its device.</param>
/// <param name="Cage">Its number in the bank, from 0.</param>
/// <param name="Optic">What is in it.</param>
readonly record struct OccupiedCage(DeviceGroup Group, PortBank Bank, int Device, int Cage, string Optic);
