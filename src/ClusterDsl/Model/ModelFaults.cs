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
        foreach (var bank in model.Ports)
            if (bank is not null)
                foreach (var fault in Of(bank)) yield return $"bank `{bank.Name}` {fault}";
    }

    static IEnumerable<string> Of(Ports bank)
    {
        if (bank.Cage is null) yield return "has no kind of cage";
        if (bank.Cages is < 1 or > 1_024) yield return $"has {Text.Number(bank.Cages)} cages; it must have 1 to 1,024";
        if (bank.Modes is not { Count: > 0 } || !bank.Modes.All(IsPossible))
            yield return "has a mode that cannot be: 1 to 16 ports per cage, 1 to 1,600 Gb/s, legs that divide the ports";
        if (bank is not { PortName: not null, SplitName: not null, FirstCage: >= 0 and <= 65_535 })
            yield return "needs names of its ports and a first cage of 0 to 65,535";
        if (bank.Order is null || (bank.Order.Count > 0 && !NamesEachOnce(bank.Order, bank.Count(bank.Native))))
            yield return "has an order that does not name each of its ports once";
    }

    static bool IsPossible(PortMode? mode) =>
        mode is { Split: >= 1 and <= 16, Legs: >= 1, Speed.Gbps: >= 1 and <= 1_600 } && mode.Split % mode.Legs == 0;

    static bool NamesEachOnce(Seq<int> order, int ports) =>
        order.Count == ports && order.OrderBy(i => i).SequenceEqual(Enumerable.Range(0, ports));
}
