using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Cages that InfiniBand does not run on.</summary>
sealed class NotAnInfiniBandPort() : InfiniBandRule("CDL7005", "Port does not speak InfiniBand", Severity.Error)
{
    protected override IEnumerable<Finding> Check(Draft draft, FabricDraft fabric, IReadOnlyList<LinkDraft> links)
    {
        foreach (var link in links)
            foreach (var end in new[] { link.Lower, link.Upper })
                if (end.Ports.Bank.Cage is { CarriesInfiniBand: false } cage)
                    yield return Report(link.At, $"the {end.Ports.Bank.Name} ports of `{end.Group.Id}` ({end.Group.Model.Id}) are {cage}, on which InfiniBand does not run. Connect ports of QSFP or OSFP cages, or make `{fabric.Name}` an Ethernet fabric.");
    }
}
