using ClusterDsl.Model;

namespace ClusterDsl.Planning;

/// <summary>
/// Chooses transceivers and cable of a bundle: what the author chose stays; the rest is the first of the catalogue that fits both
/// cages, runs the link's speed and signalling, speaks the protocol and reaches the longest run.
/// </summary>
static class MediaPlanner
{
    public sealed record Choice(Optic? Lower, Optic? Upper, CableFamily Cable)
    {
        public int ReachMm => Math.Min(Cable.Longest.Millimetres,
            Math.Min(Lower?.Reach.Millimetres ?? int.MaxValue, Upper?.Reach.Millimetres ?? int.MaxValue));
    }

    public static void Choose(LinkDraft link)
    {
        link.LongestMm = LongestRun.Of(link);
        var media = link.Media;
        var free = Possible(link, media.Lower?.Part, media.Upper?.Part, media.Cable?.Part).ToList();
        // Where nothing reaches, what reaches farthest: the finding then names the length, not an empty catalogue.
        var best = free.FirstOrDefault(c => c.ReachMm >= link.LongestMm) ?? free.OrderByDescending(c => c.ReachMm).FirstOrDefault();
        if (best is null)
        {
            // The author's parts do not go together: keep them, fill up with what would go without them, and let the rules say why.
            var usual = Possible(link, null, null, null).FirstOrDefault();
            if (usual is null && media is { Lower: null, Upper: null, Cable: null })
            {
                link.NoMedia = $"{link.Lower.Ports.Bank.Cage} at {link.SpeedGbps}G ({link.Lower.Ports.Mode.Lanes} × {PortMatch.LaneName(link.Lower.Ports.Mode.Lane)}) to {link.Upper.Ports.Bank.Cage}";
                return;
            }
            var lower = media.Lower?.Part ?? Mate(media.Upper?.Part, link.Lower, link, 1) ?? usual?.Lower;
            var upper = media.Upper?.Part ?? Mate(media.Lower?.Part, link.Upper, link, link.Upper.Ports.Mode.Legs) ?? usual?.Upper;
            var cable = media.Cable?.Part ?? Between(lower, link) ?? usual?.Cable;
            var needsOptics = cable is null or { HasPlugs: false };
            Apply(link, needsOptics ? lower : null, needsOptics ? upper : null, cable);
            return;
        }
        Apply(link, best.Lower, best.Upper, best.Cable);
    }

    static void Apply(LinkDraft link, Optic? lower, Optic? upper, CableFamily? cable)
    {
        link.Lower = link.Lower with { Optic = lower };
        link.Upper = link.Upper with { Optic = upper };
        link.Cable = cable;
    }

    /// <summary>Every choice of the catalogue that serves a link with these parts given, the first that the planner would take first.</summary>
    public static IEnumerable<Choice> Possible(LinkDraft link, Optic? lower, Optic? upper, CableFamily? cable)
    {
        var legs = link.Upper.Ports.Mode.Legs;
        // Few of the catalogue serve an end: they are looked up once, not for each cable.
        var below = (lower is null ? Optics.All : Seq.Of(lower)).Where(o => Serves(o, link.Lower, link, 1)).ToList();
        var above = (upper is null ? Optics.All : Seq.Of(upper)).Where(o => Serves(o, link.Upper, link, legs)).ToList();
        foreach (var family in cable is null ? Cables.Preferred : Seq.Of(cable))
        {
            if (family.Legs != legs) continue;
            if (family.HasPlugs)
            {
                if (lower is null && upper is null && Plugs(family, link)) yield return new Choice(null, null, family);
                continue;
            }
            foreach (var a in below)
                if (a.Medium == family.Medium && a.Connector == family.Leg)
                    foreach (var b in above)
                        if (b.Pmd == a.Pmd && b.Connector == family.Trunk) yield return new Choice(a, b, family);
        }
    }

    /// <summary>What would answer a module that the author chose, were it right.</summary>
    static Optic? Mate(Optic? chosen, EndDraft end, LinkDraft link, int legs) =>
        chosen is null ? null : Optics.All.FirstOrDefault(o => o.Pmd == chosen.Pmd && Serves(o, end, link, legs));

    static CableFamily? Between(Optic? lower, LinkDraft link) =>
        lower is null ? null : Cables.Preferred.FirstOrDefault(c => !c.HasPlugs && c.Legs == link.Upper.Ports.Mode.Legs
            && c.Medium == lower.Medium && c.Leg == lower.Connector);

    static bool Plugs(CableFamily cable, LinkDraft link) =>
        link.Upper.Ports.Bank.Cage.Accepts.Contains(cable.Trunk) && link.Lower.Ports.Bank.Cage.Accepts.Contains(cable.Leg)
        && cable.Speeds.Contains(link.SpeedGbps) && cable.Lane == link.Lower.Ports.Mode.Lane;

    static bool Serves(Optic optic, EndDraft end, LinkDraft link, int legs) =>
        optic.Lane == end.Ports.Mode.Lane && optic.Connectors == end.Ports.Mode.Split / legs
        && end.Ports.Bank.Cage.Accepts.Contains(optic.Plug) && optic.Speeds.Contains(link.SpeedGbps)
        && (optic.InfiniBand || link.Fabric.Protocol != "InfiniBand");
}
