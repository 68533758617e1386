namespace ClusterDsl.Planning;

/// <summary>The scale-up domain of a group of nodes.</summary>
/// <param name="Gpus">GPUs of one.</param>
/// <param name="PerGpuMbps">What each sends to the others, one way, in Mb/s; 0 where that is not known.</param>
/// <param name="IsPcie">Whether there is nothing but PCIe between them.</param>
/// <param name="Basis">What the figures are made of.</param>
sealed record DomainSize(int Gpus, int PerGpuMbps, bool IsPcie, string Basis)
{
    /// <summary>The domain of these nodes: the node, as its maker links its GPUs. Of models that the catalogue has not, nothing is known.</summary>
    public static DomainSize Of(GroupDraft nodes)
    {
        var model = nodes.Nodes!.Model;
        var (name, links, gigabytes, source) = Links(model.Id);
        return new(model.Gpus, links * gigabytes * 8_000, name.StartsWith("PCIe", StringComparison.Ordinal),
            links == 0 ? $"nothing is known of what links the GPUs of {model.Id}" : $"{model.Id}: {name}, {links} × {gigabytes} GB/s each way ({source})");
    }

    /// <summary>Generation, links of a GPU, GB/s of one, one way.</summary>
    static (string Name, int Links, int Gigabytes, string Source) Links(string model) => model switch
    {
        "DGX-2" or "HGX2-16GPU" => ("NVLink 2", 6, 25, "pcper.com on DGX-2; number of links recalled"),
        "DGX-A100" => ("NVLink 3", 12, 25, "NetBox device-type library DGX A100"),
        "DGX-H100" or "DGX-H200" or "HGX-H100-8U" => ("NVLink 4", 18, 25, "nvidia.com, NVLink"),
        "XE9680" => ("NVLink 4", 18, 25, "nvidia.com, NVLink; with H100 or H200"),
        "DGX-B200" or "DGX-B300" or "DGX-B300-XDR" or "XA-NB3I-E12" or "GB200-NVL72" or "GB300-NVL72" => ("NVLink 5", 18, 50, "nvidia.com, NVLink"),
        "AS-8125GS-TNMR2" => ("xGMI", 7, 64, "number of links read, bandwidth recalled"),
        "MI355X-8" => ("xGMI", 7, 76, "recalled"),
        "HLS-3" => ("RoCE on the board", 21, 25, "docs.habana.ai"),
        "L40S-8" => ("PCIe 4 x16", 1, 32, "recalled"),
        _ => ("", 0, 0, ""),
    };
}
