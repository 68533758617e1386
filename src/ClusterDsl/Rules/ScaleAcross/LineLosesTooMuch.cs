using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Without amplifiers, what the transmitter sends at its least does not arrive.</summary>
sealed class LineLosesTooMuch() : LineRule("CDL6002", "Line loses too much")
{
    protected override IEnumerable<Finding> Check(PathDraft path, LineBudget budget)
    {
        if (budget.OsnrDb is not null || path.MarginDb(budget) >= -1e-9) yield break;
        var (mode, dark) = (path.Modes!.Value.A, path.Design.Dark!.Value);
        var stands = mode.SendsDbm.Least - path.TakesWithoutNoiseDbm;
        yield return Report(path.Design, dark.At,
            $"{Name(path)}: {What(path)} lose {Db(budget.LossDb)}; {mode.Name} without amplifiers stands {Db(stands)} ({Dbm(mode.SendsDbm.Least)} sent, {Dbm(path.TakesWithoutNoiseDbm)} needed){Recalled.Note(mode.Recalled, "sends")}. Amplify it, or choose transceivers that send more.",
            Fix.Append("Amplify it", dark.At, "Amplified()", isDecision: false));
    }
}
