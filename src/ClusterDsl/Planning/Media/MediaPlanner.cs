using System.Collections.Concurrent;
using ClusterDsl.Model;

namespace ClusterDsl.Planning;

/// <summary>
/// Chooses transceivers and cable of a bundle: what the author chose stays; the rest is the first of the catalogue that fits both
/// cages, runs the link's speed and signalling, speaks the protocol and reaches the longest run. What was read in a source comes
/// before what was recalled.
/// </summary>
static class MediaPlanner
{
    public sealed record Choice(Optic? Lower, Optic? Upper, CableFamily Cable)
    {
        /// <summary>Whether one of its parts rests on memory altogether.</summary>
        public bool IsRecalled => new[] { Cable.Recalled, Lower?.Recalled, Upper?.Recalled }.Any(r => r?.Contains(Recalled.All) == true);
    }

    /// <summary>All that the free choice of a link depends on: links that agree in it are chosen for once.</summary>
    sealed record Question(string LowerCage, double LowerW, PortMode Lower, string UpperCage, double UpperW, PortMode Upper, bool InfiniBand, FibreGrade? Grade);

    static readonly ConcurrentDictionary<Question, IReadOnlyList<Choice>> Answers = new();

    // More questions than a project asks; what a definition makes up without end does not stay.
    const int MostAnswers = 1_000;

