using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace ClusterDsl.EndToEnd.Tests;

public class PlanJsonTests
{
    [Fact]
    public void A_plan_read_back_is_equal_and_so_is_its_text()
    {
        var text = PlanJson.Write(Samples.Tiny());

        Assert.Equal(Samples.Tiny(), PlanJson.Read(text));
        Assert.Equal(text, PlanJson.Write(PlanJson.Read(text)));
    }

    [Theory]
    [InlineData("\"quoted\", <angled> & 'single' \\ back")]
    [InlineData("=HYPERLINK(\"x\")")]
    [InlineData("line\r\nbreak\ttab\0nul\u007f")]
    [InlineData("Zürich 東京 \U0001F5A7")]
    [InlineData("half a pair: \ud83d.")]
    [InlineData("")]
    public void Any_text_survives(string text)
    {
        var plan = Samples.Tiny(text) with { Assumptions = Seq.Of(text, text) };

        Assert.Equal(plan, PlanJson.Read(PlanJson.Write(plan)));
    }

    [Fact]
    public void Every_number_survives()
    {
        var plan = Rounds();

        Assert.Equal(plan, PlanJson.Read(PlanJson.Write(plan)));
        Assert.NotEqual(plan, Samples.Tiny());
    }

    /// <summary>Maps that go round, and numbers as large as they come.</summary>
    static Plan Rounds()
    {
        var (plan, bundle) = (Samples.Tiny(), Samples.Tiny().Bundles[0]);
        var turn = new Affine(21, Seq.Of(4_000_000, -7), new Turn(2, 7, int.MaxValue - 5, Seq.Of(0, 5)));
        var line = new Affine(1, Seq.Of(0, 0), new FieldSum(9, GaloisField.Of(9)!, Seq.Of(
            Seq.Of(new Factor(0, Seq.Of(1, 8, 0, 2)), new Factor(1, Seq<int>.Empty)), Seq.Of(new Factor(1, Seq<int>.Empty)))));
        return plan with
        {
            Models = plan.Models.Select(m => m with { PowerW = int.MaxValue, Gpus = int.MaxValue }).ToSeq(),
            Groups = plan.Groups.Select(g => g with { Count = 1 << 24, Placement = null }).ToSeq(),
            Fabrics = plan.Fabrics.Select(f => f with { Tiers = f.Tiers.Select(t => t with { Devices = t.Groups.Count << 24 }).ToSeq() }).ToSeq(),
            Bundles = Seq.Of(bundle with { A = bundle.A with { Device = turn }, B = bundle.B with { Device = line } }),
        };
    }

    [Theory]
    [InlineData("\"modulus\": 7", "\"modulus\": 0")]
    [InlineData("\"dimension\": 1", "\"dimension\": 2")]
    [InlineData("\"of\": [1, 8, 0, 2]", "\"of\": [1, 8, 0]")]
    [InlineData("\"of\": [1, 8, 0, 2]", "\"of\": [1, 9, 0, 2]")]
    [InlineData("\"polynomial\": [2, 1, 1]", "\"polynomial\": [1, 0, 1]")]
    [InlineData("\"prime\": 3", "\"prime\": 2147483647")]
    public void A_round_that_cannot_be_is_refused(string possible, string impossible)
    {
        var text = PlanJson.Write(Rounds());
        Assert.Contains(possible, text);
        Assert.Throws<FormatException>(() => PlanJson.Read(text.Replace(possible, impossible)));
    }

