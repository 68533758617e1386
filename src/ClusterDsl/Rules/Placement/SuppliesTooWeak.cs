using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A device whose modules, with what it draws itself, are more than its power supplies give when it has lost those it can lose.</summary>
sealed class SuppliesTooWeak() : DesignRule("CDL4017", "Modules beyond the power supplies", "Placement", Severity.Error)
{
    public override IEnumerable<Finding> Check(Draft draft)
    {
        foreach (var group in draft.Groups)
        {
            if (group.Model is not { EmptyPower.Watts: > 0, SupplyPower.Watts: > 0, PowerSupplies: > 0 } model) continue;
            var (working, empty) = (model.PowerSupplies - model.SparePowerSupplies, model.EmptyPower.Watts);
            var left = (long)working * model.SupplyPower.Watts;
            // Devices that are cabled alike draw alike: the first that draws too much speaks for its group.
            var ends = CagesInUse.Of(draft, group).FindAll(e => Module(e).Watts > 0);
            foreach (var (device, used) in CagesInUse.Kinds(ends))
            {
                var modules = used.SelectMany(e => e.Cages.Select(cage => (e.Bank, cage, Module: Module(e)))).GroupBy(m => (m.Bank, m.cage)).Select(m => m.First().Module)
                    .GroupBy(m => m).Select(m => (m.Key.Id, m.Key.Watts, m.Key.Note, Count: m.Count())).ToList();
                var watts = empty + modules.Sum(m => m.Count * m.Watts);
                if (watts <= left) continue;
                yield return Report(group.Declared, group.At.Argument("model"),
                    $"`{group.Name.Format(device)}` ({model.Id}) draws {Text.Number(empty)} W{Recalled.Note(model.Recalled, "empty power")} empty and {string.Join(", ", modules.Select(m => $"{Whole(m.Count * m.Watts)} W with {m.Count} × {m.Id}{m.Note}"))}: {Whole(watts)} W. "
                    + $"{(model.SparePowerSupplies > 0 ? $"With {working} of its {model.PowerSupplies} power supplies it has" : $"Its {Text.Count(working, "power supply", "power supplies")} give{(working == 1 ? "s" : "")}")} {Text.Number(left)} W. Choose cooler modules, or supplies that carry them.");
                break;
            }
        }
    }

    static string Whole(double watts) => Text.Number((long)Math.Ceiling(watts));

    /// <summary>What stands in a cage: a module, or the plug of an active cable.</summary>
    static (string Id, double Watts, string Note) Module(CagesInUse end) =>
        end.End.Optic is { } optic ? (optic.Id, optic.PowerW, Recalled.Note(optic.Recalled, "power"))
        : end.Link.Cable is { HasPlugs: true } cable ? (cable.Id, cable.PowerW, Recalled.Note(cable.Recalled, "power"))
        : ("", 0, "");
}
