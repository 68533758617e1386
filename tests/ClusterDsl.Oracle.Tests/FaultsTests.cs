namespace ClusterDsl.Oracle.Tests;

/// <summary>A cable in the wrong place does not escape the judge: each fault is put into the csv of a cluster that is right.</summary>
public sealed class FaultsTests
{
    /// <summary>What is done to the rows of cabling.csv, and what has to be said of it.</summary>
    public static TheoryData<string, string> Faults => new()
    {
        { "two cables of one node swapped at the leaves", "with other ports" },
        { "a cable of one unit's node swapped with one of another's", "is not on all the same switches" },
        { "two uplinks of different leaves swapped at the spines", "links between two switches" },
        { "an uplink left out", "links up to net/spine" },
        { "a node's link left out", "is not on all the same switches" },
        { "a port used twice", "is used 2 times" },
        { "two leaves joined", "links among themselves" },
        { "all uplinks of a unit left out", "connected is promised as 1; it is 0" },
        { "uplinks at half their speed", "the ratio of net/leaf" },
        { "an end at a device that there is not", "which is in no rack" },
        { "a row written twice", "comes 2 times" },
    };

    [OracleTheory, MemberData(nameof(Faults))]
    public void A_fault_is_noticed(string fault, string said)
    {
        using var folder = new Folder();
        var cluster = folder.Write(Good());
        var file = Path.Combine(cluster, "cabling.csv");
        var rows = new Rows(File.ReadAllLines(file));
        Break(rows, fault);
        File.WriteAllLines(file, rows.Lines);
        Assert.Contains(Oracle.Judge(cluster).Faults, f => f.Contains(said));
    }

    [OracleFact]
    public void What_is_right_is_not_blamed()
    {
        using var folder = new Folder();
        Assert.Empty(Oracle.Judge(folder.Write(Good())).Faults);
    }

    [OracleTheory]
    [InlineData("\"hops\": 4", "\"hops\": 2", "hops is promised as 2; it is 4")]
    [InlineData("\"bisectionGbps\": 12800", "\"bisectionGbps\": 12801", "the bisection is promised as 12801 Gb/s; it is at least 12800 and at most 12800")]
    [InlineData("\"loss\": \"spine\", \"leftPpm\": 500000", "\"loss\": \"spine\", \"leftPpm\": 750000", "left after losing a spine is promised as 750000; it is 500000")]
    [InlineData("\"ratio\": \"1:1\"", "\"ratio\": \"2:1\"", "the ratio of net/leaf is promised as 2.0; it is 1.0")]
    public void A_promise_that_is_not_kept_is_noticed(string promise, string other, string said)
    {
        using var folder = new Folder();
        var cluster = folder.Write(Good());
        var file = Path.Combine(cluster, "plan.json");
        var text = File.ReadAllText(file);
        Assert.Contains(promise, text);
        File.WriteAllText(file, text.Replace(promise, other));
        Assert.Contains(Oracle.Judge(cluster).Faults, f => f.Contains(said));
    }

    [OracleTheory]
    [InlineData("\"hops\": 5", "\"hops\": 4", "hops is promised as 4; it is 5")]
    [InlineData("\"bisectionGbps\": 6400", "\"bisectionGbps\": 6401", "the bisection is promised as 6401 Gb/s; it is at least 0 and at most 6400")]
    [InlineData("\"loss\": \"link\", \"leftPpm\": 0", "\"loss\": \"spine\", \"leftPpm\": 0", "left after losing a spine is promised as 0; it is None")]
    public void A_promise_that_a_dragonfly_plus_does_not_keep_is_noticed(string promise, string other, string said)
    {
        using var folder = new Folder();
        var cluster = folder.Write(Cells());
        Assert.Empty(Oracle.Judge(cluster).Faults);
        var file = Path.Combine(cluster, "plan.json");
        var text = File.ReadAllText(file);
        Assert.Contains(promise, text);
        File.WriteAllText(file, text.Replace(promise, other));
        Assert.Contains(Oracle.Judge(cluster).Faults, f => f.Contains(said));
    }

    [OracleFact]
    public void A_dragonfly_plus_of_which_a_spine_lost_all_links_to_its_leaves_is_not_what_its_plan_says()
    {
        using var folder = new Folder();
        var cluster = folder.Write(Cells());
        var file = Path.Combine(cluster, "cabling.csv");
        var rows = new Rows(File.ReadAllLines(file));
        foreach (var row in rows.Where(r => rows[r, "a_device"].StartsWith("net-cell1-leaf") && rows[r, "b_device"] == "net-cell1-spine02").OrderDescending()) rows.Remove(row);
        File.WriteAllLines(file, rows.Lines);
        Assert.Contains(Oracle.Judge(cluster).Faults, f => f.Contains("losing net-cell1-spine01 parts nodes") || f.Contains("losing a spine cuts nodes off"));
    }

