namespace ClusterDsl.EndToEnd.Tests;

/// <summary>What the published tables count, by the name that a table gives it, counted in <c>devices.csv</c> and <c>cabling.csv</c>.</summary>
sealed class Counts
{
    readonly Dictionary<string, int> _devices;
    readonly List<(string Cable, (string Lower, string Upper) Tiers, int Gbps, (string A, string B) Ends)> _links;
    readonly Dictionary<string, Func<double>> _counts;

    public Counts(Built built)
    {
        var roles = built.Devices.ToDictionary(d => d["device"], d => d["role"]);
        _devices = roles.Values.CountBy(role => role).ToDictionary();
        _links = [.. built.Cabling.Select(l => (l["cable_id"], (roles[l["a_device"]], roles[l["b_device"]]), int.Parse(l["speed_gbps"]), (l["a_device"], l["b_device"])))];
        double gpus = built.Plan.Gpus;
        double racks = built.Devices.Where(d => d["role"] == "node").DistinctBy(d => (d["hall"], d["rack"])).Count();
        _counts = new()
        {
            ["nodes"] = () => Devices("node"),
            ["gpus"] = () => gpus,
            ["endpoints"] = () => gpus,
            ["leafSwitches"] = () => Devices("leaf"),
            ["spineSwitches"] = () => Devices("spine"),
            ["coreSwitches"] = () => Devices("core"),
            ["totalSwitches"] = () => Devices("leaf", "spine", "core"),
            ["switches"] = () => Devices("leaf", "spine", "core"),
            ["leafPerPlane"] = () => Devices("leaf") / Parts(),
            ["spinePerPlane"] = () => Devices("spine") / Parts(),
            ["servers"] = () => Devices("node"),
            ["racks"] = () => racks,
            ["gpusPerRack"] = () => gpus / racks,
            ["gpusPerPod"] = () => gpus / Parts(),
            ["podInjectionTbps"] = () => Gbps("node", "leaf") / 1000 / Parts(),
            ["torSwitches"] = () => Devices("leaf"),
            ["aggSwitches"] = () => Devices("spine"),
            ["planes"] = Parts,
            ["aggPerPlane"] = () => Devices("spine") / Parts(),
            ["tiers"] = () => new[] { "leaf", "spine" }.Count(_devices.ContainsKey),
            ["gpusPerTorPair"] = () => gpus / (Devices("leaf") / 2.0),
            ["torOversubscription"] = () => Math.Round(Gbps("node", "leaf") / Gbps("leaf", "spine"), 3),
            ["accessLinks200G"] = () => Links("node", "leaf"),
            ["uplinks400G"] = () => Links("leaf", "spine"),
            ["torAggLinks400G"] = () => Links("leaf", "spine"),
            ["aggCoreLinks400G"] = () => Links("spine", "core"),
            ["aggDownPorts"] = () => Links("leaf", "spine") / (double)Devices("spine"),
            ["aggUpPorts"] = () => Links("spine", "core") / (double)Devices("spine"),
            ["stripes"] = () => Devices("leaf") / 8.0,
            ["gpusPerLeaf"] = () => gpus / Devices("leaf"),
            ["nodeLeafCables"] = () => Cables("node", "leaf"),
            ["nodeLeafLinks"] = () => Links("node", "leaf"),
            ["nodeLeafLinks400G"] = () => Links("node", "leaf"),
            ["nodeLeafCables800G"] = () => Of800G("node", "leaf"),
            ["computePlusUfmCables"] = () => Links("node", "leaf") + Links("appliance", "leaf"),
            ["leafSpineCables"] = () => Cables("leaf", "spine"),
            ["leafSpineLinks400G"] = () => Links("leaf", "spine"),
            ["leafSpineLinks800G"] = () => Links("leaf", "spine"),
            ["leafCoreLinks"] = () => Links("leaf", "spine"),
            ["linksPerLeafCore"] = () => PerPair("leaf", "spine"),
            ["leafSpineCables800G"] = () => Of800G("leaf", "spine"),
            ["linksPerLeafSpinePair"] = () => PerPair("leaf", "spine"),
            ["linksPerPair800G"] = () => PerPair("leaf", "spine"),
            ["spineCoreCables"] = () => Cables("spine", "core"),
            ["cells"] = Parts,
            ["boosterNodes"] = () => WithGpus(built).Count,
            ["boosterRacks"] = () => WithGpus(built).DistinctBy(d => (d["hall"], d["rack"])).Count(),
            ["l1Oversubscription"] = () => Math.Round(WorstRatio("leaf"), 2),
            ["l2Oversubscription"] = () => Math.Round(WorstRatio("spine"), 2),
            ["linksPerCellPair"] = PerCellPair,
            ["l1PerBoosterCell"] = () => Devices("leaf") / Parts(),
            ["l2PerBoosterCell"] = () => Devices("spine") / Parts(),
            ["nodesPerBoosterCell"] = () => FullestCell(WithGpus(built)),
            ["globalLinks"] = () => Links("spine", "spine"),
            ["globalPortsPerCell"] = () => 2 * Links("spine", "spine") / Parts(),
            ["intraCellLinks"] = () => Links("leaf", "spine") / Parts(),
            ["interSwitchLinks"] = () => Links("leaf", "spine") + Links("spine", "core"),
        };
    }

