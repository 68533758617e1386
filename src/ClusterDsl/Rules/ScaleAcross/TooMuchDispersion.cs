using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Light arrives, but spread out over more time than the receiver puts together again.</summary>
sealed class TooMuchDispersion() : LineRule("CDL6005", "Too much dispersion")
{
    protected override IEnumerable<Finding> Check(PathDraft path, LineBudget budget)
    {
        var (mode, fibre) = (path.Modes!.Value.A, path.Design.Dark!.Value.Fibre);
        var worst = path.Budgets.OrderByDescending(b => b.DispersionPsPerNm).First();
        var stands = Math.Min(mode.PsPerNm, path.Modes.Value.B.PsPerNm);
        if (worst.DispersionPsPerNm > stands + 1e-9)
            yield return Report(path.Design, path.Design.Dark.Value.At,
                $"{Name(path)}: {What(path)} spread a pulse by {Text.Number((long)worst.DispersionPsPerNm)} ps/nm, {mode.Name} makes good {Text.Number(stands)}{Recalled.Note(mode.Recalled, "dispersion")}. Choose a mode for longer ways.");
        else if (worst.PmdPs > mode.PmdPs + 1e-9)
            yield return Report(path.Design, path.Design.Dark.Value.At,
                $"{Name(path)}: {What(path)} delay one polarization by {Text.Decimal(worst.PmdPs)} ps on average{Recalled.Note(fibre.Recalled, "pmd")}, {mode.Name} makes good {Text.Decimal(mode.PmdPs)}{Recalled.Note(mode.Recalled, "pmd")}. Choose a mode for longer ways.");
    }
}
