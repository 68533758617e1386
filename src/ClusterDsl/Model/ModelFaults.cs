namespace ClusterDsl.Model;

/// <summary>What makes no sense of a hardware model that an author wrote. Texts are made only for what is wrong: it is asked on each keystroke.</summary>
static class ModelFaults
{
    public static IEnumerable<string> Of(HardwareModel model)
    {
        if (string.IsNullOrWhiteSpace(model.Id)) yield return "the part number is empty";
        if (model.Height is < 0 or > 60) yield return $"the height is {model.Height} U; it must be 0 to 60";
        if (model.Power.Watts is < 0 or > Limits.Watts)
            yield return $"the power is {Text.Number(model.Power.Watts)} W; it must be 0 to {Text.Number(Limits.Watts)}";
        if (model.SupplyPower.Watts is < 0 or > Limits.Watts || model.EmptyPower.Watts is < 0 or > Limits.Watts)
            yield return $"its supplies give {Text.Number(model.SupplyPower.Watts)} W and it draws {Text.Number(model.EmptyPower.Watts)} W when empty; both must be 0 to {Text.Number(Limits.Watts)}";
        if (model.Weight.Grams is < 0 or > Limits.Grams)
            yield return $"the weight is {model.Weight}; it must be 0 to {Text.Number(Limits.Grams / 1000)} kg";
        if (model.PowerSupplies is < 0 or > 64 || model.SparePowerSupplies < 0 || model.SparePowerSupplies > Math.Max(0, model.PowerSupplies - 1))
            yield return $"{Text.Number(model.SparePowerSupplies)} of its {Text.Number(model.PowerSupplies)} power supplies are spare; it must have 0 to 64, and one that works";
        if (model is NodeModel { Gpus: < 0 or > 1_024 }) yield return "the number of GPUs must be 0 to 1,024";
        if (model is not { Description: not null, PriceUsd: not null, PriceSource: not null, Source: not null, Recalled: not null })
            yield return "its description, its price or its source is null";
        if (model is NodeModel node && (node.Kind is null || node.Roles is null || node.Roles.Contains(null!))) yield return "its kind or its roles are null";
        if (model.Ports.Any(p => p is not { Name.Length: > 0 }) || model.Ports.Select(p => p.Name).Distinct().Count() != model.Ports.Count)
            yield return "its banks of ports need different names";
        if (model is NodeModel { ScaleUp: not null } scaledUp)
            foreach (var fault in ScaleUpFaults.Of(scaledUp)) yield return fault;
        foreach (var bank in model.Ports)
            if (bank is not null)
                foreach (var fault in Of(bank)) yield return $"bank `{bank.Name}` {fault}";
        if (model is SwitchModel @switch)
            foreach (var fault in OfChip(@switch)) yield return fault;
        if (model is TransponderModel { Modes: var modes })
        {
            if (modes.Count == 0) yield return "it runs no coherent mode";
            foreach (var fault in modes.Select(Of).OfType<string>()) yield return fault;
        }
    }

    /// <summary>What makes no sense of a coherent mode; null where nothing does.</summary>
    public static string? Of(CoherentMode? mode) =>
        mode is not { Name.Length: > 0, Recalled: not null, Source: not null } ? "a coherent mode, its name or its source is null"
        : mode.Gbps is < 1 or > 100_000 || mode.SpacingGhz is < 1 or > 10_000 ? $"a wavelength of {Text.Number(mode.Gbps)} Gb/s in {Text.Number(mode.SpacingGhz)} GHz; it must be 1 to 100,000 in 1 to 10,000"
        : mode.PsPerNm < 0 || mode.LatencyNs is < 0 or > 1_000_000_000 || mode.PmdPs is not (>= 0 and <= 10_000) ? "a mode with dispersion below 0 or a latency that is not 0 to 1 s"
        : new[] { mode.SendsDbm.Least, mode.SendsDbm.Most, mode.SendsOsnrDb, mode.NeedsOsnrDb, mode.PenaltyDb, mode.TakesDbm.Least, mode.TakesDbm.Most, mode.TakesWithoutNoiseDbm }.Any(db => db is not (>= -100 and <= 100))
            ? "a mode with decibels that are not -100 to 100" : null;

