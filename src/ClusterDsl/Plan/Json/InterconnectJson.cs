namespace ClusterDsl.Plans.Json;

/// <summary>What joins the sites, to its text and back.</summary>
static class InterconnectJson
{
    public static void Write(JsonWriter json, InterconnectPlan interconnect) => json.Object(o => o
        .Member("name", interconnect.Name).Member("siteA", interconnect.SiteA).Member("siteB", interconnect.SiteB)
        .Member("fabric", interconnect.Fabric).Unless0("declaredGbps", interconnect.DeclaredGbps)
        .Member("capacityGbps", interconnect.CapacityGbps).Member("afterLossGbps", interconnect.AfterLossGbps)
        .Member("roundTripNs", interconnect.RoundTripNs)
        .List("paths", interconnect.Paths, Path)
        .Member("at", PlanEncoder.At(interconnect.At)));

    static void Path(JsonWriter json, PathPlan path) => json.Object(o =>
    {
        o.Member("name", path.Name).Member("kind", path.Kind).Member("lengthMm", path.LengthMm)
            .Member("wavelengths", path.Wavelengths).Member("wavelengthGbps", path.WavelengthGbps).Member("oneWayNs", path.OneWayNs).Unless0("channels", path.Channels)
            .Member("mode", path.Mode).Unless0("protected", path.IsProtected ? 1 : 0);
        if (path.LossHundredthsDb is { } loss) o.Member("lossHundredthsDb", loss);
        if (path.ReceivedHundredthsDbm is { } received) o.Member("receivedHundredthsDbm", received);
        if (path.OsnrHundredthsDb is { } osnr) o.Member("osnrHundredthsDb", osnr);
        if (path.MarginHundredthsDb is { } margin) o.Member("marginHundredthsDb", margin);
    });

    public static InterconnectPlan Read(JsonValue json) => new(
        json["name"].Text, json["siteA"].Text, json["siteB"].Text, json["capacityGbps"].Number, json["afterLossGbps"].Number, json["roundTripNs"].Number,
        json.Map("paths", Path), PlanDecoder.At(json["at"]))
    { Fabric = json["fabric"].Text, DeclaredGbps = json.Or0("declaredGbps") };

    static PathPlan Path(JsonValue json) => new(
        json["name"].Text, json["kind"].Text, json["lengthMm"].Number, json["wavelengths"].Number, json["wavelengthGbps"].Number, json["oneWayNs"].Number)
    {
        Mode = json["mode"].Text, Channels = json.Or0("channels"), IsProtected = json.Or0("protected") > 0,
        LossHundredthsDb = json.Find("lossHundredthsDb")?.Number, ReceivedHundredthsDbm = json.Find("receivedHundredthsDbm")?.Number,
        OsnrHundredthsDb = json.Find("osnrHundredthsDb")?.Number, MarginHundredthsDb = json.Find("marginHundredthsDb")?.Number,
    };
}
