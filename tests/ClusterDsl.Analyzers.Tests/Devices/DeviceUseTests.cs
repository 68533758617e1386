using ClusterDsl.Plans;
using Microsoft.CodeAnalysis;

namespace ClusterDsl.Analyzers.Tests.Devices;

/// <summary>Definitions use hardware of files like that of the catalogue.</summary>
public class DeviceUseTests
{
    static string Pod(string nodes = "4") => $$"""
        [Cluster]
        public static partial class Pod
        {
            public static Cluster Define() => Cluster.Named("pod").Site("dc", s => s.Nodes("n", Nodes.DgxH100, {{nodes}})
                .Fabric("f", f => f.Ethernet(400.Gbps()).Connect("n").Leaves(Hardware.Sw1).Spines(Hardware.Sw1)));
            public static string Run() => PlanJson();
            static string PlanJson() => ClusterDsl.Plans.PlanJson.Write(Define().Plan);
        }
        """;

    [Fact]
    public void The_plan_that_is_embedded_is_the_one_of_the_running_program()
    {
        var output = new Described(Source.Compile(Pod()), ("SW-1.yaml", Described.Switch(64))).Output();
        Assert.Empty(Generating.Errors(output));
        var embedded = PlanJson.Read(Generating.Metadata(output)["ClusterDsl.Plan:pod"]);
        var real = (string)Source.Run(output, "Pod", "Run")!;
        Assert.Equal(PlanJson.Read(real), embedded);
        Assert.Contains(embedded.Models, m => m.Id == "SW-1");
    }

    [Fact]
    public async Task A_design_that_asks_too_much_of_it_is_underlined_in_the_definition()
    {
        var found = await new Described(Source.Compile(Pod("40")), ("SW-1.yaml", Described.Switch(4))).Found();
        Assert.Contains(found, f => f is { Id: "CDL1101", File: "Clusters.cs" });
        Assert.All(found, f => Assert.Equal("Clusters.cs", f.File));
    }

    [Fact]
    public void A_file_with_errors_fails_the_build_with_analyzers_off_too()
    {
        var output = new Described(Source.Compile(Pod()), ("SW-1.yaml", Described.Switch(64).Replace("u_height: 1", "u_height: tall"))).Output();
        Assert.Equal("CDL0011|SW-1.yaml|3|`u_height` must be a number from 0 to 60 U", Generating.Metadata(output)["ClusterDsl.Invalid:hardware"]);
    }

    [Fact]
    public void A_warning_does_not()
    {
        var output = new Described(Source.Compile(Pod()), ("SW-1.yaml", Described.Switch(64).Replace("maximum_draw: 900", "maximum_draw: 0"))).Output();
        Assert.Equal(["ClusterDsl.Plan:pod"], Generating.Metadata(output).Keys);
    }

    [Fact]
    public void Own_models_can_be_added_to_the_class()
    {
        var output = new Described(Source.Compile(Pod(), """
            namespace ClusterDsl { static partial class Hardware { public static string Run() => Sw1.Id + Mine.Id; static NodeModel Mine { get; } = new("MINE", 0); } }
            """), ("SW-1.yaml", Described.Switch(64))).Output();
        Assert.Equal("SW-1MINE", Source.Run(output, "ClusterDsl.Hardware", "Run"));
    }

    [Fact]
    public void Hovering_a_model_says_what_it_is()
    {
        var output = new Described(Source.Compile(), ("SW-1.yaml", Described.Switch(64))).Output();
        Assert.Contains("Acme SW-1: 64 × 400G (eth); 1 U, 900 W. From SW-1.yaml.",
            output.GetTypeByMetadataName("ClusterDsl.Hardware")!.GetMembers("Sw1").Single().GetDocumentationCommentXml());
    }

    [Fact]
    public async Task A_file_that_the_project_does_not_give_as_hardware_is_none_of_ours()
    {
        var project = new Described(Source.Compile(), ("ci.yaml", "jobs: ["));
        var unmarked = new Microsoft.CodeAnalysis.Diagnostics.AnalyzerOptions(project.Files);
        Assert.Empty(await Verify.All(Source.Compile(), unmarked));
    }
}
