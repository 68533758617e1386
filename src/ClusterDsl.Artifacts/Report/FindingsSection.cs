namespace ClusterDsl.Artifacts.Report;

/// <summary>What the rules say about a plan, the worst first, and what was accepted with a reason.</summary>
static class FindingsSection
{
    public static Markup Of(Plan plan) => plan.Findings.Count + plan.Waivers.Count == 0
        ? Markup.Of($"""<p class="note">No rule has anything to say about this plan.</p>""")
        : Markup.Of($"""
            <ul class="findings">
            {plan.Findings.OrderByDescending(f => f.Severity).Select(Finding)}
            {plan.Waivers.Select(Waiver)}
            </ul>
            """);

    static Markup Finding(Finding finding)
    {
        var severity = finding.Severity.ToString().ToLowerInvariant();
        return Markup.Of($"""<li class="{severity}"><p><b>{finding.Rule} {severity}</b>{finding.Message}</p><small>{At(finding.At)}</small></li>""");
    }

    static Markup Waiver(Waiver waiver) => Markup.Of($"""
        <li class="waiver"><p><b>{waiver.Finding.Rule} accepted</b>{waiver.Finding.Message}</p><p>Why: {waiver.Reason}</p><small>{At(waiver.At ?? waiver.Finding.At)}</small></li>
        """);

    static string At(Origin origin) => FormattableString.Invariant($"{origin.File}, line {origin.Line}");
}
