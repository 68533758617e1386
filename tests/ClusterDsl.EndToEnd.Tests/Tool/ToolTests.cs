using ClusterDsl.Tool;
using VerifyXunit;
using static ClusterDsl.EndToEnd.Tests.DefiningAssembly;

namespace ClusterDsl.EndToEnd.Tests;

public sealed class ToolTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    string Assembly => _folder["Definitions.dll"];

    string Out => _folder["out"];

    [Fact]
    public void Emit_writes_each_cluster_and_says_so_in_a_line()
    {
        Write(Assembly, ("Other", "value"), Of(Samples.Tiny("one")), Of(Samples.Tiny("two")));

        var run = Run("emit", Assembly, "-o", Out);

        Assert.Equal(0, run.Code);
        Assert.Equal(
            $"""
            one: 4 nodes, 32 GPUs · compute: 2 leaves, 1 spine, 3:1, 13 cables · 3 racks · 1 finding, 1 waiver -> {_folder["out", "one"]}
            two: 4 nodes, 32 GPUs · compute: 2 leaves, 1 spine, 3:1, 13 cables · 3 racks · 1 finding, 1 waiver -> {_folder["out", "two"]}

            """, run.Output);
        foreach (var name in new[] { "one", "two" })
            Assert.Equal(Written.By(new CablingCsv(), Samples.Tiny(name)), File.ReadAllText(_folder["out", name, "cabling.csv"]));
    }

    [Theory]
    [InlineData("cabling,bom", "out/tiny/bom.csv out/tiny/cabling.csv")]
    [InlineData("Plan", "out/tiny/plan.json")]
    [InlineData("devices;findings", "out/tiny/devices.csv out/tiny/findings.sarif")]
    public void Emit_writes_the_formats_asked_for(string formats, string files)
    {
        Run("emit", Write(Assembly, Of(Samples.Tiny())), "-o", Out, "--format", formats);

        Assert.Equal(files, string.Join(' ', _folder.Files.Where(file => file.StartsWith("out/"))));
    }

    [Fact]
    public void Without_being_told_where_emit_writes_beside_the_assembly()
    {
        Run("emit", Write(Assembly, Of(Samples.Tiny())), "--format", "plan");

        Assert.Contains("clusters/tiny/plan.json", _folder.Files);
    }

    [Fact]
    public void An_invalid_cluster_fails_with_its_errors_and_its_old_files_stay()
    {
        Run("emit", Write(Assembly, Of(Samples.Tiny("broken"))), "-o", Out, "--manifest", _folder["m"], "--format", "plan");
        Write(Assembly, Of(Samples.Tiny("sound")), Invalid("Acme.SuperPod.Define", "CDL2001|src/Super Pod.cs|31|leaf: 2:1 | use 16", "CDL1001|A.cs|2|x"));

        var run = Run("emit", Assembly, "-o", Out, "--manifest", _folder["m"], "--format", "plan");

        Assert.Equal(1, run.Code);
        Assert.StartsWith("src/Super Pod.cs(31): error CDL2001: leaf: 2:1 | use 16\nA.cs(2): error CDL1001: x\nsound: ", run.Output);
        Assert.Equal(["out/broken/plan.json", "out/sound/plan.json"], _folder.Files.Where(f => f.StartsWith("out/")));
        Assert.Equal(["broken/plan.json", "sound/plan.json"], File.ReadAllLines(_folder["m"]));
        Assert.True(File.GetLastWriteTimeUtc(_folder["m"]) < File.GetLastWriteTimeUtc(Assembly), "the manifest must not look up to date");
    }

    [Fact]
    public void What_the_manifest_lists_and_is_written_no_more_goes_but_nothing_outside_the_folder()
    {
        File.WriteAllText(_folder["precious"], "");
        Run("emit", Write(Assembly, Of(Samples.Tiny("old"))), "-o", Out, "--manifest", _folder["m"]);
        File.AppendAllLines(_folder["m"], ["../precious", _folder["precious"], "never/there"]);

        Run("emit", Write(Assembly, Of(Samples.Tiny("new"))), "-o", Out, "--manifest", _folder["m"], "--format", "bom");

        Assert.Equal(["Definitions.dll", "m", "out/new/bom.csv", "precious"], _folder.Files);
        Assert.False(Directory.Exists(_folder["out", "old"]));
    }

    [Theory]
    [InlineData("emit")]
    [InlineData("check")]
    [InlineData("show")]
    public void An_assembly_without_clusters_is_no_error_and_said_to_be_one(string command)
    {
        var run = Run(command, Write(Assembly));

        Assert.Equal((0, $"{Assembly}: defines no clusters; a class that defines some is marked [Cluster]\n"), (run.Code, run.Output));
    }

    [Fact]
    public void A_build_of_an_assembly_without_clusters_hears_nothing_and_gets_no_folder()
    {
        var run = Run("emit", Write(Assembly), "-o", Out, "--manifest", _folder["m"]);

        Assert.Equal((0, "", ""), run);
        Assert.Equal("", File.ReadAllText(_folder["m"]));
        Assert.False(Directory.Exists(Out));
    }

    [Fact]
    public void What_cannot_be_read_is_said_in_one_line()
    {
        File.WriteAllText(_folder["text.dll"], "not an assembly");
        var broken = Write(_folder["broken.dll"], ("ClusterDsl.Plan:x", "{\"version\": 9}"));
        var twice = Write(_folder["twice.dll"], Of(Samples.Tiny("a")), Of(Samples.Tiny("A")));
        var outside = Write(_folder["outside.dll"], Of(Samples.Tiny("../out")));

        Fails("nowhere.dll: there is no such file or folder; name the .dll that a build of the project makes", "emit", _folder["nowhere.dll"]);
        Fails("the path is empty; name the .dll", "check", "");
        Fails("is no .NET assembly; name the .dll", "show", _folder["text.dll"]);
        Fails(": it is a folder; name the .dll", "show", _folder.Path);
        Fails("the plan of \"x\" cannot be read: plan, line 1, column 13: version 9", "check", broken);
        Fails("two clusters named \"a\"", "emit", twice);
        Fails("cannot name a folder", "emit", outside);
        Fails("the path is empty; name a folder that can be written to with --output", "emit", Write(Assembly, Of(Samples.Tiny())), "-o", "");
        Fails("text.dll: it is a file; name a folder that can be written to with --output", "emit", Assembly, "-o", _folder["text.dll"]);
        Fails("; name a folder that can be written to with --output", "emit", Assembly, "-o", Path.Combine(Assembly, "under", "a", "file"));
        Fails("the path is empty; name another file with --sarif", "check", Assembly, "--sarif", "");
        Fails(": there is no such file or folder; name another file with --sarif", "check", Assembly, "--sarif", _folder["nowhere", "log.sarif"]);
        Fails("\"parchment\" is no format; there are cabling, ", "emit", Write(Assembly, Of(Samples.Tiny())), "--format", "parchment");
        Fails("\"netbx\" is no format; did you mean \"netbox\"? There are cabling, ", "emit", Assembly, "--format", "cabling,netbx");

        void Fails(string message, params string[] arguments)
        {
            var run = Run(arguments);
            Assert.Equal(2, run.Code);
            Assert.StartsWith("clusterdsl : error: ", run.Error);
            Assert.Contains(message, run.Error);
            Assert.Equal(1, run.Error.Count(c => c == '\n'));
        }
    }

    [Fact]
    public void Check_prints_findings_and_waivers_and_writes_them_as_SARIF()
    {
        Write(Assembly, Of(Samples.Tiny()), Invalid("A.B", "CDL1001|A.cs|2|x"));

        var run = Run("check", Assembly, "--sarif", _folder["log.sarif"]);

        Assert.Equal(1, run.Code);
        Assert.Equal(
            """
            A.cs(2): error CDL1001: x
            Tiny.cs(12): info CDL8001: One spine is no "spare".
            Tiny.cs(12): waived CDL1010: The spine tier has one device. (a lab)
            1 sound cluster, 1 error, 0 warnings, 1 note, 1 waiver

            """, run.Output);
        Assert.Contains("\"level\": \"error\"", File.ReadAllText(_folder["log.sarif"]));
        Assert.Equal(0, Run("check", Write(Assembly, Of(Samples.Tiny()))).Code);
    }

    [Fact]
    public Task Show_is_plain_text_when_it_is_not_read_from_a_terminal() =>
        Verifier.Verify(Run("show", Write(Assembly, Of(Samples.Tiny()))).Output);

    [Fact]
    public void A_wrong_command_line_is_no_success() => Assert.Equal(2, Run("emti").Code);

    static (int Code, string Output, string Error) Run(params string[] arguments)
    {
        StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        var code = Cli.Run(arguments, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
