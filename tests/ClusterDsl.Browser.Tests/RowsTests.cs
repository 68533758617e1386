namespace ClusterDsl.Browser.Tests;

[Collection("Chromium")]
public sealed class RowsTests(Chromium chromium)
{
    const int OfEachBundle = 40;

    /// <summary>Splitters, planes, global links that go round, two sites, shelters along a line, panels and trunks, mesh, rails.</summary>
    [ChromiumTheory]
    [InlineData("DgxSuperPod", "superpod-whole")]
    [InlineData("DgxSuperPod", "superpod-16su")]
    [InlineData("DgxB200B300", "b300-ethernet-16su")]
    [InlineData("AlibabaHpn", "hpn-pod")]
    [InlineData("Leonardo", "leonardo")]
    [InlineData("Frontera", "frontera")]
    [InlineData("TwoSites", "two-campuses")]
    [InlineData("Federation", "federation")]
    [InlineData("StructuredHall", "structured-hall")]
    [InlineData("DeepSeek", "mpft")]
    [InlineData("Llama3", "llama3-24k")]
    [InlineData("ScheduledFabric", "scheduled-2k")]
    [InlineData("Nvl72Row", "nvl72-row")]
    [InlineData("OwnHardware", "lab")]
    public Task Rows_of_an_example_are_those_of_its_cabling_csv(string example, string cluster) => Compare(Shown.Example(example, cluster));

    [ChromiumFact]
    public Task Rows_over_a_finite_field_are_those_of_its_cabling_csv() => Compare(Cluster.Named("fly").Site("dc", site => site
        .Nodes("node", new NodeModel("NODE", 8, Shown.Ports("nic", 1)), 162)
        .Fabric("net", fabric => fabric.Ethernet(400.Gbps()).SlimFly(9).Routers(new EthernetSwitch("ROUTER", Shown.Ports("port", 20))).NonBlocking().Connect("node"))).Plan);

    [ChromiumTheory]
    [InlineData("{near.row}/{near.rack} U{near.u} {near.device} {near.port} > {far.site}.{far.hall}.{far.rack}")]
    [InlineData("{cable} of {fabric}: {a.device}{b.port} {near.u}")]
    public Task Labels_follow_the_template(string labels) => Compare(Shown.Example("DgxSuperPod", "superpod-whole") with { Labels = labels });

    [ChromiumFact]
    public async Task The_grid_shows_them_and_its_end_is_the_last_of_them()
    {
        await using var report = await chromium.Open(Shown.Million);
        await report.Grid.FocusAsync();
        await report.Page.Keyboard.PressAsync("Control+End");

        var last = (await report.Rows([Shown.Million.Links - 1]))[0];
        Assert.Equal(last[0], (await report.InView("cable_id"))[^1]);
        Assert.Equal(last[22], (await report.InView("b_label"))[^1]);
        Assert.Equal(Shown.Million.Links + 1, long.Parse((await report.Grid.GetAttributeAsync("aria-rowcount"))!));

        await report.Page.Keyboard.PressAsync("Control+Home");
        Assert.Equal((await report.Rows([0, 1])).Select(row => row[0]), (await report.InView("cable_id")).Take(2));
    }

    /// <summary>The first, the last and some by chance of every bundle.</summary>
    async Task Compare(Plan plan)
    {
        Assert.DoesNotContain(plan.Findings, finding => finding.Severity == Severity.Error);
        var chance = new Random(1);
        var (numbers, first) = (new SortedSet<long>(), 0L);
        foreach (var bundle in plan.Bundles.Where(b => b.Links > 0))
        {
            numbers.UnionWith([first, first + bundle.Links - 1, .. Enumerable.Range(0, OfEachBundle).Select(_ => first + chance.NextInt64(bundle.Links))]);
            first += bundle.Links;
        }
        await using var report = await chromium.Open(plan);

        var rows = await report.Rows(numbers);

        var expected = Shown.CablingCsv(plan).Where((_, row) => numbers.Contains(row)).ToList();
        Assert.Equal(numbers.Count, expected.Count);
        foreach (var (row, csv) in rows.Zip(expected)) Assert.Equal(csv, row);
        Assert.Equal(plan.Links, await report.Page.EvaluateAsync<long>("cabling.links"));
    }
}
