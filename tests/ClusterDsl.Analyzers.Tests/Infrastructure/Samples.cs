namespace ClusterDsl.Analyzers.Tests.Infrastructure;

/// <summary>Definitions that several tests start from.</summary>
internal static class Samples
{
    /// <summary>Four scalable units, as it would be published.</summary>
    public const string SuperPod = """
        namespace Acme;

        [Cluster]
        public static partial class SuperPod
        {
            const int Units = 4;

            public static Cluster Define() => Cluster.Named("superpod")
                .Site("dc1", site => site
                    .Hall("h1", hall => hall
                        .Racks(rows: 4, perRow: 12)
                        .Pitch(rack: 0.6.Metres(), row: 2.4.Metres())
                        .RackPower(44.Kilowatts()))
                    .Nodes("dgx", Nodes.DgxH100, count: 32 * Units - 1, nodes => nodes
                        .ScalableUnits(of: 32)
                        .PerRack(4))
                    .Fabric("compute", fabric => fabric
                        .InfiniBand(InfiniBand.Ndr)
                        .RailOptimized()
                        .Connect("dgx", Role.Compute)
                        .Leaves(Switches.Qm9700)
                        .Spines(Switches.Qm9700)
                        .NonBlocking()));
        }
        """;

    /// <summary>A network of servers alone, of which something is asked that only GPUs have.</summary>
    public const string NoGpus = """
        [Cluster]
        public static partial class Servers
        {
            public static Cluster Define() => Cluster.Named("servers")
                .Site("dc1", site => site
                    .Nodes("mgmt", Nodes.ManagementServer, count: 8)
                    .Fabric("inband", fabric => fabric
                        .Ethernet(100.Gbps())
                        .Connect("mgmt", Role.InBand)
                        .Leaves(Switches.Sn4600C)
                        .PerGpu(10.Gbps())
                        .Spines(Switches.Sn4600C, count: 2)));
        }
        """;

    /// <summary>A class with one definition of this body.</summary>
    public static string Define(string body, string more = "") => $$"""
        [Cluster]
        public static partial class Clusters
        {
            public static Cluster Define()
            {
                {{body}}
            }
            {{more}}
        }
        """;
}
