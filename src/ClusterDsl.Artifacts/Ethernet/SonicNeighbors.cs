using System.Text.Json;
using ClusterDsl.Artifacts.Wiring;

namespace ClusterDsl.Artifacts;

/// <summary>
/// <c>&lt;switch&gt;.config_db.json</c>: for each Ethernet switch what SONiC has to know of its cabling, to be loaded into CONFIG_DB: which ports are split
/// (BREAKOUT_CFG), and who is at the other end of each (DEVICE_NEIGHBOR, by local port, and DEVICE_NEIGHBOR_METADATA), as the models
/// sonic-breakout_cfg.yang, sonic-device_neighbor.yang and sonic-device_neighbor_metadata.yang have them.
/// </summary>
public sealed class SonicNeighbors : Artifact
{
    static readonly JsonWriterOptions Layout = new() { Indented = true, NewLine = "\n" };

    /// <inheritdoc/>
    public override string Format => "sonic-neighbors";

    /// <inheritdoc/>
    public override IEnumerable<ArtifactFile> Files(Plan plan)
    {
        // Links are in no order of switches, and a file is written as a whole: which links each switch has is found when the first is written.
        var links = new Lazy<SwitchLinks>(() => new SwitchLinks(plan, [.. Switches(plan)]));
        foreach (var group in Switches(plan))
            for (var device = 0; device < group.Count; device++)
            {
                var number = device;
                yield return new ArtifactFile($"{group.Name.Format(device)}.config_db.json", output => Write(NeighborsOf(plan, links.Value, group, number), output));
            }
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> LeftOut(Plan plan)
    {
        foreach (var fabric in plan.Fabrics.Where(f => f.IsInfiniBand())) yield return Without(fabric.At, $"`{fabric.Name}` is InfiniBand, which SONiC does not speak");
        foreach (var fabric in plan.Fabrics.Where(f => !f.IsInfiniBand())) yield return Without(fabric.At, $"the PORT table of the switches of `{fabric.Name}`: which lanes of the chip a cage has is for the platform to say");
    }

    static void Write(List<Neighbor> neighbors, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, Layout))
        {
            json.WriteStartObject();
            json.WriteStartObject("BREAKOUT_CFG");
            foreach (var split in neighbors.Where(n => n.Breakout.Length > 0).DistinctBy(n => n.Parent))
            {
                json.WriteStartObject(split.Parent);
                json.WriteString("brkout_mode", split.Breakout);
                json.WriteEndObject();
            }
            json.WriteEndObject();
            json.WriteStartObject("DEVICE_NEIGHBOR");
            foreach (var neighbor in neighbors)
            {
                json.WriteStartObject(neighbor.Port);
                json.WriteString("name", neighbor.Far);
                json.WriteString("port", neighbor.FarPort);
                json.WriteEndObject();
            }
            json.WriteEndObject();
            json.WriteStartObject("DEVICE_NEIGHBOR_METADATA");
            foreach (var far in neighbors.DistinctBy(n => n.Far))
            {
                json.WriteStartObject(far.Far);
                json.WriteString("type", far.FarRole);
                json.WriteEndObject();
            }
            json.WriteEndObject();
            json.WriteEndObject();
        }
        output.Write("\n"u8);
    }

    static List<Neighbor> NeighborsOf(Plan plan, SwitchLinks links, DeviceGroup group, int device)
    {
        return [.. links.Of(group, device).Select(found => Of(found.Bundle, found.Bundle.LinkAt(found.Link), found.AtB))];

        Neighbor Of(Bundle bundle, Link link, bool atB)
        {
            var (near, port, far, farDevice, farPort) = atB ? (bundle.B, link.PortB, bundle.A, link.DeviceA, link.PortA) : (bundle.A, link.PortA, bundle.B, link.DeviceB, link.PortB);
            return new Neighbor(Called(near, port), plan.Group(far.Group).Name.Format(farDevice), Called(far, farPort), plan.Group(far.Group).Role,
                SonicPort.Parent(plan, near, port) ?? "", near.Split > 1 ? $"{near.Split}x{bundle.SpeedGbps}G" : "");
        }

        string Called(BundleEnd end, int port)
        {
            var name = plan.Bank(end).NameOf(port, end.Split);
            return links.IsSwitch(end.Group) ? SonicPort.Of(plan, end, port, name) : name;
        }
    }

    static IEnumerable<DeviceGroup> Switches(Plan plan)
    {
        var groups = plan.Fabrics.Where(f => !f.IsInfiniBand()).SelectMany(f => f.Tiers).SelectMany(t => t.Groups).ToHashSet();
        return plan.Groups.Where(g => groups.Contains(g.Id));
    }

    /// <summary>What is at a port.</summary>
    readonly record struct Neighbor(string Port, string Far, string FarPort, string FarRole, string Parent, string Breakout);
}