    /// <summary>Four cells of two leaves and two spines, each pair joined by four links: sixteen links between halves.</summary>
    static Plan Cells() => Cluster.Named("cells").Site("dc", s => s
        .Nodes("node", new NodeModel("NODE", 4, new Ports("nic", 1, Cage.Qsfp112, 400.Gbps())) { Height = 2 }, 64)
        .Fabric("net", f => f.Ethernet(400.Gbps()).NonBlocking().Connect("node").DragonflyPlus(4, linksPerCellPair: 4).Leaves(Switch, perCell: 2).Spines(Switch, perCell: 2))).Plan;

    /// <summary>Two units of eight nodes on four rails, eight leaves, two spines.</summary>
    static Plan Good() => Cluster.Named("good").Site("dc", s => s
        .Nodes("node", new NodeModel("NODE", 4, new Ports("nic", 4, Cage.Qsfp112, 400.Gbps())) { Height = 2 }, 16, n => n.ScalableUnits(8))
        .Fabric("net", f => f.Ethernet(400.Gbps()).RailOptimized().NonBlocking().Connect("node").Leaves(Switch).Spines(Switch, count: 2))).Plan;

    static readonly EthernetSwitch Switch = new("SWITCH", new Ports("port", 32, Cage.Qsfp112, 400.Gbps()));

    static void Break(Rows rows, string fault)
    {
        var nodes = rows.Where(r => rows[r, "a_device"].StartsWith("node-"));
        var uplinks = rows.Where(r => rows[r, "b_device"].StartsWith("net-spine"));
        switch (fault)
        {
            case "two cables of one node swapped at the leaves": rows.SwapUpper(nodes[0], nodes[1]); break;
            case "a cable of one unit's node swapped with one of another's": rows.SwapUpper(nodes[0], nodes[^4]); break;
            case "two uplinks of different leaves swapped at the spines":
                rows.SwapUpper(uplinks.First(r => rows[r, "b_device"] == "net-spine01"), uplinks.Last(r => rows[r, "b_device"] == "net-spine02")); break;
            case "an uplink left out": rows.Remove(uplinks[3]); break;
            case "a node's link left out": rows.Remove(nodes[5]); break;
            case "a port used twice": rows[nodes[7], "b_port"] = rows[nodes[3], "b_port"]; break;
            case "two leaves joined":
                rows.Lines.Add(rows.Lines[uplinks[0]]);
                (rows[rows.Lines.Count - 1, "a_port"], rows[rows.Lines.Count - 1, "cable_id"]) = ("port31", "extra");
                (rows[rows.Lines.Count - 1, "b_device"], rows[rows.Lines.Count - 1, "b_port"]) = (rows[uplinks[^1], "a_device"], "port32");
                break;
            case "all uplinks of a unit left out":
                foreach (var row in uplinks.Where(r => rows[r, "a_device"].StartsWith("net-su1")).Reverse()) rows.Remove(row);
                break;
            case "uplinks at half their speed":
                foreach (var row in uplinks) rows[row, "speed_gbps"] = "200";
                break;
            case "an end at a device that there is not": rows[uplinks[0], "b_device"] = "net-spine09"; break;
            case "a row written twice": rows.Lines.Add(rows.Lines[nodes[0]]); break;
            default: throw new ArgumentException(fault);
        }
    }

    /// <summary>The lines of a csv whose cells hold no commas.</summary>
    sealed class Rows(string[] lines)
    {
        readonly List<string> _header = [.. lines[0].Split(',')];

        public List<string> Lines { get; } = [.. lines];

        public string this[int row, string column]
        {
            get => Lines[row].Split(',')[_header.IndexOf(column)];
            set
            {
                var cells = Lines[row].Split(',');
                cells[_header.IndexOf(column)] = value;
                Lines[row] = string.Join(',', cells);
            }
        }

        public List<int> Where(Func<int, bool> chosen) => [.. Enumerable.Range(1, Lines.Count - 1).Where(chosen)];

        public void Remove(int row) => Lines.RemoveAt(row);

        public void SwapUpper(int one, int other)
        {
            foreach (var column in new[] { "b_device", "b_port" }) (this[one, column], this[other, column]) = (this[other, column], this[one, column]);
        }
    }
}
