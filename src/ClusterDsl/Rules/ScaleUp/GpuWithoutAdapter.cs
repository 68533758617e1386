using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Every GPU has an adapter at its own PCI Express switch, and every adapter equally many GPUs: else some cross the host, and rails are not alike.</summary>
sealed class GpuWithoutAdapter() : ScaleUpRule("CDL5006", "GPU without an adapter of its own", Severity.Warning)
{
    protected override IEnumerable<Finding> Check(Draft draft, GroupDraft group, NodeModel model, ScaleUp scaleUp)
    {
        if (Affinity.Of(model) is not { } affinity || model.For(Role.Compute) is not { } compute || !draft.LinksAbove(group).Any(l => l.Lower.Ports.Bank.Name == compute.Bank)) yield break;
        var note = Recalled.Note(scaleUp.Recalled, "pcie");
        var without = affinity.GpuNics.TakeWhile(n => n >= 0).Count();
        if (without < model.Gpus)
        {
            yield return Report(group, $"`{model.Id}`: {Text.Count(affinity.GpuNics.Count(n => n < 0), "GPU")}, the first GPU {without}, {(affinity.GpuNics.Count(n => n < 0) == 1 ? "hangs" : "hang")} at a PCI Express switch without a compute adapter (switch {affinity.GpuSwitches[without]}){note}: what they send crosses the host. Put adapters at every switch with GPUs.");
            yield break;
        }
        var shares = Enumerable.Range(0, affinity.NicSwitches.Count).Select(n => Share(affinity, affinity.NicSwitches[n])).ToList();
        var odd = shares.FindIndex(s => s != shares[0]);
        if (odd < 0) yield break;
        yield return Report(group, $"`{model.Id}`: adapter 0 serves {Text.Decimal(shares[0])} GPUs of its PCI Express switch, adapter {odd} serves {Text.Decimal(shares[odd])}{note}: their rails are not alike. Give every switch equally many adapters for its GPUs.");
    }

    /// <summary>GPUs at a switch for each adapter there.</summary>
    static double Share(Affinity affinity, int at) => (double)affinity.GpuSwitches.Count(s => s == at) / affinity.NicSwitches.Count(s => s == at);
}
