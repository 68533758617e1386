namespace ClusterDsl.Plans.Json;

/// <summary>Scale-up domains, to their text and back.</summary>
static class DomainJson
{
    public static void Write(JsonWriter json, DomainPlan domain) => json.Object(o =>
    {
        o.Member("group", domain.Group).Member("kind", domain.Kind).Member("link", domain.Link)
            .Member("gpusPerDomain", domain.GpusPerDomain).Member("domains", domain.Domains).Member("nodesPerDomain", domain.NodesPerDomain)
            .Member("switchChips", domain.SwitchChips).Member("linksPerGpu", domain.LinksPerGpu).Member("linkMbps", domain.LinkMbps);
        if (domain.BisectionGbps is { } bisection) o.Member("bisectionGbps", bisection);
        o.List("links", domain.Links, (item, links) => item.Object(l => l
            .List("extents", links.Extents).Object("a", end => End(end, links.A)).Object("b", end => End(end, links.B))));
        if (domain.Affinity is { } affinity) o.Object("affinity", a => a
            .Member("link", affinity.Link).Member("switches", affinity.Switches)
            .List("gpuSwitches", affinity.GpuSwitches).List("nicSwitches", affinity.NicSwitches)
            .List("gpuNics", affinity.GpuNics).List("nicRails", affinity.NicRails));
    });

    static void End(JsonWriter json, DomainEnd end) => json
        .Member("of", end.Of).Object("device", map => PlanEncoder.Affine(map, end.Device)).Object("port", map => PlanEncoder.Affine(map, end.Port));

    public static DomainPlan Read(JsonValue json) => new(
        json["group"].Text, json["kind"].Text, json["link"].Text, json["gpusPerDomain"].Number, json["domains"].Number,
        json["switchChips"].Number, json["linksPerGpu"].Number, json["linkMbps"].Number,
        json.Map("links", item => new DomainLinks(item["extents"].Numbers, End(item["a"]), End(item["b"]))))
    {
        NodesPerDomain = json["nodesPerDomain"].Number,
        BisectionGbps = json.Find("bisectionGbps")?.Number,
        Affinity = json.Find("affinity") is { } affinity ? new AffinityPlan(affinity["link"].Text, affinity["switches"].Number,
            affinity["gpuSwitches"].Numbers, affinity["nicSwitches"].Numbers, affinity["gpuNics"].Numbers, affinity["nicRails"].Numbers) : null,
    };

    static DomainEnd End(JsonValue json) => new(json["of"].Text, PlanDecoder.Affine(json["device"]), PlanDecoder.Affine(json["port"]));
}
