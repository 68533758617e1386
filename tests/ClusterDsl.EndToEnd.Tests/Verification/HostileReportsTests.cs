using System.Text;
using ClusterDsl.Artifacts.Verification;

namespace ClusterDsl.EndToEnd.Tests;

/// <summary>Reports that break off, are something else, or are made to hurt: the file and the line are named, and what can be read is compared.</summary>
public sealed class HostileReportsTests : IDisposable
{
    static readonly Plan Tiny = Samples.Tiny() is var plan ? plan with { Fabrics = Seq.Of(plan.Fabrics[0] with { Protocol = "Ethernet", Into = "" }) } : null!;

    readonly TemporaryFolder _folder = new();
    readonly string _lldp;

    public HostileReportsTests() => _lldp = Hearing.Of(Tiny).Write(_folder["lldp"]);

    public void Dispose() => _folder.Dispose();

    string this[string device] => Path.Combine(_lldp, device + ".json");

    [Fact]
    public void A_report_that_breaks_off_is_compared_as_far_as_it_goes()
    {
        var lines = File.ReadAllLines(this["spine-1"]);
        File.WriteAllLines(this["spine-1"], lines[..(lines.Length / 2)]);
        var report = LldpReports.Read(_lldp);
        var fault = Assert.Single(report.Faults);
        Assert.Equal("spine-1.json", fault.At.File);
        Assert.InRange(fault.At.Line, lines.Length / 2, lines.Length / 2 + 1);
        // The leaves hear the spine: every link is told of by one end at least.
        Assert.Equal((14, 0), Counts(report));
    }

    [Fact]
    public void What_two_broken_reports_do_not_tell_is_not_verified()
    {
        foreach (var device in new[] { "spine-1", "leaf-2" }) File.WriteAllText(this[device], "{\n\"lldp\": {\n");
        var report = LldpReports.Read(_lldp);
        Assert.Equal([("leaf-2.json", 3), ("spine-1.json", 3)], report.Faults.Select(f => (f.At.File, f.At.Line)));
        Assert.Equal((12, 2), Counts(report));
    }

    [Theory]
    [InlineData("\u007fELF\0\0\0", 1)]
    [InlineData("", 1)]
    [InlineData("null", 1)]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", 1)]
    [InlineData("{\"lldp\": {\"interface\": [{\"x\": {\"via\": \"LLDP\", \"port\": {}}}]}}", 0)]
    [InlineData("{\"lldp\":\n{\"interface\": 5}}\n}", 3)]
    [InlineData("[{\"lldp\": {}}]", 1)]
    public void What_is_no_report_is_named_and_the_others_are_compared(string text, int line)
    {
        File.WriteAllText(this["dgx-01"], text);
        var report = LldpReports.Read(_lldp);
        Assert.Equal([("dgx-01.json", line)], report.Faults.Select(f => (f.At.File, f.At.Line)));
        Assert.Equal((14, 0), Counts(report));
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_are_named_with_their_line()
    {
        File.WriteAllBytes(this["dgx-01"], [.. "{\n\"lldp\": {\n\"interface\": \""u8, 0xff, 0xfe, .. "\"}}"u8]);
        Assert.Equal(("dgx-01.json", 3), Assert.Single(LldpReports.Read(_lldp).Faults) is var fault ? (fault.At.File, fault.At.Line) : default);
    }

    [Fact]
    public void A_device_that_reports_twice_is_told_and_one_that_is_not_planned_too()
    {
        File.Copy(this["leaf-1"], this["LEAF-1.example.com"]);
        File.WriteAllText(this["stranger"], "{\"lldp\": {}}");
        var compared = Comparison.Of(Tiny, LldpReports.Read(_lldp));
        Assert.Equal(
            [(VerificationRule.Input, "leaf-1.json"), (VerificationRule.Unexpected, "stranger.json")],
            compared.Differences.Select(d => (d.Finding.Rule, d.Finding.At.File)));
        Assert.Equal(14, compared.AsPlanned);
    }

    [Fact]
    public void A_folder_without_reports_is_no_network_as_planned()
    {
        var report = LldpReports.Read(Directory.CreateDirectory(_folder["empty"]).FullName);
        Assert.Single(report.Faults);
        Assert.Equal((0, 14), Counts(report));
    }

    [Fact]
    public void A_line_of_a_hundred_million_characters_is_passed_over_without_holding_it()
    {
        var table = Written.By(new CablingCsv(), Tiny);
        var split = table.IndexOf('\n') + 1;
        foreach (var read in new Func<Stream, BuiltNetwork>[] { input => CablingReport.Read("f", input), input => SubnetReport.Read("f", input) })
        {
            using var input = new Endless(Encoding.UTF8.GetBytes(table[..split]), 100_000_000, Encoding.UTF8.GetBytes("\n" + table[split..]));
            var before = GC.GetAllocatedBytesForCurrentThread();
            var report = read(input);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16 << 20);
            Assert.Contains(report.Faults, f => f.At.Line == 2);
        }
        using var again = new Endless(Encoding.UTF8.GetBytes(table[..split]), 100_000_000, Encoding.UTF8.GetBytes("\n" + table[split..]));
        Assert.Equal((14, 0), Counts(CablingReport.Read("f", again)));
    }

