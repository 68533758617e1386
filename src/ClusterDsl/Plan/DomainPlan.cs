namespace ClusterDsl.Plans;

/// <summary>
/// The scale-up domains of a node group, all alike: domain d holds the GPUs from d × <paramref name="GpusPerDomain"/> of the group,
/// counted through its nodes. Its links come with the product and are cabled by nobody. Bandwidths are one way.
/// </summary>
/// <param name="Group">The node group.</param>
/// <param name="Kind">"switched", "mesh" or "pcie".</param>
/// <param name="Link">The generation: "NVLink 5".</param>
/// <param name="GpusPerDomain">GPUs of one domain.</param>
/// <param name="Domains">Whole domains of the group.</param>
/// <param name="SwitchChips">Switch chips of one domain; 0 for a mesh.</param>
/// <param name="LinksPerGpu">Links of a GPU.</param>
/// <param name="LinkMbps">What one carries, Mb/s.</param>
/// <param name="Links">The links of one domain.</param>
public sealed record DomainPlan(
    string Group, string Kind, string Link, int GpusPerDomain, int Domains, int SwitchChips, int LinksPerGpu, int LinkMbps, Seq<DomainLinks> Links)
{
    /// <summary>Nodes that one domain joins; 1 where a node is a domain, or holds several.</summary>
    public int NodesPerDomain { get; init; } = 1;

    /// <summary>The least bandwidth between two halves of a domain, Gb/s; null where that is not known.</summary>
    public int? BisectionGbps { get; init; }

    /// <summary>Which adapter and rail belongs to which GPU of a node; null where nobody says.</summary>
    public AffinityPlan? Affinity { get; init; }

    /// <summary>What a GPU sends to the others of its domain, Mb/s.</summary>
    public long PerGpuMbps => (long)LinksPerGpu * LinkMbps;

    /// <summary>The same in Gb/s.</summary>
    public double PerGpuGbps => PerGpuMbps / 1000.0;

    /// <summary>Links of one domain.</summary>
    public long LinksPerDomain => Links.Sum(l => l.Count);

    /// <summary>Links of all domains of the group.</summary>
    public long AllLinks => Domains * LinksPerDomain;
}

/// <summary>Regular links of one domain in closed form, as the bundles of cables are.</summary>
/// <param name="Extents">The box of indices.</param>
/// <param name="A">One end, always a GPU or, between boards, a chip.</param>
/// <param name="B">The other.</param>
public sealed record DomainLinks(Seq<int> Extents, DomainEnd A, DomainEnd B)
{
    /// <summary>How many links it holds.</summary>
    public long Count => Extents.Aggregate(1L, (product, extent) => product * extent);

    /// <summary>Link <paramref name="k"/>, computed.</summary>
    public Link LinkAt(long k)
    {
        var index = new int[Extents.Count];
        for (var d = index.Length - 1; d >= 0; d--)
        {
            index[d] = (int)(k % Extents[d]);
            k /= Extents[d];
        }
        return new Link(A.Device.At(index), A.Port.At(index), B.Device.At(index), B.Port.At(index));
    }
}

/// <summary>One end of the links of a domain.</summary>
/// <param name="Of">"gpu" or "chip".</param>
/// <param name="Device">From the index to the GPU or chip of the domain.</param>
/// <param name="Port">From the index to its port.</param>
public sealed record DomainEnd(string Of, Affine Device, Affine Port);

/// <summary>Inside one node: what hangs at which PCI Express switch, and which adapter and rail is nearest to which GPU. All are counted from 0.</summary>
/// <param name="Link">What GPUs and adapters are connected by: "PCIe 5.0 x16".</param>
/// <param name="Switches">PCI Express switches of a node.</param>
/// <param name="GpuSwitches">The switch of each GPU.</param>
/// <param name="NicSwitches">The switch of each compute adapter.</param>
/// <param name="GpuNics">The adapter of each GPU; -1 where none is at its switch.</param>
/// <param name="NicRails">The rail that each adapter serves; empty where no fabric has rails.</param>
public sealed record AffinityPlan(
    string Link, int Switches, Seq<int> GpuSwitches, Seq<int> NicSwitches, Seq<int> GpuNics, Seq<int> NicRails);
