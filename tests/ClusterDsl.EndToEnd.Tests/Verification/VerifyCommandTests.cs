using ClusterDsl.Tool;
using static ClusterDsl.EndToEnd.Tests.DefiningAssembly;

namespace ClusterDsl.EndToEnd.Tests;

/// <summary>What <c>clusterdsl verify</c> says, writes and returns.</summary>
public sealed class VerifyCommandTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    string Assembly => Write(_folder["Definitions.dll"], Of(Samples.Tiny()));

    string Cabling(Func<string, string> change)
    {
        File.WriteAllText(_folder["built.csv"], change(Written.By(new CablingCsv(), Samples.Tiny())));
        return _folder["built.csv"];
    }

    [Fact]
    public void As_planned_is_a_line_and_no_failure() =>
        Assert.Equal((0, "tiny: 14 of 14 links as planned\n", ""), Run("verify", Assembly, "--csv", Cabling(t => t)));

    [Fact]
    public void Differences_are_lines_a_table_and_a_log()
    {
        var built = Cabling(t => t.Replace(",leaf-1,1/1,", ",leaf-1,9/9,").Replace(",leaf-1,1/2,", ",leaf-1,1/1,").Replace(",leaf-1,9/9,", ",leaf-1,1/2,"));
        var run = Run("verify", Assembly, "--csv", built, "--table", _folder["t.csv"], "--sarif", _folder["t.sarif"]);
        Assert.Equal(1, run.Code);
        Assert.StartsWith("Tiny.cs(7): error CDL9204: dgx-01 nic1p1 (A01 U1) leads to leaf-1 1/2 and dgx-02 nic1p1 (A01 U3) to leaf-1 1/1: they are swapped. Exchange the plugs in 1/1 and 1/2 of leaf-1 (A03 U5)", run.Output);
        Assert.EndsWith("\ntiny: 12 of 14 links as planned, 1 swapped\n", run.Output);
        var table = File.ReadAllLines(_folder["t.csv"]);
        Assert.Equal(3, table.Length);
        Assert.StartsWith("1,CDL9204,dgx-01:nic1p1,compute,dc1,h1,A01,1,dgx-01,nic1p1,A01.U01:nic1p1/A03.U05:1/1,leaf-1 1/2,dc1,h1,A03,5,leaf-1,1/1,A03.U05:1/1/A01.U01:nic1p1,dgx-02 nic1p1,Tiny.cs,7,", table[1]);
        var log = File.ReadAllText(_folder["t.sarif"]);
        Assert.Contains("\"id\": \"CDL9204\",\n            \"name\": \"Swapped\"", log.ReplaceLineEndings("\n").Replace("              \"name\"", "            \"name\""));
        Assert.Contains("\"startLine\": 7", log);
    }

    [Fact]
    public void Bad_input_is_named_and_fails_with_everything_else_compared()
    {
        var run = Run("verify", Assembly, "--csv", Cabling(t => t + "only,two\n"));
        Assert.Equal(2, run.Code);
        Assert.StartsWith("built.csv(16): error CDL9200: ", run.Output);
        Assert.EndsWith("\ntiny: 14 of 14 links as planned\n", run.Output);
    }

    [Fact]
    public void What_cannot_be_asked_is_said_in_one_line()
    {
        var two = Write(_folder["two.dll"], Of(Samples.Tiny("one")), Of(Samples.Tiny("two")));
        var built = Cabling(t => t);
        Fails("choose one with --cluster: one, two", "verify", two, "--csv", built);
        Fails("\"three\" is no cluster of it; there are one, two", "verify", two, "--csv", built, "--cluster", "three");
        Fails("\"storage\" is no fabric of one; there are compute", "verify", two, "--csv", built, "--cluster", "one", "--fabric", "storage");
        Fails("with one of --lldp, --ibnetdiscover and --csv", "verify", Assembly);
        Fails("with one of --lldp, --ibnetdiscover and --csv", "verify", Assembly, "--csv", built, "--lldp", _folder.Path);
        Fails("there is no such file or folder; name what can be read with --lldp", "verify", Assembly, "--lldp", _folder["nowhere"]);
        Fails("there is no such file or folder; name what can be read with --ibnetdiscover", "verify", Assembly, "--ibnetdiscover", _folder["nowhere"]);
        Fails("it is a folder; name what can be read with --csv", "verify", Assembly, "--csv", _folder.Path);
        Assert.Equal(0, Run("verify", two, "--csv", built, "--cluster", "two").Code);

        void Fails(string message, params string[] arguments)
        {
            var run = Run(arguments);
            Assert.Equal(2, run.Code);
            Assert.Contains(message, run.Error);
            Assert.Equal(1, run.Error.Count(c => c == '\n'));
        }
    }

    static (int Code, string Output, string Error) Run(params string[] arguments)
    {
        StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        var code = Cli.Run(arguments, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
