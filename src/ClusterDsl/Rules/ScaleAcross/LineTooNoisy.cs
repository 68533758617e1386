using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>The amplifiers of a line add more noise than its transceivers read through.</summary>
sealed class LineTooNoisy() : LineRule("CDL6003", "Too much noise on the line")
{
    protected override IEnumerable<Finding> Check(PathDraft path, LineBudget budget)
    {
        if (budget.OsnrDb is not { } osnr || budget.LeastDbm < path.TakesDbm.Least - 1e-9 || path.MarginDb(budget) >= -1e-9) yield break;
        var (mode, amplified) = (path.Modes!.Value.A, path.Design.Amplified!);
        yield return Report(path.Design, amplified.At,
            $"{Name(path)}: behind {Text.Count(path.Routes.Max(r => r.SpansMm.Count), "span")} of at most {Km(path.Routes.Max(r => r.SpansMm.Max()))} the signal is {Db(osnr)} over the noise; {mode.Name} needs {Db(path.NeedsOsnrDb)}{Recalled.Note(mode.Recalled, "osnr")}. Use shorter spans, quieter amplifiers, or a mode with a stronger code.");
    }
}
