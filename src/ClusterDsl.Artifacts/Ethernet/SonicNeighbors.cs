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
        // Links are in no order of switches, and a file is written as a whole: those of all switches are held, and found when the first is written.
        var neighbors = new Lazy<Dictionary<string, List<Neighbor>>>(() => NeighborsOf(plan));
        foreach (var group in Switches(plan))
            for (var device = 0; device < group.Count; device++)
            {
                var name = group.Name.Format(device);
                yield return new ArtifactFile($"{name}.config_db.json", output => Write(neighbors.Value.GetValueOrDefault(name) ?? [], output));
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

    static Dictionary<string, List<Neighbor>> NeighborsOf(Plan plan)
    {
        var switches = Switches(plan).Select(g => g.Id).ToHashSet();
        var known = new Dictionary<string, List<Neighbor>>();
        foreach (var wire in Wire.Of(plan, plan.BundlesOf(f => !f.IsInfiniBand())))
        {
            var (a, b, link) = (wire.Bundle.A, wire.Bundle.B, wire.Link);
            var portA = switches.Contains(a.Group) ? SonicPort.Of(plan, a, link.PortA, wire.PortA) : wire.PortA;
            var portB = switches.Contains(b.Group) ? SonicPort.Of(plan, b, link.PortB, wire.PortB) : wire.PortB;
            Add(a, link.PortA, wire.DeviceA, portA, b, wire.DeviceB, portB);
            Add(b, link.PortB, wire.DeviceB, portB, a, wire.DeviceA, portA);

            void Add(BundleEnd end, int number, string device, string port, BundleEnd far, string farDevice, string farPort)
            {
                if (!switches.Contains(end.Group)) return;
                if (!known.TryGetValue(device, out var list)) known.Add(device, list = []);
                list.Add(new Neighbor(port, farDevice, farPort, plan.Group(far.Group).Role, SonicPort.Parent(plan, end, number) ?? "",
                    end.Split > 1 ? $"{end.Split}x{wire.Bundle.SpeedGbps}G" : ""));
            }
        }
        return known;
    }

    static IEnumerable<DeviceGroup> Switches(Plan plan)
    {
        var groups = plan.Fabrics.Where(f => !f.IsInfiniBand()).SelectMany(f => f.Tiers).SelectMany(t => t.Groups).ToHashSet();
        return plan.Groups.Where(g => groups.Contains(g.Id));
    }

    /// <summary>What is at a port.</summary>
    readonly record struct Neighbor(string Port, string Far, string FarPort, string FarRole, string Parent, string Breakout);
}
