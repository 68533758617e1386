namespace ClusterDsl.Plans;

/// <summary>
/// Regular cables in closed form: a box of indices, and for each end a map from the index to the device and its port.
/// </summary>
/// <param name="Id">Unique in the plan.</param>
/// <param name="Fabric">The network it belongs to.</param>
/// <param name="Extents">The box. The last dimension runs fastest; it is the leg where the cable is a splitter.</param>
/// <param name="A">The lower end: the node of a node-to-leaf link, the leaf of an uplink.</param>
/// <param name="B">The upper end.</param>
/// <param name="SpeedGbps">The speed of one link, Gb/s.</param>
/// <param name="Legs">Links that share one assembly: 1 for a straight cable, n for a 1:n splitter.</param>
/// <param name="TrunkAtB">For a splitter: whether the single plug is at the upper end.</param>
/// <param name="Cable">The part number of the cable's family.</param>
/// <param name="Medium">DAC, ACC, AEC, AOC, MMF, SMF or copper.</param>
/// <param name="At">Where it was declared.</param>
public sealed record Bundle(
    string Id, string Fabric, Seq<int> Extents, BundleEnd A, BundleEnd B, int SpeedGbps, int Legs, bool TrunkAtB,
    string Cable, string Medium, Origin At)
{
    /// <summary>How long a cable outside halls is, in millimetres; 0 for one along the trays.</summary>
    public int OutsideMm { get; init; }

    /// <summary>The installed cabling that its links take; null where a cable leads from end to end.</summary>
    public ChannelPlan? Channel { get; init; }

    /// <summary>How many links it holds.</summary>
    public long Links => Extents.Aggregate(1L, (product, extent) => product * extent);

    /// <summary>How many cables it holds.</summary>
    public long Assemblies => Links / Legs;

    /// <summary>Link <paramref name="k"/>, computed.</summary>
    public Link LinkAt(long k)
    {
        var index = IndexAt(k);
        return new Link(A.Device.At(index), A.Port.At(index), B.Device.At(index), B.Port.At(index));
    }

    /// <summary>Where link <paramref name="k"/> is in the box.</summary>
    public int[] IndexAt(long k)
    {
        var index = new int[Extents.Count];
        for (var d = index.Length - 1; d >= 0; d--)
        {
            index[d] = (int)(k % Extents[d]);
            k /= Extents[d];
        }
        return index;
    }
}

/// <summary>One end of a bundle.</summary>
/// <param name="Group">The device group.</param>
/// <param name="Bank">The bank of cages of its model.</param>
/// <param name="Device">From the index to the device.</param>
/// <param name="Port">From the index to the port, counted over the bank at this split.</param>
/// <param name="Split">Ports per cage.</param>
/// <param name="Optic">The transceiver in the cage; empty where the cable ends in its own plug.</param>
public sealed record BundleEnd(string Group, string Bank, Affine Device, Affine Port, int Split, string Optic);

/// <summary>One logical link.</summary>
/// <param name="DeviceA">The device at the lower end.</param>
/// <param name="PortA">Its port.</param>
/// <param name="DeviceB">The device at the upper end.</param>
/// <param name="PortB">Its port.</param>
public readonly record struct Link(int DeviceA, int PortA, int DeviceB, int PortB);
