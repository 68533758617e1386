namespace ClusterDsl;

/// <summary>How long a message takes through what is on its way, in nanoseconds, and where the figure was read.</summary>
static class Latencies
{
    /// <summary>Light in glass of a refractive index of 1.468: 4.9 ns a metre, 4.9 µs a kilometre.</summary>
    public const double NsPerMetre = 4.9;

    /// <summary>An adapter sends or receives: the middle of 0.3 to 0.8 µs (kentino.com on RDMA).</summary>
    public const int AdapterNs = 550;

    /// <summary>KP4 error correction of a link: the middle of 50 to 150 ns, recalled.</summary>
    public const int FecNs = 100;

    /// <summary>From GPU to GPU over NVLink and the like, and over PCIe, small messages: what NCCL takes a step of its rings for (NVIDIA/nccl, src/graph/tuning.cc of 2.5).</summary>
    public const int NvlinkNs = 400, PcieNs = 1_000;

    /// <summary>Through a box of a scheduled fabric: a third of 3 to 6 µs over three of them.</summary>
    public static (int Ns, string Source) Scheduled { get; } = (1_500, "a third of 3 to 6 µs over three boxes, recalled");

    /// <summary>Through a switch, and what is to be said of the figure.</summary>
    public static (int Ns, string Source) Switch(string protocol, int speedGbps) =>
        protocol == "InfiniBand" ? speedGbps switch
        {
            <= 200 => (130, "NVIDIA on HDR"),
            <= 400 => (200, "NDR, where resellers print 150 to 400 ns"),
            _ => (100, "XDR, quoted"),
        }
        : (500, "cut-through Ethernet, the middle of 400 to 600 ns");
}
