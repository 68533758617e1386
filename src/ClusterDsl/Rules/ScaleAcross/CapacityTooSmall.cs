using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>The wavelengths that were declared carry less than the traffic that was.</summary>
sealed class CapacityTooSmall() : AcrossRule("CDL6008", "Capacity below the traffic")
{
    protected override IEnumerable<Finding> Check(InterconnectDraft line)
    {
        if (line.Design.Capacity is not { } traffic || line.CapacityGbps >= traffic.Gbps) yield break;
        var last = line.Paths.Last(p => p.Design.Wavelengths is not null);
        var needed = last.Wavelengths + (int)((traffic.Gbps - line.CapacityGbps + last.WavelengthGbps - 1) / last.WavelengthGbps);
        var at = last.Design.Wavelengths!.Value.At;
        yield return Report(last.Design, at,
            $"`{line.Design.Name}` carries {Text.Number(line.CapacityGbps)} Gb/s on {Text.Count(line.Paths.Sum(p => (long)p.Wavelengths), "wavelength")}, its traffic is {Text.Number(traffic.Gbps)} Gb/s. Use {Text.Count(needed, "wavelength")} on `{last.Design.Name}`.",
            needed <= 4_096 ? Fix.Instead($"Use {Text.Count(needed, "wavelength")}", at, needed.ToString()) : null);
    }
}
