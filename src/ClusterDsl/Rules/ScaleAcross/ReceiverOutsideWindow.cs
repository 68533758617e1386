using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>More or less light than a receiver takes.</summary>
sealed class ReceiverOutsideWindow() : LineRule("CDL6004", "Receiver outside its window")
{
    protected override IEnumerable<Finding> Check(PathDraft path, LineBudget budget)
    {
        var (mode, takes) = (path.Modes!.Value.A, path.TakesDbm);
        if (budget.OsnrDb is not null && budget.LeastDbm < takes.Least - 1e-9)
        {
            var amplifier = path.Design.Amplified!.Model;
            yield return Report(path.Design, path.Design.Amplified.At,
                $"{Name(path)}: {Dbm(budget.LeastDbm)} arrive, {mode.Name} takes {Dbm(takes.Least)} to {Dbm(takes.Most)}{Recalled.Note(mode.Recalled, "takes")}: a span of {Km(path.Routes.Max(r => r.SpansMm.Max()))} loses more than {amplifier.Id} makes good with {Db(amplifier.GainDb)}. {Remedy(path, amplifier)}");
        }
        else if (budget.MostDbm > takes.Most + 1e-9)
            yield return Report(path.Design, path.Design.Dark!.Value.At,
                $"{Name(path)}: up to {Dbm(budget.MostDbm)} arrive, {mode.Name} takes {Dbm(takes.Most)} at most{Recalled.Note(mode.Recalled, "takes")}: {What(path)} lose only {Db(budget.LossDb)}. Choose transceivers that send less, or attenuate.");
    }

    /// <summary>More gain lifts what arrives, and the noise with it.</summary>
    static string Remedy(PathDraft path, AmplifierModel amplifier)
    {
        var strong = new AmplifierModel(amplifier.Id, 50, amplifier.NoiseDb, amplifier.OutputDbm) { ChannelDbm = amplifier.ChannelDbm };
        var margin = path.Routes.Min(route => path.MarginDb(LineBudget.Of(route with { Amplifier = strong }, path.Modes!.Value.A, path.Modes.Value.B)));
        return margin >= -1e-9 ? "Use shorter spans, or amplifiers of more gain."
            : $"Use shorter spans: behind amplifiers of more gain the signal would be {Db(path.NeedsOsnrDb + margin)} over the noise, and {path.Modes!.Value.A.Name} needs {Db(path.NeedsOsnrDb)}.";
    }
}
