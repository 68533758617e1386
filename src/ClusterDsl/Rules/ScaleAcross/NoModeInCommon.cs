using ClusterDsl.Model;
using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Coherent transceivers of two sites that run no mode both: rate, code and modulation have to agree.</summary>
sealed class NoModeInCommon() : AcrossRule("CDL6006", "No mode in common")
{
    public override bool CanBeAccepted => false;

    public override IEnumerable<Finding> Check(Draft draft)
    {
        foreach (var line in draft.Interconnects)
        {
            if (line.NoMode is not { } ends) continue;
            var (a, b) = ends;
            yield return a.Modes.Count == 0 || b.Modes.Count == 0
                ? Report(line.Design, (a.Modes.Count == 0 ? a : b).ChosenAt,
                    $"`{line.Design.Name}`: {(a.Modes.Count == 0 ? a : b).Id} is not coherent: it has no mode for dark fibre between sites. Choose a coherent transceiver, such as `Optics.Osfp400Zr`.")
                : Report(line.Design, b.ChosenAt, $"`{line.Design.Name}`: {a.Id} at `{line.A.Name}` runs {Modes(a)}, {b.Id} at `{line.B.Name}` runs {Modes(b)}: no wavelength comes up between them. Choose one kind for both sites.");
        }
    }

    static string Modes(LineOpticsDesign optic) => string.Join(" and ", optic.Modes.Select(m => m.Name));
}
