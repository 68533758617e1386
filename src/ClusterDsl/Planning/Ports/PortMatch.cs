namespace ClusterDsl.Planning;

/// <summary>Finds the speed and signalling that two ends have in common.</summary>
static class PortMatch
{
    /// <summary>
    /// The modes in which a bank below and a device above run a link: at the wanted speed if both can, over the same lanes or over modules that bridge
    /// them, else at the fastest lower one that the upper end offers on a splitter's legs.
    /// </summary>
    public static (PortChoice Lower, PortChoice Upper)? Find(IEnumerable<Ports> lower, IEnumerable<Ports> upper, int gbps)
    {
        var alike = Find(lower, upper, gbps, (a, b) => a.Mode.Lane == b.Mode.Lane && a.Mode.Lanes == b.Mode.Lanes);
        return alike?.Lower.Mode.Speed.Gbps == gbps ? alike : Find(lower, upper, gbps, (a, b) => b.Mode.Legs == 1 && Bridged(a, b)) ?? alike;
    }

    static (PortChoice Lower, PortChoice Upper)? Find(IEnumerable<Ports> lower, IEnumerable<Ports> upper, int gbps, Func<PortChoice, PortChoice, bool> joins)
    {
        (PortChoice Lower, PortChoice Upper)? best = null;
        foreach (var a in lower)
            foreach (var am in a.Modes)
            {
                if (am.Legs != 1 || am.Speed.Gbps > gbps || am.Speed.Gbps < best?.Lower.Mode.Speed.Gbps) continue;
                foreach (var b in upper)
                    foreach (var bm in b.Modes)
                        if (bm.Speed == am.Speed && (bm.Legs > 1 || bm.Speed.Gbps == gbps)
                            && (best is not { } found || am.Speed.Gbps > found.Lower.Mode.Speed.Gbps || bm.Legs < found.Upper.Mode.Legs)
                            && joins(new PortChoice(a, am), new PortChoice(b, bm)))
                            best = (new PortChoice(a, am), new PortChoice(b, bm));
            }
        return best;
    }

    /// <summary>Whether modules speak one optical standard over different electrical lanes: 400G-DR4 of eight lanes of 50G to 400G-DR4 of four of 100G.</summary>
    static bool Bridged(PortChoice a, PortChoice b) =>
        Optics.All.Where(o => Runs(o, a)).Select(o => o.Pmd).Intersect(Optics.All.Where(o => Runs(o, b)).Select(o => o.Pmd)).Any();

    static bool Runs(Optic optic, PortChoice ports) =>
        optic.Lane == ports.Mode.Lane && optic.Connectors == ports.Mode.Split && optic.Speeds.Contains(ports.Mode.Speed.Gbps) && ports.Bank.Cage.Accepts.Contains(optic.Plug);

    /// <summary>The fastest modes of a link without a splitter, up to a speed or at exactly that.</summary>
    public static (PortChoice Lower, PortChoice Upper)? Straight(IEnumerable<Ports> lower, IEnumerable<Ports> upper, int gbps, bool exactly = false) =>
        lower.SelectMany(p => p.Modes).Select(m => m.Speed.Gbps).Where(g => exactly ? g == gbps : g <= gbps).Distinct().OrderByDescending(g => g)
            .Select(g => Find(lower, upper, g)).FirstOrDefault(m => m is { Upper.Mode.Legs: 1 });

    /// <summary>"400G 4×Pam4x100, 200G …": what a bank can do.</summary>
    public static string Speeds(IEnumerable<Ports> banks)
    {
        var speeds = banks.SelectMany(b => b.Modes).Select(m => $"{m.Speed} ({m.Lanes} × {LaneName(m.Lane)}{(m.Legs > 1 ? $", on 1:{m.Legs} splitters" : "")})").Distinct().ToList();
        return speeds.Count == 0 ? "no speed" : string.Join(", ", speeds);
    }

    public static string LaneName(Lane lane) => lane switch
    {
        Lane.BaseT => "BASE-T",
        Lane.Nrz25 => "25G NRZ",
        Lane.Pam4x50 => "50G PAM4",
        Lane.Pam4x100 => "100G PAM4",
        Lane.Coherent => "coherent",
        _ => "200G PAM4",
    };
}

/// <summary>Hands out the ports of one switch in order, bank by bank. A change of breakout starts a new cage, unless it is finer.</summary>
sealed class PortCursor
{
    readonly Dictionary<string, (int Next, int Split)> _next = [];
    long _taken;

    PortCursor(Dictionary<string, (int, int)> next) => _next = next;

    public PortCursor() { }

    /// <summary>Whether a splitter gets a cage of its own, away from straight cables (CDL3013), as long as there are connectors to spare.</summary>
    public bool SplittersApart { get; set; }

    /// <summary>The first of so many ports; they may lie beyond the bank, which <see cref="Overflow"/> tells.</summary>
    public int Take(PortChoice ports, int count)
    {
        var split = ports.Mode.Split;
        var first = At(ports);
        _next[ports.Bank.Name] = (UsableCages.Of(ports)?.After(first, count) ?? first + count, split);
        // A cage counts whole as soon as it is begun.
        _taken += Up(first + count, split) - Up(first, split);
        return first;
    }

    public int At(PortChoice ports) => UsableCages.Of(ports) is { } usable ? usable.From(Next(ports)) : Next(ports);

    int Next(PortChoice ports)
    {
        if (!_next.TryGetValue(ports.Bank.Name, out var at)) return 0;
        var split = ports.Mode.Split;
        if (split == at.Split) return Up(at.Next, ports.Mode.Legs);
        // A finer split goes on behind the last whole port: the other connector of a twin-port cage can be split alone.
        return split % at.Split == 0 && !SplittersApart
            ? Up(at.Next * (split / at.Split), ports.Mode.Legs)
            : Up((at.Next + at.Split - 1) / at.Split * split, ports.Mode.Legs);
    }

    /// <summary>Moves on to where another cursor stands, if that is further.</summary>
    public void AtLeast(PortCursor other)
    {
        foreach (var pair in other._next)
            if (!_next.TryGetValue(pair.Key, out var mine) || (long)mine.Next * pair.Value.Split < (long)pair.Value.Next * mine.Split)
                _next[pair.Key] = pair.Value;
    }

    /// <summary>Whether more was taken from a bank than it has.</summary>
    public bool Overflow(SwitchModel model) =>
        _next.Any(n => model.Bank(n.Key) is { } bank && n.Value.Next > (long)bank.Cages * n.Value.Split);

    /// <summary>Whether the switch chip runs as many ports as were taken.</summary>
    public bool FitsChip(SwitchModel model) => model.LogicalPorts == 0 || _taken <= model.LogicalPorts;

    static int Up(int value, int multiple) => (value + multiple - 1) / multiple * multiple;
}
