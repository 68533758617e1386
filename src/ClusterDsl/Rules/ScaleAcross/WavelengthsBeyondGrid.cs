using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>More wavelengths on a pair of fibres than its band, or its multiplexer, has channels for; or wider ones.</summary>
sealed class WavelengthsBeyondGrid() : AcrossRule("CDL6007", "Wavelengths beyond the grid")
{
    public override bool CanBeAccepted => false;

    protected override IEnumerable<Finding> Check(InterconnectDraft line)
    {
        foreach (var path in line.Paths.Where(p => p.Modes is not null))
        {
            var (design, mode) = (path.Design, path.Modes!.Value.A);
            var at = design.Mux?.At ?? design.Wavelengths?.At ?? design.Dark!.Value.At;
            if (path.Mux is { } mux && mux.SpacingGhz < mode.SpacingGhz)
            {
                yield return Report(line.Design, at, $"{Name(path)}: a wavelength of {mode.Name} needs {mode.SpacingGhz} GHz, the channels of {mux.Id} are {mux.SpacingGhz} GHz apart. Choose a multiplexer of {mode.SpacingGhz} GHz.");
                continue;
            }
            var most = path.PerPairAtMost;
            if (path.PerPair <= most) continue;
            var pairs = (path.Wavelengths + most - 1) / most;
            yield return Report(line.Design, design.Wavelengths?.At ?? design.Dark!.Value.At,
                $"{Name(path)}: {Text.Count(path.Wavelengths, "wavelength")} on {Text.Count(path.Pairs, "pair")} of fibres are {Text.Number(path.PerPair)} each; {(path.Mux is null ? "without a multiplexer a pair carries 1" : $"{path.Mux.Id} has {path.Mux.Channels} channels of {path.Mux.SpacingGhz} GHz, the C band {InterconnectPlanner.BandGhz / path.Mux.SpacingGhz}")}. {(pairs <= 64 ? $"Use {Text.Count(pairs, "pair")}, or fewer wavelengths." : "Use fewer wavelengths, or more paths.")}",
                pairs <= 64 ? Fix.Set($"Use {Text.Count(pairs, "pair")}", design.Dark!.Value.At, "pairs", pairs.ToString()) : null);
        }
    }
}
