using ClusterDsl.Artifacts.Wiring;

namespace ClusterDsl.Artifacts.Simulators;

/// <summary>A fabric that a few counts describe: every switch of a tier has the same links as the others.</summary>
/// <param name="Hosts">Ports at the leaves.</param>
/// <param name="HostsPerPod">Those under the leaves that have the same spines.</param>
/// <param name="Tiers">From the leaves upwards.</param>
sealed record RegularTree(int Hosts, int HostsPerPod, IReadOnlyList<RegularTier> Tiers)
{
    /// <summary>The tree that a fabric is; null, and why, where it is none.</summary>
    public static RegularTree? Of(Plan plan, FabricPlan fabric, out string why)
    {
        why = "";
        if (fabric.Tiers.Count is < 2 or > 3) return Fault("it has not two or three tiers", out why);
        var tierOf = fabric.Tiers.SelectMany((t, i) => t.Groups.Select(g => (g, i))).ToDictionary(t => t.g, t => t.i);
        if (fabric.Tiers.Any(t => t.Groups.Count != 1)) return Fault("its switches of a tier are of several groups", out why);

        var tiers = new List<RegularTier>();
        var leavesPerPod = 0;
        var downs = fabric.Tiers.Select(t => new int[t.Devices]).ToList();
        var ups = fabric.Tiers.Select(t => new int[t.Devices]).ToList();
        for (var t = 0; t < fabric.Tiers.Count; t++)
        {
            var bundles = plan.Bundles.Where(b => b.Fabric == fabric.Name && b.B.Group == fabric.Tiers[t].Groups[0]).ToList();
            var from = bundles.Select(b => tierOf.TryGetValue(b.A.Group, out var tier) ? tier : -1).Distinct().ToList();
            if (from.Count != 1 || from[0] != t - 1) return Fault($"what is joined to its {fabric.Called(fabric.Tiers[t].Role)} switches is not all of the tier below", out why);
            if (bundles.Select(b => b.SpeedGbps).Distinct().Count() > 1) return Fault($"the links below its {fabric.Called(fabric.Tiers[t].Role)} switches are of several speeds", out why);
            var pairs = new Dictionary<(int Lower, int Upper), int>();
            foreach (var wire in Wire.Of(plan, bundles))
            {
                downs[t][wire.Link.DeviceB]++;
                if (t == 0) continue;
                ups[t - 1][wire.Link.DeviceA]++;
                pairs[(wire.Link.DeviceA, wire.Link.DeviceB)] = pairs.GetValueOrDefault((wire.Link.DeviceA, wire.Link.DeviceB)) + 1;
            }
            if (downs[t].Distinct().Count() > 1 || (t > 0 && ups[t - 1].Distinct().Count() > 1) || pairs.Values.Distinct().Count() > 1)
                return Fault($"its {fabric.Called(fabric.Tiers[t].Role)} switches have not all as many links below", out why);
            var parallel = t == 0 ? 1 : pairs.Values.First();
            if (t == 1) leavesPerPod = downs[t][0] / parallel;
            tiers.Add(new RegularTier(downs[t][0], bundles[0].SpeedGbps, parallel, fabric.Tiers[t].Devices));
        }
        for (var t = 0; t + 1 < tiers.Count; t++) tiers[t] = tiers[t] with { Up = ups[t][0], UpGbps = tiers[t + 1].DownGbps };
        var tree = new RegularTree(tiers[0].Down * tiers[0].Devices, tiers[0].Down * leavesPerPod, tiers);
        return tree.Fault() is { } fault ? Fault(fault, out why) : tree;

        static RegularTree? Fault(string fault, out string why)
        {
            why = fault;
            return null;
        }
    }

    /// <summary>Of FatTreeTopology::init_network.</summary>
    const int MostLeafPorts = 96, MostPorts = 64;

    /// <summary>What htsim checks of a tree before it makes it (FatTreeTopology::set_custom_params).</summary>
    string? Fault()
    {
        var (leaves, spines) = (Tiers[0], Tiers[1]);
        if (Tiers.Count == 2 && HostsPerPod != Hosts) return "not every spine is joined to every leaf";
        if (Hosts % HostsPerPod != 0) return "its pods are not all alike";
        var pods = Hosts / HostsPerPod;
        if (Tiers.Take(Tiers.Count - 1).Any(t => t.Oversubscription == 0)) return "an oversubscription is no whole number";
        if (leaves.Down / leaves.Up != leaves.Oversubscription) return "its leaves have other speeds above than below, which htsim's radix does not allow";
        if (spines.Devices % pods != 0 || spines.Devices / pods * spines.Parallel != leaves.Up) return "its spines are not the pods' own";
        if (Tiers.Any(t => t.Down + t.Up > (t == leaves ? MostLeafPorts : MostPorts))) return $"htsim's switches have no more than {MostPorts} ports, its leaves {MostLeafPorts}";
        if (Tiers.Count == 2) return null;
        var cores = Tiers[2];
        var perPod = spines.Devices / pods;
        return cores.Devices % perPod != 0 || cores.Devices * cores.Parallel / perPod != spines.Up ? "its cores are not spread over the spines of a pod" : null;
    }
}

/// <summary>A tier of a tree.</summary>
/// <param name="Down">Links of a switch downwards.</param>
/// <param name="DownGbps">Their speed.</param>
/// <param name="Parallel">How many of them lead to one device.</param>
/// <param name="Devices">The switches.</param>
sealed record RegularTier(int Down, int DownGbps, int Parallel, int Devices)
{
    /// <summary>Links of a switch upwards; 0 in the topmost tier.</summary>
    public int Up { get; init; }

    public int UpGbps { get; init; }

    /// <summary>Bandwidth down against up; 0 where that is no whole number.</summary>
    public int Oversubscription => (long)Down * DownGbps % ((long)Up * UpGbps) == 0 ? (int)((long)Down * DownGbps / ((long)Up * UpGbps)) : 0;
}
