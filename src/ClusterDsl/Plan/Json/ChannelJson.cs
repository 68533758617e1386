namespace ClusterDsl.Plans.Json;

/// <summary>The installed cabling of a bundle as its text, and back.</summary>
static class ChannelJson
{
    public static void Encode(JsonWriter json, ChannelPlan channel)
    {
        json.Object("trunk", o => o.Member("id", channel.Trunk.Id).Member("fibres", channel.Trunk.Fibres).Member("connectors", channel.Trunk.Connectors)
            .Member("connector", channel.Trunk.Connector).Member("polarity", channel.Trunk.Polarity));
        json.Object("panel", o => o.Member("id", channel.Panel.Id).Member("positions", channel.Panel.Positions).Member("heightU", channel.Panel.HeightU));
        json.Member("panels", channel.Panels).Member("usedFibres", channel.UsedFibres).Member("key", channel.Key)
            .Member("cordA", channel.CordA).Member("cordB", channel.CordB).Member("patchMm", channel.PatchMm);
        if (channel.BetweenRows) json.Member("betweenRows", 1);
        json.Unless0("trunksEach", channel.TrunksEach);
    }

    public static ChannelPlan Decode(JsonValue json)
    {
        var (trunk, panel) = (json["trunk"], json["panel"]);
        return new(
            new TrunkPart(trunk["id"].Text, trunk["fibres"].Number, From1(trunk["connectors"]), trunk["connector"].Text, trunk["polarity"].Text),
            new PanelPart(panel["id"].Text, From1(panel["positions"]), panel["heightU"].Number),
            From1(json["panels"]), json["usedFibres"].Number, json["key"].Text, json["cordA"].Text, json["cordB"].Text, json["patchMm"].Number)
        { BetweenRows = json.Or0("betweenRows") > 0, TrunksEach = json.Or0("trunksEach") };
    }

    /// <summary>What is divided by.</summary>
    static int From1(JsonValue json) => json.Number > 0 ? json.Number : throw json.Wrong("a number from 1 is expected");
}