    [Theory]
    [InlineData("a_device,a_port\nx,y\n", 1)]
    [InlineData("", 1)]
    [InlineData("a_device,a_port,b_device,b_port\nx,y\n", 2)]
    [InlineData("a_device,a_port,b_device,b_port\n\"x,y,z,w\n", 2)]
    [InlineData("b_port,b_device,a_port,a_device,speed_gbps\n1/1,leaf-1,nic1p1,dgx-01,fast\n", 2)]
    public void A_table_that_is_none_is_named_with_its_line(string table, int line) =>
        Assert.Equal([("t.csv", line)], CablingReport.Read("t.csv", new MemoryStream(Encoding.UTF8.GetBytes(table))).Faults.Select(f => (f.At.File, f.At.Line)));

    [Fact]
    public void Cells_are_read_back_as_they_were_written()
    {
        string[] cells = ["=1+1", "a \"quoted\" one", "two\nlines", "", "'plain", ",", "é"];
        var rows = new MemoryStream();
        var row = string.Join(',', cells.Select(c => c.Length > 0 && c[0] == '=' ? $"\"'{c}\"" : $"\"{c.Replace("\"", "\"\"")}\""));
        rows.Write(Encoding.UTF8.GetBytes("a_device,a_port,b_device,b_port\n" + string.Join(',', row, row)));
        rows.Position = 0;
        var link = Assert.Single(CablingReport.Read("t", rows).Links);
        Assert.Equal([("=1+1", cells[1])], link.Near.Names);
        Assert.Equal("two\nlines ", link.Far.Text);
    }

    [Fact]
    public void A_subnet_that_breaks_off_or_is_noise_is_named_and_the_rest_is_read()
    {
        var text = "Switch\t4 \"S-1\"\t\t# \"MF0;leaf-1:MQM9700/U1\" enhanced port 0 lid 0 lmc 0\n[1]\t\"H-2\"[1](3)\t\t# \"dgx-01 nic1p1\" lid 0 4xNDR\n\0\0noise\n\n[2]\t\"H-9\n[1](2)\t\"S-1";
        var report = SubnetReport.Read("f", new MemoryStream(Encoding.UTF8.GetBytes(text)));
        Assert.Equal([3, 5, 6], report.Faults.Select(f => f.At.Line));
        var link = Assert.Single(report.Links);
        Assert.Contains(("leaf-1", "#1"), link.Near.Names);
        Assert.Contains(("dgx-01", "nic1p1"), link.Far.Names);
        Assert.Equal(400_000, link.Speed!.Mbps);
    }

    static (int, int) Counts(BuiltNetwork report) => Comparison.Of(Tiny, report) is var compared ? (compared.AsPlanned, compared.NotVerified) : default;

    /// <summary>A text with a run of one letter in it that is nowhere held.</summary>
    sealed class Endless(byte[] before, long run, byte[] after) : Stream
    {
        long _at;
        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = 0;
            for (; read < count && _at < before.Length + run + after.Length; read++, _at++)
                buffer[offset + read] = _at < before.Length ? before[_at] : _at < before.Length + run ? (byte)'x' : after[_at - before.Length - run];
            return read;
        }
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => _at; set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
