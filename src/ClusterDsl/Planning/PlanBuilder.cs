using ClusterDsl.Language;
using ClusterDsl.Model;
using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>Writes a draft down as a plan: plain data, in the order of names.</summary>
static class PlanBuilder
{
    public static Plan Build(Draft draft)
    {
        var groups = draft.Groups.OrderBy(g => g.Id, StringComparer.Ordinal).ToList();
        return new Plan(
            draft.Design.Name,
            draft.Halls.Select(h => h.Plan).OrderBy(h => h.Site, StringComparer.Ordinal).ThenBy(h => h.Name, StringComparer.Ordinal).ToSeq(),
            groups.Select(g => g.Model).GroupBy(m => m.Id).Select(m => Model(m.First())).OrderBy(m => m.Id, StringComparer.Ordinal).ToSeq(),
            groups.Select(g => new DeviceGroup(g.Id, Role(g), g.Model.Id, g.Count, g.Name, g.Placement, g.At) { Huts = g.Huts }).ToSeq(),
            draft.Fabrics.OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => Fabric(draft, f)).ToSeq(),
            draft.Links.OrderBy(l => l.Id, StringComparer.Ordinal).Select(Bundle).ToSeq(),
            Parts(draft).OrderBy(p => p.Category, StringComparer.Ordinal).ThenBy(p => p.Id, StringComparer.Ordinal).ToSeq(),
            draft.Findings.OrderBy(f => f.At.File, StringComparer.Ordinal).ThenBy(f => f.At.Line).ThenBy(f => f.Rule, StringComparer.Ordinal)
                .ThenBy(f => f.Message, StringComparer.Ordinal).ToSeq(),
            draft.Waivers.OrderBy(w => w.Finding.At.File, StringComparer.Ordinal).ThenBy(w => w.Finding.At.Line).ThenBy(w => w.Finding.Rule, StringComparer.Ordinal)
                .ThenBy(w => w.Finding.Message, StringComparer.Ordinal).ToSeq(),
            draft.Assumptions.ToSeq())
        {
            Interconnects = draft.Interconnects.Where(i => i.Paths.Count > 0).OrderBy(i => i.Design.Name, StringComparer.Ordinal).Select(Interconnect).ToSeq(),
            LateChoice = (draft.Layers, new(() => draft.Workloads.OrderBy(w => w.Design.Name, StringComparer.Ordinal).Select(w => w.Plan()).ToSeq())),
            Domains = groups.Select(g => DomainPlanner.Of(draft, g)).OfType<DomainPlan>().ToSeq(),
            Settings = draft.Thresholds.Said.ToSeq(),
            Labels = draft.Design.Labels?.Text ?? "",
            Spares = draft.Design.Spares.Where(s => s.Share > 0).Select(s => new Spare(s.Category, s.Share)).ToSeq(),
            Trays = draft.Halls.SelectMany(h => h.Trays).Distinct().OrderBy(t => t.Site, StringComparer.Ordinal).ThenBy(t => t.HallA, StringComparer.Ordinal)
                .ThenBy(t => t.HallB, StringComparer.Ordinal).ThenBy(t => t.LengthMm).ToSeq(),
        };
    }

    static string Role(GroupDraft group) => group.Model is NodeModel { Kind: not "node" } other ? other.Kind : group.Role;

    public static DeviceModel Model(HardwareModel model) => new(
        model.Id, model.Height, model.Power.Watts, (model as NodeModel)?.Gpus ?? 0,
        model.Ports.Select(Bank).ToSeq());

    public static PortBank Bank(Ports ports) => new(
        ports.Name, ports.Cage.Name, ports.Cages, ports.Native.Split, ports.PortName, ports.SplitName, ports.FirstCage, ports.Order);

    static FabricPlan Fabric(Draft draft, FabricDraft fabric)
    {
        var tiers = new List<TierPlan>();
        foreach (var block in fabric.Blocks) tiers.Add(Tier(draft, block.Leaves, block.Uplinks > 0 || block.Leaves == fabric.Mesh?.Switches ? block.Most : null));
        if (fabric.Spines is { } spines)
            tiers.Add(Tier(draft, spines.Group, fabric.Cores is null ? null : spines.Most));
        if (fabric.Mesh is { Switches.Role: "spine" } mesh) tiers.Add(Tier(draft, mesh.Switches, fabric.Ratio?.Most ?? Ratio.One));
        if (fabric.Cores is { } cores) tiers.Add(Tier(draft, cores.Group, null));
        return new FabricPlan(fabric.Name, fabric.Design.ProtocolName, fabric.Design.SpeedGbps, tiers.ToSeq(), fabric.Design.At)
        { Into = fabric.Design.Into?.Fabric ?? "", LateMetrics = new(() => draft.MetricsOf(fabric)) };
    }

    static TierPlan Tier(Draft draft, GroupDraft group, Ratio? declared)
    {
        var use = draft.UseOf(group);
        return new(
            group.Role, Seq.Of(group.Id), group.Count,
            declared is null ? "" : draft.LoadOf(group).Worst().Ratio.ToString(), declared?.ToString() ?? "")
        { Ports = use.Ports, SparePorts = Math.Max(0, use.Spare) };
    }

    public static Bundle Bundle(LinkDraft link)
    {
        Work.Done();
        // Dimensions of one index say nothing; the box keeps those that move, and one at least. What goes round may look one up.
        var moving = Enumerable.Range(0, link.Extents.Count).Where(d => link.Extents[d] > 1 || LooksUp(link.Lower, d) || LooksUp(link.Upper, d)).ToArray();
        if (moving.Length == 0) moving = [link.Extents.Count - 1];
        static bool LooksUp(EndDraft end, int d) => end.Device.Round is FieldSum sum && sum.Moves(d);
        BundleEnd End(EndDraft end) =>
            new(end.Group.Id, end.Ports.Bank.Name, end.Device.Keep(moving), end.Port.Keep(moving), end.Ports.Mode.Split, end.Optic?.Id ?? "");

        return new Bundle(
            link.Id, link.Fabric.Name, moving.Select(d => link.Extents[d]).ToSeq(), End(link.Lower), End(link.Upper), link.SpeedGbps,
            link.Legs, TrunkAtB: link.Legs > 1, link.Cable?.Id ?? "", MediumOf(link.Cable), link.At)
        { OutsideMm = link.OutsideMm, Channel = ChannelOf(link) };
    }

    static ChannelPlan? ChannelOf(LinkDraft link)
    {
        if (Channel.Of(link) is not { Design: { } design } || link.Cable is not { } cord) return null;
        var trunk = new TrunkPart(design.Trunk.Id, design.Trunk.Fibres, design.Trunk.Connectors, design.Trunk.Leg, design.Trunk.Polarity.ToString());
        return new ChannelPlan(trunk, new PanelPart(design.Panel.Id, design.Panel.Positions, design.Panel.Height), design.Panels,
            link.Lower.Optic?.Fibres ?? Fibre.Used(cord.Leg), design.Key == AdapterKey.Opposed ? "opposed" : "aligned",
            InstalledCabling.Straight(cord).Id, cord.Id, design.PatchMm)
        { BetweenRows = design.BetweenRows, TrunksEach = design.TrunksEach ?? 0 };
    }

    static InterconnectPlan Interconnect(InterconnectDraft line) => new(
        line.Design.Name, line.A.Name, line.B.Name, Whole(line.CapacityGbps), Whole(line.AfterWorstLossGbps), 2 * line.OneWayNs, line.Paths.OrderBy(p => p.Design.Name, StringComparer.Ordinal).Select(Path).ToSeq(), line.Design.At)
    { DeclaredGbps = line.Design.Capacity?.Gbps ?? 0, Fabric = line.Design.Joins?.Fabric ?? "" };

    static int Whole(long gbps) => (int)Math.Min(int.MaxValue, gbps);

    static PathPlan Path(PathDraft path)
    {
        var plan = new PathPlan(path.Design.Name, path.Design.Leased is null ? "dark fibre" : "leased wavelength",
            Math.Max(path.Design.LengthMm, path.Design.Protection?.LengthMm ?? 0), path.Wavelengths, path.WavelengthGbps, path.OneWayNs)
        { Mode = path.Modes?.A.Name ?? "", Channels = path.Channels, IsProtected = path.Design.Protection is not null };
        // Of two routes, the one with less to spare.
        return path.Worst is not { } worst ? plan : plan with
        {
            LossHundredthsDb = Hundredths(worst.LossDb), ReceivedHundredthsDbm = Hundredths(worst.LeastDbm),
            OsnrHundredthsDb = worst.OsnrDb is { } osnr ? Hundredths(osnr) : null, MarginHundredthsDb = Hundredths(path.MarginDb(worst)),
        };
    }

    static int Hundredths(double value) => (int)Math.Round(value * 100);

    static string MediumOf(CableFamily? cable) => cable?.Kind switch
    {
        null => "",
        CableKind.Dac => "DAC",
        CableKind.Acc => "ACC",
        CableKind.Aec => "AEC",
        CableKind.Aoc => "AOC",
        CableKind.TwistedPair => "copper",
        _ => cable.Medium == Medium.Mmf ? "MMF" : "SMF",
    };

    static IEnumerable<Part> Parts(Draft draft)
    {
        var none = Seq<int>.Empty;
        foreach (var model in draft.Groups.Select(g => g.Model).GroupBy(m => m.Id).Select(m => m.First()))
            yield return new Part(model.Id, model.Category, model.Description, none, model.PriceUsd, model.PriceSource);
        foreach (var optic in draft.Links.SelectMany(l => new[] { l.Lower.Optic, l.Upper.Optic }).OfType<Optic>().GroupBy(o => o.Id).Select(o => o.First()))
            yield return new Part(optic.Id, "optic", optic.Description, none, optic.PriceUsd, optic.PriceSource);
        var led = draft.Links.Where(l => Channel.Of(l)?.Design is not null).ToList();
        var cords = draft.Links.Select(l => l.Cable).OfType<CableFamily>().Concat(led.Select(l => InstalledCabling.Straight(l.Cable!))).GroupBy(c => c.Id).Select(c => c.First());
        var trunks = led.Select(l => l.Channel!.Trunk).GroupBy(t => t.Id).Select(t => t.First());
        foreach (var (cable, category) in cords.Select(c => (c, "cable")).Concat(trunks.Select(t => (t, "trunk"))))
            yield return new Part(cable.Id, category, cable.Description, cable.Lengths.Select(l => l.Millimetres).ToSeq(), cable.PriceUsd, cable.PriceSource);
        foreach (var panel in led.Select(l => l.Channel!.Panel).GroupBy(p => p.Id).Select(p => p.First()))
            yield return new Part(panel.Id, "panel", panel.Description, none, panel.PriceUsd, panel.PriceSource);
    }
}
