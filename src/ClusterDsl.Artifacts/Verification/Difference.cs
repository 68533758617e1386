namespace ClusterDsl.Artifacts.Verification;

/// <summary>Something that is not built as planned.</summary>
/// <param name="Finding">What, where, what to do, and the call that declared it.</param>
/// <param name="Links">The links it is about; none for a device.</param>
public sealed record Difference(Finding Finding, IReadOnlyList<DifferentLink> Links);

/// <summary>A link that is not built as planned, or not planned as built.</summary>
/// <param name="CableId">The cable of the plan; empty for a link that is not planned.</param>
/// <param name="Fabric">The network it belongs to; empty for a link that is not planned.</param>
/// <param name="A">The lower end, as planned; as built for a link that is not planned.</param>
/// <param name="B">The upper end.</param>
/// <param name="BuiltA">Where the port at A leads to; empty for nowhere.</param>
/// <param name="BuiltB">Where the port at B leads to.</param>
public sealed record DifferentLink(string CableId, string Fabric, DifferentEnd A, DifferentEnd B, string BuiltA, string BuiltB);

/// <summary>An end of such a link, and where to walk to.</summary>
/// <param name="Site">The site.</param>
/// <param name="Hall">The hall.</param>
/// <param name="Rack">The rack.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Device">The device.</param>
/// <param name="Port">The port; empty where it is not known.</param>
/// <param name="Label">What is printed on the cable there; empty for a link that is not planned.</param>
public sealed record DifferentEnd(string Site, string Hall, string Rack, string Unit, string Device, string Port, string Label)
{
    /// <summary>"A01 U05": where the device stands.</summary>
    public string Place => Rack.Length == 0 ? "" : Unit.Length == 0 ? Rack : $"{Rack} U{Unit}";
}
