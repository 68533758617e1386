using System.Globalization;
using ClusterDsl.Model;

namespace ClusterDsl.Plans.Json;

/// <summary>From a plan's text to the plan, member by member in the order of <see cref="PlanEncoder"/>.</summary>
static class PlanDecoder
{
    /// <summary>Far more ports of a cage, and legs of a splitter, than there are lanes.</summary>
    const int MostSplit = 64;

    public static Plan Decode(JsonValue json)
    {
        var version = json["version"];
        if (version.Number != Plan.Version)
            throw version.Wrong(FormattableString.Invariant(
                $"version {version.Number} of the plan format is unknown here; this is ClusterDsl for version {Plan.Version}"));

        var plan = new Plan(
            json["name"].Text,
            json.Map("halls", Hall),
            json.Map("models", Model),
            json.Map("groups", Group),
            json.Map("fabrics", Fabric),
            json.Map("bundles", Bundle),
            json.Map("parts", Part),
            json.Map("findings", Finding),
            json.Map("waivers", item => new Waiver(Finding(item), item["reason"].Text) { At = item.Find("acceptedAt") is { } at ? At(at) : null }),
            json.Map("assumptions", item => item.Text))
        {
            Labels = json.Find("labels")?.Text ?? "",
            Spares = json.Find("spares") is null ? Seq<Spare>.Empty : json.Map("spares", item => new Spare(item["category"].Text, item["share"].Number)),
            Trays = json.Find("trays") is null ? Seq<HallTray>.Empty : json.Map("trays", Tray),
            Interconnects = json.Find("interconnects") is null ? Seq<InterconnectPlan>.Empty : json.Map("interconnects", InterconnectJson.Read),
            Layers = json.Find("layers") is null ? Seq<LayerPlan>.Empty : json.Map("layers", WorkloadJson.Layer),
            Workloads = json.Find("workloads") is null ? Seq<WorkloadPlan>.Empty : json.Map("workloads", WorkloadJson.Workload),
            Domains = json.Find("domains") is null ? Seq<DomainPlan>.Empty : json.Map("domains", DomainJson.Read),
            Settings = json.Find("settings") is null ? Seq<string>.Empty : json.Map("settings", item => item.Text),
        };
        Soundness.Check(plan, json);
        return plan;
    }

    static HallPlan Hall(JsonValue json)
    {
        var rows = json["rows"].Within(0, Limits.Racks);
        return new HallPlan(
            json["site"].Text, json["name"].Text, rows, json["perRow"].Within(1, Limits.Racks / Math.Max(1, rows)),
            Length(json["rackPitchMm"]), Length(json["rowPitchMm"]), Length(json["trayAboveMm"]),
            json["rackUnits"].Number, json["rackPowerW"].Number, Length(json["slackMm"]))
        {
            SlackPercent = json.Or0("slackPercent"),
            RackGapEvery = json.Or0("rackGapEvery"), RackGapMm = json.Or0("rackGapMm"),
            RowGapEvery = json.Or0("rowGapEvery"), RowGapMm = json.Or0("rowGapMm"),
            CrossTrayEvery = json.Or0("crossTrayEvery"), PanelRacks = json.Or0("panelRacks"),
        };
    }

    static int Length(JsonValue json) => json.Within(0, int.MaxValue);

    static HallTray Tray(JsonValue json) => new(json["site"].Text, json["hallA"].Text, json["hallB"].Text, Length(json["lengthMm"]));

    static DeviceModel Model(JsonValue json) => new(
        json["id"].Text, json["heightU"].Number, json["powerW"].Number, json["gpus"].Number, json.Map("banks", Bank));

    static PortBank Bank(JsonValue json)
    {
        var (cages, split, order) = (json["cages"].Within(0, Limits.Ports), json["nativeSplit"].Within(1, MostSplit), json["order"].Numbers);
        if (order.Count > 0 && (order.Count != cages * split || order.Any(port => port < 0 || port >= order.Count)))
            throw json["order"].Wrong($"the order of {cages * split} ports is expected");
        return new PortBank(json["name"].Text, json["cage"].Text, cages, split, json["portName"].Text, json["splitName"].Text, json["firstCage"].Number, order);
    }

    static DeviceGroup Group(JsonValue json) => new(
        json["id"].Text, json["role"].Text, json["model"].Text, json["count"].Within(0, Limits.Devices),
        new NameTemplate(json.Map("name", NamePart)),
        json.Find("placement") is { } placement ? Placement(placement) : null,
        At(json["at"]))
    { Huts = json.Find("huts") is { } huts ? Huts(huts) : null };

    static Huts Huts(JsonValue json) => new(
        json["path"].Text, json["metres"].Numbers, json["devices"].Within(1, Limits.Devices));

