using System.Text.Json;
using ClusterDsl.Artifacts.Wiring;

namespace ClusterDsl.Artifacts;

/// <summary>
/// <c>topology.air.json</c>: the Ethernet fabrics for a simulation on NVIDIA Air: switches run Cumulus Linux, everything else Ubuntu. Change the versions to those
/// that Air offers. Interfaces are called as the ports are, with "-" for what Linux does not take.
/// </summary>
public sealed class AirTopology : SingleFile
{
    const string SwitchImage = "cumulus-vx-5.15.0", HostImage = "generic/ubuntu2404";

    static readonly JsonWriterOptions Layout = new() { Indented = true, NewLine = "\n" };

    /// <inheritdoc/>
    public override string Format => "air";

    /// <inheritdoc/>
    public override string FileName => "topology.air.json";

    /// <inheritdoc/>
    public override void Write(Plan plan, Stream output)
    {
        var bundles = plan.BundlesOf(f => !f.IsInfiniBand()).ToList();
        var groups = bundles.SelectMany(b => new[] { b.A.Group, b.B.Group }).ToHashSet();
        var switches = plan.Switches();
        using (var json = new Utf8JsonWriter(output, Layout))
        {
            json.WriteStartObject();
            json.WriteString("format", "JSON");
            json.WriteString("title", plan.Name);
            json.WriteStartObject("content");
            json.WriteStartObject("nodes");
            foreach (var group in plan.Groups.Where(g => groups.Contains(g.Id)))
                for (var device = 0; device < group.Count; device++)
                {
                    json.WriteStartObject(group.Name.Format(device));
                    json.WriteString("os", switches.Contains(group.Id) ? SwitchImage : HostImage);
                    json.WriteEndObject();
                    Pass(json);
                }
            json.WriteEndObject();
            json.WriteStartArray("links");
            foreach (var wire in Wire.Of(plan, bundles))
            {
                json.WriteStartArray();
                End(json, wire.DeviceA, wire.PortA);
                End(json, wire.DeviceB, wire.PortB);
                json.WriteEndArray();
                Pass(json);
            }
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }
        output.Write("\n"u8);
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> LeftOut(Plan plan) =>
        plan.Fabrics.Where(f => f.IsInfiniBand()).Select(f => Without(f.At, $"`{f.Name}` is InfiniBand, which Air does not simulate"));

    static void End(Utf8JsonWriter json, string device, string port)
    {
        json.WriteStartObject();
        json.WriteString("node", device);
        json.WriteString("interface", LinuxName.For(port));
        json.WriteEndObject();
    }

    /// <summary>The writer keeps what it is not told to hand over.</summary>
    static void Pass(Utf8JsonWriter json)
    {
        if (json.BytesPending > 1 << 16) json.Flush();
    }
}