    public static void Choose(LinkDraft link)
    {
        var media = link.Media;
        var free = Possible(link, media.Lower?.Part, media.Upper?.Part, media.Cable?.Part);
        link.Channel = InstalledCabling.Of(link, trunk => free.Any(c => Meets(c, trunk)));
        link.LongestMm = LongestRun.Of(link);
        if (link.Channel?.Trunk is { } trunk && free.Any(c => Meets(c, trunk))) free = [.. free.Where(c => Meets(c, trunk))];
        // Where nothing reaches, what reaches farthest: the finding then names the length, not an empty catalogue.
        var best = Best(link, free) ?? (media is { Lower: null, Upper: null, Cable: null, Grade: null } ? Best(link, Plugged(link)) : null);
        if (best is null)
        {
            // The author's parts do not go together: keep them, fill up with what would go without them, and let the rules say why.
            var usual = Possible(link, null, null, null).FirstOrDefault();
            if (usual is null && media is { Lower: null, Upper: null, Cable: null })
            {
                link.NoMedia = $"{link.Lower.Ports.Bank.Cage} at {link.SpeedGbps}G ({link.Lower.Ports.Mode.Lanes} × {PortMatch.LaneName(link.Lower.Ports.Mode.Lane)}) to {link.Upper.Ports.Bank.Cage}"
                    + (media.Grade is { } grade ? $" over {Fibre.Name(grade.Grade)}" : "");
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

    static Choice? Best(LinkDraft link, IReadOnlyList<Choice> free) =>
        free.Where(c => Reaches(link, c)).OrderBy(c => c.IsRecalled).FirstOrDefault() ?? free.OrderByDescending(c => Reach.Of(link, c)).FirstOrDefault();

    /// <summary>The cables with plugs that make a link for which the catalogue has nothing better.</summary>
    static List<Choice> Plugged(LinkDraft link) =>
        [.. Cables.Plugged.Where(c => c.Legs == link.Upper.Ports.Mode.Legs && Plugs(c, link)).Select(c => new Choice(null, null, c))];

    /// <summary>Whether the cords of a choice go into the panels of a trunk, the fibre being one all the way if it can.</summary>
    static bool Meets(Choice choice, CableFamily trunk) => !choice.Cable.HasPlugs && choice.Cable.Medium == trunk.Medium && choice.Cable.Leg == trunk.Leg;

    static void Apply(LinkDraft link, Optic? lower, Optic? upper, CableFamily? cable)
    {
        link.Lower = link.Lower with { Optic = lower };
        link.Upper = link.Upper with { Optic = upper };
        link.Cable = cable;
    }

    public static bool Reaches(LinkDraft link, Choice choice) => Reach.Of(link, choice) >= Reach.Needed(link);

    /// <summary>Every choice of the catalogue that serves a link with these parts given, the first that the planner would take first.</summary>
    public static IReadOnlyList<Choice> Possible(LinkDraft link, Optic? lower, Optic? upper, CableFamily? cable)
    {
        // What an author made up is looked at each time: it costs what it says, not what the catalogue holds.
        if (lower is not null || upper is not null || cable is not null) return Find(link, lower, upper, cable);
        var (a, b) = (link.Lower.Ports, link.Upper.Ports);
        var question = new Question(a.Bank.Cage.Name, a.Bank.Cage.PowerW, a.Mode, b.Bank.Cage.Name, b.Bank.Cage.PowerW, b.Mode,
            link.Fabric.Protocol == "InfiniBand", link.Media.Grade?.Grade);
        if (Answers.TryGetValue(question, out var known)) return known;
        if (Answers.Count >= MostAnswers) Answers.Clear();
        return Answers[question] = Find(link, null, null, null);
    }

    static List<Choice> Find(LinkDraft link, Optic? lower, Optic? upper, CableFamily? cable)
    {
        var legs = link.Upper.Ports.Mode.Legs;
        var below = (lower is null ? Optics.All : Seq.Of(lower)).Where(o => Serves(o, link.Lower, link, 1)).ToList();
        var above = (upper is null ? Optics.All : Seq.Of(upper)).Where(o => Serves(o, link.Upper, link, legs)).ToList();
        var found = new List<Choice>();
        foreach (var family in cable is not null ? Seq.Of(cable) : Families(link.Media.Grade?.Grade))
        {
            if (family.Legs != legs) continue;
            if (family.HasPlugs)
            {
                if (lower is null && upper is null && Plugs(family, link)) found.Add(new Choice(null, null, family));
                continue;
            }
            foreach (var a in below)
                if (a.Medium == family.Medium && a.Connector == family.Leg)
                    foreach (var b in above)
                        if (b.Connector == family.Trunk && Understand(a, b, legs)) found.Add(new Choice(a, b, family));
        }
        return found;
    }

    static IEnumerable<CableFamily> Families(FibreGrade? grade) =>
        grade is not { } asked ? Cables.Preferred : Cables.Preferred.Concat(Cables.OtherGrades).Where(c => !c.HasPlugs && c.Grade == asked);

    /// <summary>Whether two modules bring a link up: one standard, or the children of a splitter against their parent, in one colour and code.</summary>
    public static bool Understand(Optic lower, Optic upper, int legs) =>
        IsOneStandard(lower, upper, legs) && lower.OpticalLane == upper.OpticalLane && lower.Fec == upper.Fec && IsOneColour(lower, upper);

    public static bool IsOneStandard(Optic lower, Optic upper, int legs) =>
        lower.Pmd == upper.Pmd || upper.Breakouts.Any(b => b.Legs == legs && b.Pmd == lower.Pmd);

    public static bool IsOneColour(Optic lower, Optic upper) =>
        lower.Wavelength.Length == 0 || upper.Wavelength.Length == 0 || lower.Wavelength == upper.Wavelength;

    /// <summary>What would answer a module that the author chose, were it right.</summary>
    static Optic? Mate(Optic? chosen, EndDraft end, LinkDraft link, int legs) =>
        chosen is null ? null : Optics.All.FirstOrDefault(o => o.Pmd == chosen.Pmd && Serves(o, end, link, legs));

    static CableFamily? Between(Optic? lower, LinkDraft link) =>
        lower is null ? null : Cables.Preferred.FirstOrDefault(c => !c.HasPlugs && c.Legs == link.Upper.Ports.Mode.Legs
            && c.Medium == lower.Medium && c.Leg == lower.Connector);

    static bool Plugs(CableFamily cable, LinkDraft link) =>
        link.Upper.Ports.Bank.Cage.Accepts.Contains(cable.Trunk) && link.Lower.Ports.Bank.Cage.Accepts.Contains(cable.Leg)
        && cable.Speeds.Contains(link.SpeedGbps) && cable.Lane == link.Lower.Ports.Mode.Lane;

    /// <summary>Whether a module of the catalogue runs at an end, whatever it would have to answer.</summary>
    public static bool HasModule(LinkDraft link, EndDraft end, int legs) => Optics.All.Any(o => Serves(o, end, link, legs));

    static bool Serves(Optic optic, EndDraft end, LinkDraft link, int legs)
    {
        var (mode, cage) = (end.Ports.Mode, end.Ports.Bank.Cage);
        // What parts along the cable leaves one module: it has the lanes of all legs.
        return optic.Lane == mode.Lane && (legs == 1 || optic.HostLanes >= mode.Split * mode.Lanes) && optic.Connectors == mode.Split / legs && cage.Accepts.Contains(optic.Plug) && optic.PowerW <= cage.PowerW
            && (optic.Speeds.Contains(link.SpeedGbps) || optic.Breakouts.Any(b => b.Legs == legs && b.Gbps == link.SpeedGbps))
            && !(optic.Wdm && legs > 1) && (optic.InfiniBand || link.Fabric.Protocol != "InfiniBand");
    }
}
