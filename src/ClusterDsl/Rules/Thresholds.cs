using System.Globalization;

namespace ClusterDsl.Rules;

/// <summary>
/// What a project asks of its designs beyond what can be built, as <c>.editorconfig</c> says it. A definition that a program runs
/// itself is judged by the defaults: a program does not read that file.
/// </summary>
/// <param name="MaxOversubscription">The most bandwidth down for one up, whatever a definition declares (CDL2104); 0 for any.</param>
/// <param name="RackPowerHeadroom">The part of a rack's power that stays free, in percent (CDL4002).</param>
public sealed record Thresholds(decimal MaxOversubscription, int RackPowerHeadroom)
{
    const string Prefix = "clusterdsl.", Oversubscription = Prefix + "max_oversubscription", Headroom = Prefix + "rack_power_headroom_percent",
        Slack = Prefix + "max_slack_metres", Apart = Prefix + "max_length_difference_metres", AllToAll = Prefix + "max_all_to_all_percent";

    /// <summary>The most that a cable may be longer than its way, in millimetres (CDL4016); 0 for any.</summary>
    public int MaxSlackMm { get; init; }

    /// <summary>The most that the two fibres of one module may differ in length, in millimetres (CDL3027); 0 for any.</summary>
    public int MaxLengthDifferenceMm { get; init; }

    /// <summary>The part of a step that all-to-all over hashed Ethernet may take, in percent (CDL8007).</summary>
    public int MaxAllToAllPercent { get; init; } = 25;

    /// <summary>The settings there are.</summary>
    public static IReadOnlyList<string> Known { get; } = [Oversubscription, Headroom, Slack, Apart, AllToAll];

    /// <summary>What holds where a project says nothing.</summary>
    public static Thresholds Default { get; } = new(0, 0);

    /// <summary>Reads the settings of a project.</summary>
    /// <param name="settings">Keys and values; those of others are passed over.</param>
    /// <param name="faults">What is wrong with them; the default holds instead.</param>
    public static Thresholds Read(IEnumerable<KeyValuePair<string, string>> settings, out IReadOnlyList<string> faults)
    {
        var wrong = new List<string>();
        var (ratio, headroom, slack, apart, allToAll) = (Default.MaxOversubscription, Default.RackPowerHeadroom, Default.MaxSlackMm, Default.MaxLengthDifferenceMm, Default.MaxAllToAllPercent);
        foreach (var setting in settings.Where(s => s.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)).OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            var value = setting.Value.Trim();
            if (setting.Key.Equals(Oversubscription, StringComparison.OrdinalIgnoreCase))
                ratio = Number(setting.Key, value, 1, 1_000, wrong) ?? ratio;
            else if (setting.Key.Equals(Headroom, StringComparison.OrdinalIgnoreCase))
                headroom = (int)(Number(setting.Key, value, 0, 90, wrong) ?? headroom);
            else if (setting.Key.Equals(Slack, StringComparison.OrdinalIgnoreCase))
                slack = Millimetres(setting.Key, value, wrong) ?? slack;
            else if (setting.Key.Equals(Apart, StringComparison.OrdinalIgnoreCase))
                apart = Millimetres(setting.Key, value, wrong) ?? apart;
            else if (setting.Key.Equals(AllToAll, StringComparison.OrdinalIgnoreCase))
                allToAll = (int)(Number(setting.Key, value, 1, 100, wrong) ?? allToAll);
            else
                wrong.Add($"there is no setting {Text.Shown(setting.Key)}. {(Text.Nearest(setting.Key, Known) is { } nearest ? $"Did you mean `{nearest}`?" : $"There are {Text.Quoted(Known)}.")}");
        }
        faults = wrong;
        return new Thresholds(ratio, headroom) { MaxSlackMm = slack, MaxLengthDifferenceMm = apart, MaxAllToAllPercent = allToAll };
    }

    /// <summary>What differs from the defaults, as a plan prints it.</summary>
    internal IEnumerable<string> Said
    {
        get
        {
            if (MaxOversubscription != Default.MaxOversubscription) yield return FormattableString.Invariant($"{Oversubscription} = {MaxOversubscription}");
            if (RackPowerHeadroom != Default.RackPowerHeadroom) yield return FormattableString.Invariant($"{Headroom} = {RackPowerHeadroom}");
            if (MaxSlackMm != Default.MaxSlackMm) yield return $"{Slack} = {Text.Metres(MaxSlackMm)}";
            if (MaxLengthDifferenceMm != Default.MaxLengthDifferenceMm) yield return $"{Apart} = {Text.Metres(MaxLengthDifferenceMm)}";
            if (MaxAllToAllPercent != Default.MaxAllToAllPercent) yield return FormattableString.Invariant($"{AllToAll} = {MaxAllToAllPercent}");
        }
    }

    /// <summary>What may be drawn of a rack's power.</summary>
    internal int Usable(int watts) => (int)((long)watts * (100 - RackPowerHeadroom) / 100);

    static int? Millimetres(string key, string value, List<string> wrong) => (int?)(Number(key, value, 1, 1_000, wrong) * 1_000);

    static decimal? Number(string key, string value, int least, int most, List<string> wrong)
    {
        if (decimal.TryParse(value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most) return number;
        wrong.Add($"`{key}` is {Text.Shown(value)}; it must be a number from {Text.Number(least)} to {Text.Number(most)}, such as `{key} = {least + 1}`.");
        return null;
    }
}