    static IEnumerable<string> OfChip(SwitchModel model)
    {
        if (model.Buffer is null) yield return "its buffer is null";
        if (model.LogicalPorts is < 0 or > 65_536) yield return $"its chip runs {Text.Number(model.LogicalPorts)} ports; it must be 0 to 65,536";
        var delivered = model.Ports.Where(p => p is { Name: not SwitchModel.ManagementBank, IsService: false, Modes: not null }).Sum(p => (long)p.Cages * p.Native.Split);
        if (model.LogicalPorts > 0 && delivered > model.LogicalPorts)
            yield return $"its banks have {Text.Number(delivered)} ports as delivered; its chip runs {Text.Number(model.LogicalPorts)}";
    }

    static IEnumerable<string> Of(Ports bank)
    {
        if (bank.Cage is null) yield return "has no kind of cage";
        if (bank.Cages is < 1 or > 1_024) yield return $"has {Text.Number(bank.Cages)} cages; it must have 1 to 1,024";
        if (bank.Modes is not { Count: > 0 } || !bank.Modes.All(IsPossible))
            yield return "has a mode that cannot be: 1 to 16 ports per cage, 1 to 1,600 Gb/s, legs that divide the ports";
        foreach (var mode in bank.Modes ?? Seq<PortMode>.Empty)
            if (bank.Cage is { } cage && IsPossible(mode) && OfMode(mode, bank, cage) is { } fault) yield return $"cannot run {mode.Split} × {mode.Speed}: {fault}";
        if (bank.Groups is { } groups && (groups.Pattern is not { Count: > 0 and <= 1_024 } || groups.Pattern.Any(g => g is < 0 or > 1_024) || groups.Ports < 1))
            yield return "has groups of cages that cannot be: a pattern of 1 to 1,024 numbers from 0, and room for 1 port";
        if (Unnamed(bank) is { } unnamed) yield return unnamed;
        if (bank is not { PortName: not null, SplitName: not null, FirstCage: >= 0 and <= 65_535 })
            yield return "needs names of its ports and a first cage of 0 to 65,535";
        if (bank.Order is null || (bank.Order.Count > 0 && !NamesEachOnce(bank.Order, bank.Count(bank.Native))))
            yield return "has an order that does not name each of its ports once";
    }

    /// <summary>Lanes and signalling against the cage; what a mode is called when all is well costs nothing.</summary>
    static string? OfMode(PortMode mode, Ports bank, Cage cage)
    {
        if (mode.Lanes < 1 || mode.Split * mode.Lanes > cage.Lanes) return $"it takes {Text.Number((long)mode.Split * mode.Lanes)} lanes, a {cage.Name} cage has {cage.Lanes}";
        if (mode.Lane > cage.Fastest) return $"its lanes are faster than those of a {cage.Name} cage";
        if (mode.Lane is not (Lane.BaseT or Lane.Coherent) && mode.Speed.Gbps > mode.Lanes * Fibre.Gbps(mode.Lane))
            return $"{Text.Count(mode.Lanes, "lane")} of {Fibre.Gbps(mode.Lane)}G carry less";
        return mode.Cages.Any(c => c < 1 || c > bank.Cages) ? $"it names cages beyond 1 to {Text.Number(bank.Cages)}" : null;
    }

    /// <summary>Ports that would have one name.</summary>
    static string? Unnamed(Ports bank)
    {
        if (bank is not { PortName: not null, SplitName: not null, Modes: not null }) return null;
        bool Tells(string name, int split) => (bank.Cages == 1 || name.Contains("{c}")) && (split == 1 || name.Contains("{s}"));
        return !Tells(bank.PortName, bank.Native.Split) || bank.Modes.Any(m => IsPossible(m) && m.Split != bank.Native.Split && !Tells(bank.SplitName, m.Split))
            ? "gives several ports one name: `{c}` in it is the cage, `{s}` the port of a cage" : null;
    }

    static bool IsPossible(PortMode? mode) =>
        mode is { Cages: not null, Split: >= 1 and <= 16, Legs: >= 1, Speed.Gbps: >= 1 and <= 1_600 } && mode.Split % mode.Legs == 0;

    static bool NamesEachOnce(Seq<int> order, int ports) =>
        order.Count == ports && order.OrderBy(i => i).SequenceEqual(Enumerable.Range(0, ports));
}
