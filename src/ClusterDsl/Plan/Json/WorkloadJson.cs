namespace ClusterDsl.Plans.Json;

/// <summary>The layers and the workloads, to their text and back.</summary>
static class WorkloadJson
{
    public static void Write(JsonWriter json, LayerPlan layer) => json.Object(o =>
    {
        o.Member("name", layer.Name).Member("parts", layer.Parts).Member("perGpuMbps", layer.PerGpuMbps).Member("latencyNs", layer.LatencyNs).Member("basis", layer.Basis);
        if (layer.Room > 0) o.Member("room", layer.Room).Member("limits", layer.Limits);
    });

    public static LayerPlan Layer(JsonValue json) => new(
        json["name"].Text, json["parts"].Number, json["perGpuMbps"].Number, json["latencyNs"].Number, json["basis"].Text)
    { Room = json.Or0("room"), Limits = json.Find("limits")?.Text ?? "" };

    public static void Write(JsonWriter json, WorkloadPlan workload) => json.Object(o =>
    {
        o.Member("name", workload.Name).Member("gpus", workload.Gpus).Member("growthThousandths", workload.GrowthThousandths).Unless0("stepMs", workload.StepMs)
            .Unless0("latencySensitive", workload.IsLatencySensitive ? 1 : 0).Member("budget", workload.Budget);
        if (workload.Basis.Length > 0) o.Member("basis", workload.Basis);
        o.List("exchanges", workload.Exchanges, Exchange).Member("at", PlanEncoder.At(workload.At));
    });

    static void Exchange(JsonWriter json, ExchangePlan exchange) => json.Object(o => o
        .Member("collective", exchange.Collective).Member("across", exchange.Across).Member("kibibytes", exchange.Kibibytes).Member("calls", exchange.Calls)
        .List("widths", exchange.Widths)
        .List("estimates", exchange.Estimates, (item, e) => item.Object(i => i.Member("algorithm", e.Algorithm).Member("microseconds", e.Microseconds))));

    public static WorkloadPlan Workload(JsonValue json) => new(
        json["name"].Text, json["gpus"].Number, json["growthThousandths"].Number, json.Or0("stepMs"), json.Map("exchanges", Exchange), PlanDecoder.At(json["at"]))
    { IsLatencySensitive = json.Or0("latencySensitive") > 0, Budget = json["budget"].Text, Basis = json.Find("basis")?.Text ?? "" };

    static ExchangePlan Exchange(JsonValue json) => new(
        json["collective"].Text, json["across"].Text, json["kibibytes"].Amount, json["calls"].Number, json["widths"].Numbers,
        json.Map("estimates", e => new EstimatePlan(e["algorithm"].Text, e["microseconds"].Number)));
}