    public double this[string name] => _counts[name]();

    int Devices(params string[] roles) => roles.Sum(role => _devices.GetValueOrDefault(role));

    int Links(string lower, string upper) => _links.Count(l => l.Tiers == (lower, upper));

    int Cables(string lower, string upper) => _links.Where(l => l.Tiers == (lower, upper)).DistinctBy(l => l.Cable).Count();

    /// <summary>A cage of 800G holds two links of 400G.</summary>
    double Of800G(string lower, string upper) => Gbps(lower, upper) / 800;

    double Gbps(string lower, string upper) => _links.Where(l => l.Tiers == (lower, upper)).Sum(l => (double)l.Gbps);

    /// <summary>Links between any two switches of two tiers: the same for all.</summary>
    double PerPair(string lower, string upper) => _links.Where(l => l.Tiers == (lower, upper)).CountBy(l => l.Ends).Select(pair => pair.Value).Distinct().Single();

    /// <summary>The nodes of a model with GPUs.</summary>
    static List<CsvTable.Row> WithGpus(Built built)
    {
        var models = built.Plan.Models.Where(m => m.Gpus > 0).Select(m => m.Id).ToHashSet();
        return [.. built.Devices.Where(d => models.Contains(d["model"]))];
    }

    /// <summary>What comes up to the fullest switch of a tier for what leaves it.</summary>
    double WorstRatio(string tier)
    {
        Dictionary<string, double> down = [], up = [];
        foreach (var (_, tiers, gbps, (a, b)) in _links)
        {
            // What joins equals goes up from both.
            if (tiers.Lower == tier) up[a] = up.GetValueOrDefault(a) + gbps;
            if (tiers == (tier, tier)) up[b] = up.GetValueOrDefault(b) + gbps;
            else if (tiers.Upper == tier) down[b] = down.GetValueOrDefault(b) + gbps;
        }
        return down.Max(d => d.Value / up[d.Key]);
    }

    /// <summary>The most of some nodes in one cell.</summary>
    int FullestCell(List<CsvTable.Row> nodes)
    {
        var names = nodes.Select(n => n["device"]).ToHashSet();
        return _links.Where(l => names.Contains(l.Ends.A)).Select(l => (l.Ends.A, Cell: Cell(l.Ends.B))).Distinct().CountBy(n => n.Cell).Max(c => c.Value);
    }

    /// <summary>"hdr-cell1" of "hdr-cell1-spine02".</summary>
    static string Cell(string device) => device[..device.LastIndexOf('-')];

    /// <summary>Links between the spines of any two cells: the same for all, and none are without.</summary>
    double PerCellPair()
    {
        var pairs = _links.Where(l => l.Tiers == ("spine", "spine")).CountBy(l => string.CompareOrdinal(Cell(l.Ends.A), Cell(l.Ends.B)) < 0 ? (Cell(l.Ends.A), Cell(l.Ends.B)) : (Cell(l.Ends.B), Cell(l.Ends.A))).ToList();
        Assert.Equal(Parts() * (Parts() - 1) / 2, pairs.Count);
        return pairs.Select(pair => pair.Value).Distinct().Single();
    }

    /// <summary>How many networks the leaves and spines fall into when nothing passes through a node or a core: planes, or pods.</summary>
    double Parts()
    {
        var leaves = _links.Where(l => l.Tiers == ("leaf", "spine")).ToLookup(l => l.Ends.A, l => l.Ends.B);
        // Every leaf of a part meets the same spines, and a spine is in one part.
        var parts = leaves.Select(leaf => string.Join(' ', leaf.Distinct().Order(StringComparer.Ordinal))).Distinct().ToList();
        var spines = parts.SelectMany(part => part.Split(' ')).ToList();
        Assert.Equal(spines.Count, spines.Distinct().Count());
        return parts.Count;
    }
}
