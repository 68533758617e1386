namespace ClusterDsl.Plans.Json;

/// <summary>From a plan to its text. Every member has one place; what is at its default (no modulus, no placement) is left out.</summary>
static class PlanEncoder
{
    public static string Encode(Plan plan) => new JsonWriter().Document(
        json => json.Member("version", Plan.Version),
        json => json.Member("name", plan.Name),
        json => json.Lines("halls", plan.Halls, Hall),
        json => json.Lines("trays", plan.Trays, Tray),
        json => json.Member("labels", plan.Labels),
        json => json.Lines("spares", plan.Spares, (item, spare) => item.Object(o => o.Member("category", spare.Category).Member("share", spare.Share))),
        json => json.Lines("models", plan.Models, Model),
        json => json.Lines("groups", plan.Groups, Group),
        json => json.Lines("domains", plan.Domains, DomainJson.Write),
        json => json.Lines("fabrics", plan.Fabrics, Fabric),
        json => json.Lines("interconnects", plan.Interconnects, InterconnectJson.Write),
        json => json.Lines("layers", plan.Layers, WorkloadJson.Write),
        json => json.Lines("workloads", plan.Workloads, WorkloadJson.Write),
        json => json.Lines("bundles", plan.Bundles, Bundle),
        json => json.Lines("parts", plan.Parts, Part),
        json => json.Lines("findings", plan.Findings, (item, finding) => item.Object(o => Finding(o, finding))),
        json => json.Lines("waivers", plan.Waivers, Waiver),
        json => json.Lines("assumptions", plan.Assumptions, (item, text) => item.Value(text)),
        json => json.Lines("settings", plan.Settings, (item, text) => item.Value(text)))
        + "\n";

    static void Hall(JsonWriter json, HallPlan hall) => json.Object(o => o
        .Member("site", hall.Site).Member("name", hall.Name)
        .Member("rows", hall.Rows).Member("perRow", hall.PerRow)
        .Member("rackPitchMm", hall.RackPitchMm).Member("rowPitchMm", hall.RowPitchMm)
        .Member("trayAboveMm", hall.TrayAboveMm).Member("rackUnits", hall.RackUnits)
        .Member("rackPowerW", hall.RackPowerW).Member("slackMm", hall.SlackMm)
        .Unless0("slackPercent", hall.SlackPercent)
        .Unless0("rackGapEvery", hall.RackGapEvery).Unless0("rackGapMm", hall.RackGapMm)
        .Unless0("rowGapEvery", hall.RowGapEvery).Unless0("rowGapMm", hall.RowGapMm)
        .Unless0("crossTrayEvery", hall.CrossTrayEvery).Unless0("panelRacks", hall.PanelRacks));

    static void Tray(JsonWriter json, HallTray tray) => json.Object(o => o
        .Member("site", tray.Site).Member("hallA", tray.HallA).Member("hallB", tray.HallB).Member("lengthMm", tray.LengthMm));

    static void Model(JsonWriter json, DeviceModel model) => json.Object(o => o
        .Member("id", model.Id).Member("heightU", model.HeightU).Member("powerW", model.PowerW).Member("gpus", model.Gpus)
        .List("banks", model.Banks, Bank));

    static void Bank(JsonWriter json, PortBank bank) => json.Object(o => o
        .Member("name", bank.Name).Member("cage", bank.Cage).Member("cages", bank.Cages).Member("nativeSplit", bank.NativeSplit)
        .Member("portName", bank.PortName).Member("splitName", bank.SplitName).Member("firstCage", bank.FirstCage)
        .List("order", bank.Order));

    static void Group(JsonWriter json, DeviceGroup group) => json.Object(o =>
    {
        o.Member("id", group.Id).Member("role", group.Role).Member("model", group.Model).Member("count", group.Count);
        o.List("name", group.Name.Parts, NamePart);
        if (group.Placement is { } placement) Placement(o, placement);
        if (group.Huts is { } huts) o.Object("huts", h => h.Member("path", huts.Path).List("metres", huts.Metres).Member("devices", huts.Devices));
        o.Member("at", At(group.At));
    });

    static void NamePart(JsonWriter json, NamePart part) => json.Object(o =>
    {
        o.Member("text", part.Text);
        if (part is not { Divisor: 1, Modulus: 0, Digits: 0 })
            o.Member("divisor", part.Divisor).Member("modulus", part.Modulus).Member("digits", part.Digits);
    });

    static void Placement(JsonWriter json, Placement placement) => json.Object("placement", o =>
    {
        o.Member("site", placement.Site).Member("hall", placement.Hall)
            .Member("firstRack", placement.FirstRack).Member("perRack", placement.PerRack)
            .Member("baseU", placement.BaseU).Member("stepU", placement.StepU)
            .Unless0("skipped", placement.Skipped);
        if (placement.InTurn > 1) o.Member("inTurn", placement.InTurn);
        if (placement.Steps.Count > 0) o.List("steps", placement.Steps, Step);
        if (placement.Rest is { } rest)
        {
            o.Member("from", rest.From);
            Placement(o, rest.Placement);
        }
    });

