using System.Globalization;
using System.Text;
using System.Xml;
using ClusterDsl.Artifacts.Wiring;

namespace ClusterDsl.Artifacts;

/// <summary><c>topology.graphml</c>: every device and link for graph libraries (networkx, igraph, yEd).</summary>
public sealed class GraphMl : SingleFile
{
    const string Namespace = "http://graphml.graphdrawing.org/xmlns";

    /// <summary>What is said of devices and links, and of which type it is.</summary>
    static readonly (string For, string Name, string Type)[] Keys =
    [
        ("node", "role", "string"), ("node", "group", "string"), ("node", "model", "string"), ("node", "rack", "string"), ("node", "u", "int"),
        ("edge", "fabric", "string"), ("edge", "gbps", "int"), ("edge", "a_port", "string"), ("edge", "b_port", "string"), ("edge", "media", "string"),
    ];

    /// <inheritdoc/>
    public override string Format => "graphml";

    /// <inheritdoc/>
    public override string FileName => "topology.graphml";

    /// <inheritdoc/>
    public override void Write(Plan plan, Stream output)
    {
        using var xml = XmlWriter.Create(output, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", CloseOutput = false });
        xml.WriteStartElement("graphml", Namespace);
        foreach (var (owner, name, type) in Keys)
        {
            xml.WriteStartElement("key");
            xml.WriteAttributeString("id", name);
            xml.WriteAttributeString("for", owner);
            xml.WriteAttributeString("attr.name", name);
            xml.WriteAttributeString("attr.type", type);
            xml.WriteEndElement();
        }
        xml.WriteStartElement("graph");
        xml.WriteAttributeString("id", LegalXml.Clean(plan.Name));
        xml.WriteAttributeString("edgedefault", "undirected");
        foreach (var group in plan.Groups)
            for (var device = 0; device < group.Count; device++)
            {
                xml.WriteStartElement("node");
                xml.WriteAttributeString("id", LegalXml.Clean(group.Name.Format(device)));
                Data(xml, "role", group.Role);
                Data(xml, "group", group.Id);
                Data(xml, "model", group.Model);
                if (group.Placement is { } placement)
                {
                    Data(xml, "rack", plan.Hall(placement).RackName(placement.Rack(device)));
                    if (placement.Unit(device) is > 0 and var unit) Data(xml, "u", unit.ToString(CultureInfo.InvariantCulture));
                }
                xml.WriteEndElement();
            }
        foreach (var wire in Wire.Of(plan))
        {
            xml.WriteStartElement("edge");
            xml.WriteAttributeString("source", LegalXml.Clean(wire.DeviceA));
            xml.WriteAttributeString("target", LegalXml.Clean(wire.DeviceB));
            Data(xml, "fabric", wire.Bundle.Fabric);
            Data(xml, "gbps", wire.Bundle.SpeedGbps.ToString(CultureInfo.InvariantCulture));
            Data(xml, "a_port", wire.PortA);
            Data(xml, "b_port", wire.PortB);
            Data(xml, "media", wire.Bundle.Medium);
            xml.WriteEndElement();
        }
        xml.WriteEndDocument();
    }

    static void Data(XmlWriter xml, string key, string value)
    {
        xml.WriteStartElement("data");
        xml.WriteAttributeString("key", key);
        xml.WriteString(LegalXml.Clean(value));
        xml.WriteEndElement();
    }
}
