namespace ClusterDsl.EndToEnd.Tests;

/// <summary>A file of the NetBox device-type library in a project, from the drop to the cabling plan.</summary>
public class DeviceTests
{
    const string Definition = """
        using ClusterDsl;

        [Cluster]
        public static partial class Pod
        {
            public static Cluster Define() => Cluster.Named("pod").Site("dc", site => site
                .Hall("h1", hall => hall.Racks(rows: 1, perRow: 4).RackPower(44.Kilowatts()))
                .Nodes("dgx", Nodes.DgxH100, count: 4, nodes => nodes.PerRack(4))
                .Fabric("compute", fabric => fabric
                    .Ethernet(400.Gbps()).RoCEv2().NonBlocking().Connect("dgx")
                    .Leaves(Hardware.Sw32).Spines(Hardware.Sw32)));
        }
        """;

    static readonly string Device = $"""
        manufacturer: Acme
        model: SW-32
        u_height: 2
        power-ports:
          - name: PSU1
            maximum_draw: 1500
        interfaces:
        {string.Concat(Enumerable.Range(1, 32).Select(i => $"  - name: Ethernet{i}/1\n    type: 400gbase-x-qsfp112\n"))}
        """;

    [Fact]
    public void A_device_in_the_folder_is_planned_with_and_a_mistake_in_it_fails_the_build_at_its_line()
    {
        using var project = new Project();
        project.Define(Definition);
        Directory.CreateDirectory(project["devices"]);
        File.WriteAllText(project["devices", "SW-32.yaml"], Device);

        Assert.Contains("pod: 4 nodes, 32 GPUs · scale-up: 4 domains of 8 GPUs, NVLink 4 · compute: 2 leaves, 1 spine", project.Build());
        var cabling = File.ReadAllText(project["bin/Debug/net10.0/clusters/pod/cabling.csv"]);
        Assert.Contains(",Ethernet1/1,", cabling);
        Assert.Contains(",leaf,compute/leaf,SW-32,dc,h1,", File.ReadAllText(project["bin/Debug/net10.0/clusters/pod/devices.csv"]));

        // The overlay is as good a reason to build again as the source.
        File.WriteAllText(project["devices", "SW-32.overlay.yaml"], "ports:\n  - interfaces: Ethernet{c}/1\n    port_name: Eth{c}\n");
        project.Build("--no-restore");
        Assert.Contains(",Eth1,", File.ReadAllText(project["bin/Debug/net10.0/clusters/pod/cabling.csv"]));
        Assert.DoesNotContain("pod: 4 nodes", project.Build("--no-restore"));

        // With the model gone, C# has its say too.
        Assert.Matches(@"SW-32\.yaml\(3,1\): error CDL0010: this is not YAML", Broken("u_height 2", "-p:RunAnalyzers=true"));
        // Without analyzers it is the tool that says it.
        Assert.Contains("SW-32.yaml(3): error CDL0011: `u_height` must be a number from 0 to 60 U", Broken("u_height: tall", "-p:RunAnalyzers=false"));

        string Broken(string height, string option)
        {
            File.WriteAllText(project["devices", "SW-32.yaml"], Device.Replace("u_height: 2", height));
            var (code, output) = project.Run("build", "--no-restore", option);
            Assert.Equal(1, code);
            return output;
        }
    }

    [Fact]
    public void A_file_elsewhere_is_given_as_an_item_and_one_in_the_folder_can_be_taken_out()
    {
        using var project = new Project();
        project.Define(Definition);
        Directory.CreateDirectory(project["devices"]);
        Directory.CreateDirectory(project["shared"]);
        File.WriteAllText(project["devices", "notes.yaml"], "- not a device");
        File.WriteAllText(project["shared", "SW-32"], Device);
        File.WriteAllText(project["Directory.Build.targets"], """
            <Project>
              <ItemGroup>
                <ClusterDslDevice Remove="devices/notes.yaml" />
                <ClusterDslDevice Include="shared/SW-32" />
              </ItemGroup>
            </Project>
            """);

        Assert.Contains("pod: 4 nodes, 32 GPUs · scale-up: 4 domains of 8 GPUs, NVLink 4 · compute: 2 leaves, 1 spine", project.Build());
    }
}
