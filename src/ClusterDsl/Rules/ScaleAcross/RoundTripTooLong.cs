using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Light takes longer there and back than the use of the interconnect stands.</summary>
sealed class RoundTripTooLong() : AcrossRule("CDL6011", "Round trip too long")
{
    protected override IEnumerable<Finding> Check(InterconnectDraft line)
    {
        if (line.Design.RoundTrip is not { } most || 2L * line.OneWayNs <= most.Ns) yield break;
        var slowest = line.Paths.OrderByDescending(p => p.OneWayNs).First();
        var mm = Math.Max(slowest.Design.LengthMm, slowest.Design.Protection?.LengthMm ?? 0);
        var inFibre = (int)Math.Round(2 * mm / 1000.0 * InterconnectPlanner.NsPerMetre);
        yield return Report(line.Design, most.At,
            $"there and back over {Name(slowest)} takes {new Duration(2 * slowest.OneWayNs)}, {new Duration(inFibre)} of it light in {Km(mm)} of fibre; {Text.Shown(most.Use)} stands {new Duration(most.Ns)}. Choose a use that waits less often, or nearer sites: no equipment makes light faster.");
    }
}