    static NamePart NamePart(JsonValue json) => new(
        json["text"].Text, json.Find("divisor")?.Within(1, int.MaxValue) ?? 1, json.Or0("modulus"), json.Find("digits")?.Within(0, 10) ?? 0);

    static Placement Placement(JsonValue json) => new(
        json["site"].Text, json["hall"].Text, json["firstRack"].Within(0, Limits.Racks), json["perRack"].Within(1, Limits.Devices),
        json["baseU"].Within(0, Limits.Racks), json["stepU"].Within(0, Limits.Racks))
    {
        Skipped = json.Or0("skipped"),
        InTurn = Math.Max(1, json.Or0("inTurn")),
        Steps = json.Find("steps") is null ? Seq<RackStep>.Empty : json.Map("steps", Step),
        Rest = json.Find("placement") is { } rest ? new PlacementRest(json["from"].Within(0, Limits.Devices), Placement(rest)) : null,
    };

    static RackStep Step(JsonValue json) => new(json["devices"].Within(1, int.MaxValue), json["racks"].Within(1, Limits.Racks), json.Or0("filled") > 0);

    static FabricPlan Fabric(JsonValue json) => new(
        json["name"].Text, json["protocol"].Text, json["speedGbps"].Number, json.Map("tiers", Tier), At(json["at"]))
    {
        Into = json.Find("into")?.Text ?? "",
        Metrics = json.Find("metrics") is { } metrics ? Metrics(metrics) : null,
    };

    static FabricMetrics Metrics(JsonValue json) => new(json["connected"].Number != 0)
    {
        Hops = json.Find("hops")?.Number, BisectionGbps = json.Find("bisectionGbps")?.Number, FullLoadPpm = json.Find("fullLoadPpm")?.Number,
        PerGpuMbps = json.Find("perGpuMbps")?.Number,
        Losses = json.Map("losses", l => new LossMetric(l["loss"].Text, l["leftPpm"].Number, l["lost"].Text, l["node"].Text)),
    };

    static TierPlan Tier(JsonValue json) => new(
        json["role"].Text, json.Map("groups", item => item.Text), json["devices"].Number, json["ratio"].Text, json["declared"].Text)
    { Ports = json["ports"].Number, SparePorts = json["sparePorts"].Number };

    static Bundle Bundle(JsonValue json) => new(
        json["id"].Text, json["fabric"].Text, json["extents"].Items.Select(item => item.Within(1, int.MaxValue)).ToSeq(), End(json["a"]), End(json["b"]),
        json["speedGbps"].Number, json["legs"].Within(1, MostSplit), TrunkAtB(json["trunk"]),
        json["cable"].Text, json["medium"].Text, At(json["at"]))
    { OutsideMm = json.Or0("outsideMm"), Channel = json.Find("channel") is { } channel ? ChannelJson.Decode(channel) : null };

    static bool TrunkAtB(JsonValue json) => json.Text switch
    {
        "a" => false,
        "b" => true,
        _ => throw json.Wrong("\"a\" or \"b\" is expected"),
    };

    static BundleEnd End(JsonValue json) => new(
        json["group"].Text, json["bank"].Text, Affine(json["device"]), Affine(json["port"]), json["split"].Within(1, MostSplit), json["optic"].Text);

    internal static Affine Affine(JsonValue json) => new(json["offset"].Number, json["strides"].Numbers,
        json.Find("turn") is { } turn ? Turn(turn) : json.Find("field") is { } field ? FieldSum(field) : null);

    static Turn Turn(JsonValue json) => new(
        json["unit"].Number, json["modulus"].Within(1, int.MaxValue), json["offset"].Within(0, int.MaxValue),
        json["strides"].Items.Select(item => item.Within(0, int.MaxValue)).ToSeq());

    static FieldSum FieldSum(JsonValue json) => new(
        json["unit"].Number,
        GaloisField.Of(json["prime"].Number, json["polynomial"].Numbers) ?? throw json.Wrong("a prime and a polynomial for which x generates the field are expected"),
        json.Map("terms", term => term.Map("factors", factor => new Factor(factor["dimension"].Within(0, int.MaxValue), factor.Find("of")?.Numbers ?? Seq<int>.Empty))));

    static Part Part(JsonValue json) => new(
        json["id"].Text, json["category"].Text, json["description"].Text, json["lengthsMm"].Numbers,
        json["priceUsd"].Text, json["priceSource"].Text);

    static Finding Finding(JsonValue json) => new(
        json["rule"].Text, Severities.Parse(json["severity"]), json["message"].Text, At(json["at"]));

    internal static Origin At(JsonValue json)
    {
        var text = json.Text;
        var colon = text.LastIndexOf(':');
        return colon >= 0 && int.TryParse(text.Substring(colon + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var line)
            ? new Origin(text.Substring(0, colon), line)
            : throw json.Wrong("a file name, a colon and a line number are expected");
    }
}