    static void Step(JsonWriter json, RackStep step) => json.Object(o =>
    {
        o.Member("devices", step.Devices).Member("racks", step.Racks);
        if (step.Filled) o.Member("filled", 1);
    });

    static void Fabric(JsonWriter json, FabricPlan fabric) => json.Object(o =>
    {
        o
        .Member("name", fabric.Name).Member("protocol", fabric.Protocol).Member("speedGbps", fabric.SpeedGbps)
        .List("tiers", fabric.Tiers, Tier)
        .Member("at", At(fabric.At));
        if (fabric.Into.Length > 0) o.Member("into", fabric.Into);
        if (fabric.Metrics is { } metrics) o.Object("metrics", m => Metrics(m, metrics));
    });

    static void Metrics(JsonWriter json, FabricMetrics metrics)
    {
        json.Member("connected", metrics.Connected ? 1 : 0);
        if (metrics.Hops is { } hops) json.Member("hops", hops);
        if (metrics.BisectionGbps is { } bisection) json.Member("bisectionGbps", bisection);
        if (metrics.FullLoadPpm is { } load) json.Member("fullLoadPpm", load);
        if (metrics.PerGpuMbps is { } perGpu) json.Member("perGpuMbps", perGpu);
        json.List("losses", metrics.Losses, (item, loss) => item.Object(o => o
            .Member("loss", loss.Loss).Member("leftPpm", loss.LeftPpm).Member("lost", loss.Lost).Member("node", loss.Node)));
    }

    static void Tier(JsonWriter json, TierPlan tier) => json.Object(o => o
        .Member("role", tier.Role)
        .List("groups", tier.Groups, (item, id) => item.Value(id))
        .Member("devices", tier.Devices).Member("ratio", tier.Ratio).Member("declared", tier.Declared)
        .Member("ports", tier.Ports).Member("sparePorts", tier.SparePorts));

    static void Bundle(JsonWriter json, Bundle bundle) => json.Object(o =>
    {
        o.Member("id", bundle.Id).Member("fabric", bundle.Fabric).List("extents", bundle.Extents)
        .Object("a", end => End(end, bundle.A)).Object("b", end => End(end, bundle.B))
        .Member("speedGbps", bundle.SpeedGbps).Member("legs", bundle.Legs).Member("trunk", bundle.TrunkAtB ? "b" : "a")
        .Member("cable", bundle.Cable).Member("medium", bundle.Medium).Unless0("outsideMm", bundle.OutsideMm).Member("at", At(bundle.At));
        if (bundle.Channel is { } channel) o.Object("channel", c => ChannelJson.Encode(c, channel));
    });

    static void End(JsonWriter json, BundleEnd end) => json
        .Member("group", end.Group).Member("bank", end.Bank)
        .Object("device", map => Affine(map, end.Device)).Object("port", map => Affine(map, end.Port))
        .Member("split", end.Split).Member("optic", end.Optic);

    internal static void Affine(JsonWriter json, Affine map)
    {
        json.Member("offset", map.Offset).List("strides", map.Strides);
        if (map.Round is Turn turn)
            json.Object("turn", o => o.Member("unit", turn.Unit).Member("modulus", turn.Modulus).Member("offset", turn.Offset).List("strides", turn.Strides));
        if (map.Round is FieldSum sum)
            json.Object("field", o => o.Member("unit", sum.Unit).Member("prime", sum.Field.Characteristic).List("polynomial", sum.Field.Polynomial)
                .List("terms", sum.Terms, (item, term) => item.Object(t => t.List("factors", term, Factor))));
    }

    static void Factor(JsonWriter json, Factor factor) => json.Object(o =>
    {
        o.Member("dimension", factor.Dimension);
        if (factor.Of.Count > 0) o.List("of", factor.Of);
    });

    static void Part(JsonWriter json, Part part) => json.Object(o => o
        .Member("id", part.Id).Member("category", part.Category).Member("description", part.Description)
        .List("lengthsMm", part.LengthsMm).Member("priceUsd", part.PriceUsd).Member("priceSource", part.PriceSource));

    static void Waiver(JsonWriter json, Waiver waiver) => json.Object(o =>
    {
        Finding(o, waiver.Finding);
        o.Member("reason", waiver.Reason);
        if (waiver.At is { } at) o.Member("acceptedAt", At(at));
    });

    static void Finding(JsonWriter json, Finding finding) => json
        .Member("rule", finding.Rule).Member("severity", Severities.Name(finding.Severity))
        .Member("message", finding.Message).Member("at", At(finding.At));

    internal static string At(Origin origin) => FormattableString.Invariant($"{origin.File}:{origin.Line}");
}