    [Fact]
    public async Task The_text_follows_the_published_schema()
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "plan.schema.json"));

        Assert.Empty(schema.Validate(PlanJson.Write(Samples.Tiny())));
        Assert.Empty(schema.Validate(PlanJson.Write(Rounds())));
        Assert.Empty(schema.Validate(PlanJson.Write(Led())));
        Assert.Empty(schema.Validate(PlanJson.Write(Chosen())));
        Assert.NotEmpty(schema.Validate(PlanJson.Write(Chosen()).Replace("\"scale-out\"", "\"scale-in\"")));
        Assert.NotEmpty(schema.Validate(PlanJson.Write(Samples.Tiny()).Replace("\"legs\"", "\"lges\"")));
    }

    [Fact]
    public void Installed_cabling_is_read_as_it_was_written()
    {
        Assert.Equal(Led(), PlanJson.Read(PlanJson.Write(Led())));
        // What is divided by is not 0, whoever wrote the file.
        foreach (var divisor in new[] { "connectors", "positions", "panels" })
            Assert.Throws<FormatException>(() => PlanJson.Read(System.Text.RegularExpressions.Regex.Replace(PlanJson.Write(Led()), $"\"{divisor}\": [0-9]+", $"\"{divisor}\": 0")));
    }

    [Fact]
    public void Layers_workloads_and_sites_are_read_as_they_were_written()
    {
        var text = PlanJson.Write(Chosen());
        Assert.Equal(Chosen(), PlanJson.Read(text));
        Assert.Equal(text, PlanJson.Write(PlanJson.Read(text)));
    }

    /// <summary>Three layers, one of them with room left; a job that says all, and one that says nothing; a path with channels left and a leased one.</summary>
    static Plan Chosen() => Samples.Tiny() with
    {
        Layers = Seq.Of(
            new LayerPlan("scale-up", 8, 3_600_000, 400, "links"),
            new LayerPlan("scale-out", 32, 400_000, 2_000, "cables") { Room = 64, Limits = "dc: 3 racks" },
            new LayerPlan("scale-across", 64, 1, int.MaxValue, "fibre")),
        Workloads = Seq.Of(
            new WorkloadPlan("all", 32, 1_500, 80, Seq.Of(
                new ExchangePlan("all-to-all", "expert", int.MaxValue, 4, Seq.Of(8, 4, 1), Seq.Of(new EstimatePlan("pairwise", 1), new EstimatePlan("Bruck", int.MaxValue))),
                new ExchangePlan("send", "pipeline", 1, 1, Seq.Of(1, 1, 2), Seq<EstimatePlan>.Empty)), Samples.Tiny().Groups[0].At) { IsLatencySensitive = true, Budget = "low" },
            new WorkloadPlan("nothing", 1, 1_000, 0, Seq<ExchangePlan>.Empty, Samples.Tiny().Groups[0].At)),
        Interconnects = Seq.Of(new InterconnectPlan("a-b", "a", "b", 1_200, 400, 600_000, Seq.Of(
            new PathPlan("north", "dark fibre", 62_000_000, 2, 400, 300_000) { Mode = "400ZR", Channels = 64, IsProtected = true, LossHundredthsDb = 958, ReceivedHundredthsDbm = -1_958, OsnrHundredthsDb = 3_000, MarginHundredthsDb = -1 },
            new PathPlan("south", "leased wavelength", 80_000_000, 1, 400, 390_000)), Samples.Tiny().Groups[0].At)),
    };

    /// <summary>The nodes led through panels at the end of their row, the switches of several trunks in a row.</summary>
    static Plan Led() => Samples.Tiny() with
    {
        Halls = Seq.Of(Samples.Tiny().Halls[0] with { PanelRacks = 1 }),
        Bundles = Samples.Tiny().Bundles.Select((bundle, i) => bundle with
        {
            Channel = new ChannelPlan(new TrunkPart("t", 24, 2, "MPO-12 APC", "B"), new PanelPart("p", 48, 1), 2 + i, 8, "opposed", "mpo", "mpo", 3000)
            { BetweenRows = i == 0, TrunksEach = i * 4 },
        }).ToSeq(),
    };

    [Theory]
    [InlineData("", "line 1, column 1")]
    [InlineData("{\"version\": 1,\n  \"name\" 3}", "line 2, column 10: ':' is expected")]
    [InlineData("{\"version\": 1}", "line 1, column 1: the member \"name\" is missing")]
    [InlineData("{\"version\": 1, \"version\": 1}", "column 16: the member \"version\" is there twice")]
    [InlineData("{\"version\": 2}", "column 13: version 2 of the plan format is unknown")]
    [InlineData("{\"version\": 1, \"name\": 5}", "column 24: a text is expected")]
    [InlineData("{\"version\": 1.5}", "column 13: a whole number")]
    [InlineData("{\"version\": \"\\x\"}", "column 14: this is no escape sequence")]
    [InlineData("{} x", "column 4: nothing more is expected")]
    [InlineData("{\"name\": \"abc", "column 14: the text does not end")]
    public void What_is_no_plan_is_refused_with_its_place(string json, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => PlanJson.Read(json)).Message);

    [Fact]
    public void A_text_nested_without_end_is_refused_and_not_a_stack_overflow() =>
        Assert.Contains("nested too deeply", Assert.Throws<FormatException>(() => PlanJson.Read(new string('[', 1_000_000))).Message);
}
