namespace ClusterDsl.Planning;

/// <summary>What a wavelength meets between two transceivers, with the figures of each part at their worst.</summary>
/// <param name="LossDb">Fibre, connectors, multiplexers and protection switches together.</param>
/// <param name="LeastDbm">The least power at the receiver.</param>
/// <param name="MostDbm">The most.</param>
/// <param name="OsnrDb">Signal over noise there, in 0.1 nm; null without amplifiers.</param>
/// <param name="DispersionPsPerNm">Chromatic dispersion.</param>
/// <param name="PmdPs">Mean differential group delay.</param>
sealed record LineBudget(double LossDb, double LeastDbm, double MostDbm, double? OsnrDb, double DispersionPsPerNm, double PmdPs)
{
    /// <summary>One quantum of 1550 nm in 0.1 nm (12.5 GHz) is -57.95 dBm: an amplifier adds as much noise as its noise figure lies above it.</summary>
    const double QuantumDb = 57.95;

    /// <summary>A span ends in a connector on each side.</summary>
    public const double ConnectorsDb = 2 * 0.25;

    /// <summary>Splitting before a protected route, and switching behind it, both in a dB of their own.</summary>
    public const double SplitDb = 3.5, SwitchDb = 1.5;

    /// <summary>The worse of both directions.</summary>
    public static LineBudget Of(Line line, CoherentMode a, CoherentMode b)
    {
        var (there, back) = (OneWay(line, a, b, line.SpansMm), OneWay(line, b, a, [.. line.SpansMm.Reverse()]));
        return there with
        {
            LeastDbm = Math.Min(there.LeastDbm, back.LeastDbm), MostDbm = Math.Max(there.MostDbm, back.MostDbm),
            OsnrDb = there.OsnrDb is { } one && back.OsnrDb is { } other ? Math.Min(one, other) : null,
        };
    }

    static LineBudget OneWay(Line line, CoherentMode sender, CoherentMode receiver, IReadOnlyList<int> spansMm)
    {
        var km = spansMm.Sum(s => (long)s) / 1_000_000.0;
        var spans = spansMm.Select((mm, i) => mm / 1_000_000.0 * line.Fibre.DbPerKm + ConnectorsDb
            + (line.IsProtected && i == 0 ? SplitDb : 0) + (line.IsProtected && i == spansMm.Count - 1 ? SwitchDb : 0)).ToList();
        var (loss, ps, pmd) = (spans.Sum() + 2 * line.MuxDb, km * line.Fibre.PsPerNmKm, Math.Sqrt(km) * line.Fibre.PsPerRootKm);
        if (line.Amplifier is not { } amplifier) return new LineBudget(loss, sender.SendsDbm.Least - loss, sender.SendsDbm.Most - loss, null, ps, pmd);

        // Each amplifier lifts a wavelength to what it may send of one, if its gain and its output suffice.
        var most = Math.Min(amplifier.ChannelDbm, amplifier.OutputDbm - 10 * Math.Log10(line.Channels));
        var noise = Linear(-sender.SendsOsnrDb);
        var power = sender.SendsDbm.Least - line.MuxDb;
        foreach (var span in spans) power = Amplified(most) - span;
        // The last one aims at the middle of the receiver's window.
        var received = Amplified(Math.Min(most, (receiver.TakesDbm.Least + receiver.TakesDbm.Most) / 2 + line.MuxDb)) - line.MuxDb;
        return new LineBudget(loss, received, received, -10 * Math.Log10(noise), ps, pmd);

        double Amplified(double to)
        {
            noise += Linear(-(QuantumDb + power - amplifier.NoiseDb));
            return Math.Min(to, power + amplifier.GainDb);
        }
    }

    static double Linear(double db) => Math.Pow(10, db / 10);
}

/// <summary>One route of a path, as light sees it.</summary>
/// <param name="Fibre">The fibre.</param>
/// <param name="SpansMm">From amplifier to amplifier, from the first site on; one without amplifiers.</param>
/// <param name="MuxDb">What the multiplexer of each end takes; 0 for none.</param>
/// <param name="Amplifier">The amplifiers; null for none.</param>
/// <param name="Channels">Wavelengths that share their output.</param>
/// <param name="IsProtected">Whether switches to a second route stand at both ends.</param>
sealed record Line(OutsideFibre Fibre, IReadOnlyList<int> SpansMm, double MuxDb, AmplifierModel? Amplifier, int Channels, bool IsProtected);
