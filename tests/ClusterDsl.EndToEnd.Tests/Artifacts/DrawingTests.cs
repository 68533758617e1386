using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using VerifyXunit;

namespace ClusterDsl.EndToEnd.Tests;

/// <summary>What the drawings show is what the plan holds, however large it is and whatever things are called.</summary>
public class DrawingTests
{
    static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string> Clusters => [.. Built.Clusters];

    [Fact]
    public Task A_small_cluster_is_drawn_link_by_link() => Verifier.Verify(Shapes(new TopologySvg()));

    [Fact]
    public Task A_small_hall_is_drawn_rack_by_rack() => Verifier.Verify(Shapes(new FloorSvg()));

    [Theory]
    [MemberData(nameof(Clusters))]
    public void Every_group_is_drawn_and_every_number_of_links_told(string cluster)
    {
        var plan = Built.Of(cluster).Plan;
        var titles = Drawn(new TopologySvg(), plan).Descendants(Svg + "title").Select(t => t.Value).ToList();

        foreach (var group in plan.Groups.Where(g => g.Count > 0))
            Assert.Contains(titles, title => title.Contains(string.Create(CultureInfo.InvariantCulture, $"{group.Count:N0} × {group.Model}")));
        foreach (var links in plan.Bundles.GroupBy(b => (b.Fabric, Ends: string.Join('|', new[] { b.A.Group, b.B.Group }.Order(StringComparer.Ordinal)), b.SpeedGbps)))
        {
            var isLine = plan.Interconnects.Any(i => i.Name == links.Key.Fabric);
            Assert.All(isLine ? links.Select(b => b.Links) : [links.Sum(b => b.Links)],
                count => Assert.Contains(titles, title => title.Contains(string.Create(CultureInfo.InvariantCulture, $"{count:N0} × {links.Key.SpeedGbps}G"))));
        }
    }

    [Theory]
    [MemberData(nameof(Clusters))]
    public void Every_rack_in_use_is_drawn_or_counted(string cluster)
    {
        var built = Built.Of(cluster);
        var used = built.Devices.Select(d => (Hall: $"{d["site"]} / {d["hall"]}", Rack: d["rack"])).Where(d => d.Rack.Length > 0)
            .Concat(built.Devices.Where(d => d["role"] == "panel").Select(d => (Hall: $"{d["site"]} / {d["hall"]}", Rack: d["rack"]))).Distinct().ToLookup(d => d.Hall);
        foreach (var hall in Drawn(new FloorSvg(), built.Plan).Root!.Elements(Svg + "g"))
        {
            var texts = hall.Descendants(Svg + "text").Select(t => t.Value).ToList();
            var legend = texts.Select(t => Regex.Match(t, @"^(.+) \(([\d,]+)\)$")).Where(m => m.Success && m.Groups[1].Value != "free").Sum(m => Number(m.Groups[2].Value));
            var frames = built.Plan.Halls.Single(h => $"{h.Site} / {h.Name}" == texts[0]).PanelRacks;
            Assert.InRange(legend, used[texts[0]].Count(), used[texts[0]].Count() + frames * built.Plan.Halls.Max(h => h.Rows));
        }
    }

    /// <summary>The numbers over the trays are those that one gets by laying every cable by hand.</summary>
    [Theory]
    [InlineData("DgxSuperPod/superpod-4su")]
    [InlineData("DgxSuperPod/superpod-whole")]
    [InlineData("SixteenGpus/dgx2-1k")]
    public void As_many_cables_lie_on_each_stretch_as_lead_over_it(string cluster)
    {
        var plan = Built.Of(cluster).Plan;
        var hall = Assert.Single(plan.Halls);
        var (along, across) = (new Dictionary<(int Row, int Place), int>(), new Dictionary<int, int>());
        foreach (var bundle in plan.Bundles.Where(b => plan.Route(b) is not null))
            for (var k = 0L; k < bundle.Links; k++)
            {
                var link = bundle.LinkAt(k);
                var (a, b) = (plan.Group(bundle.A.Group).Placement!.Rack(link.DeviceA), plan.Group(bundle.B.Group).Placement!.Rack(link.DeviceB));
                var (row, places) = (a / hall.PerRow, new[] { a % hall.PerRow, b % hall.PerRow });
                for (var place = places.Min(); place < places.Max(); place++) along[(row, place)] = along.GetValueOrDefault((row, place)) + 1;
                for (var r = Math.Min(row, b / hall.PerRow); r < Math.Max(row, b / hall.PerRow); r++) across[r] = across.GetValueOrDefault(r) + 1;
            }

        var (drawn, crossing) = (new Dictionary<(int, int), int>(), new Dictionary<int, int>());
        foreach (var title in Drawn(new FloorSvg(), plan).Descendants(Svg + "title").Select(t => t.Value))
            if (Regex.Match(title, @"^([\d,]+) cables? over ([A-Z])(\d+) to \2(\d+)$") is { Success: true } stretch)
                for (var place = int.Parse(stretch.Groups[3].Value) - 1; place < int.Parse(stretch.Groups[4].Value) - 1; place++) drawn.Add((stretch.Groups[2].Value[0] - 'A', place), Number(stretch.Groups[1].Value));
            else if (Regex.Match(title, @"^([\d,]+) cables? between rows (\d+) and") is { Success: true } rows) crossing.Add(int.Parse(rows.Groups[2].Value) - 1, Number(rows.Groups[1].Value));
        Assert.Equal(along.OrderBy(s => s.Key), drawn.OrderBy(s => s.Key));
        Assert.Equal(across.OrderBy(s => s.Key), crossing.OrderBy(s => s.Key));
        Assert.NotEmpty(across);
    }

    [Theory]
    [InlineData("DgxSuperPod/superpod-4su")]
    [InlineData("AlibabaHpn/hpn-segment")]
    public void The_longest_way_is_the_longest_of_all(string cluster)
    {
        var plan = Built.Of(cluster).Plan;
        var longest = plan.Bundles.Max(bundle => Enumerable.Range(0, (int)bundle.Links).Max(k =>
            plan.Route(bundle)!.LengthMm(plan.Group(bundle.A.Group).Placement!.Rack(bundle.LinkAt(k).DeviceA), plan.Group(bundle.B.Group).Placement!.Rack(bundle.LinkAt(k).DeviceB))));
        Assert.Contains(Drawn(new FloorSvg(), plan).Descendants(Svg + "title"), t => t.Value.StartsWith("the longest way", StringComparison.Ordinal)
            && t.Value.EndsWith(string.Create(CultureInfo.InvariantCulture, $", {longest / 1000m:0.##} m"), StringComparison.Ordinal));
    }

    [Fact]
    public void A_million_GPUs_have_hardly_more_shapes_than_a_thousand()
    {
        var (thousand, million) = (Pod(128), Pod(131_072));
        Assert.Equal((1_024, 1_048_576), (thousand.Gpus, million.Gpus));
        foreach (var (artifact, most) in new (Artifact, int)[] { (new TopologySvg(), 500), (new FloorSvg(), 3_500) })
        {
            Assert.InRange(Shapes(thousand), 20, most);
            Assert.InRange(Shapes(million), 20, most);
            Assert.InRange(Written.By(artifact, million).Length, 1, 1 << 20);

            int Shapes(Plan plan) => Drawn(artifact, plan).Descendants().Count(e => e.Name.LocalName is "rect" or "path" or "text");
        }

        static Plan Pod(int nodes)
        {
            var large = new EthernetSwitch("SWITCH", new Ports("port", 256, Cage.Qsfp112, 400.Gbps())) { Power = 1.Kilowatts() };
            var plan = Cluster.Named("pod").Site("dc", site => site.Nodes("gpu", Nodes.HgxH100, nodes)
                .Fabric("backend", f =>
                {
                    var tiers = f.Ethernet(400.Gbps()).RoCEv2().NonBlocking().Connect("gpu").Leaves(large).Spines(large);
                    if (nodes > 4_096) tiers.Cores(large);
                })).Plan;
            Assert.Equal(nodes > 4_096 ? 3 : 2, Assert.Single(plan.Fabrics).Tiers.Count);
            return plan;
        }
    }

    [Theory]
    [InlineData("</text><script>alert(1)</script>")]
    [InlineData("<!--")]
    [InlineData("]]>&amp;\" onload=\"x")]
    [InlineData("a\u0000b\u001Bc\uFFFF")]
    [InlineData("\uD83D")]
    public void A_name_is_a_text_whatever_it_says(string name)
    {
        var plan = Samples.Tiny(name);
        plan = plan with
        {
            Halls = Seq.Of(plan.Halls[0] with { Site = name, Name = name }),
            Models = plan.Models.Select(m => m with { Id = name + m.Id }).ToSeq(),
            Groups = plan.Groups.Select(g => g with
            {
                Id = name + g.Id, Model = name + g.Model, Name = Samples.Numbered(name, 1),
                Placement = g.Placement is null ? null : g.Placement with { Site = name, Hall = name },
            }).ToSeq(),
            Fabrics = Seq.Of(plan.Fabrics[0] with { Name = name, Tiers = plan.Fabrics[0].Tiers.Select(t => t with { Groups = t.Groups.Select(g => name + g).ToSeq() }).ToSeq() }),
            Bundles = plan.Bundles.Select(b => b with { Fabric = name, A = b.A with { Group = name + b.A.Group }, B = b.B with { Group = name + b.B.Group } }).ToSeq(),
        };
        foreach (var artifact in new Artifact[] { new TopologySvg(), new FloorSvg() })
        {
            var drawing = Drawn(artifact, plan);
            Assert.Empty(drawing.Descendants().Select(e => e.Name.LocalName).Except(["svg", "title", "desc", "style", "g", "rect", "path", "text"]));
            Assert.Empty(drawing.Descendants().Attributes().Select(a => a.Name.LocalName)
                .Except(["xmlns", "id", "viewBox", "width", "height", "role", "aria-labelledby", "class", "transform", "x", "y", "rx", "d", "stroke-width", "font-size", "text-anchor"]));
            Assert.DoesNotContain(drawing.Descendants().Attributes("class"), a => a.Value.Contains(name, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_name_keeps_its_signs_except_those_that_XML_has_not()
    {
        foreach (var (name, drawn) in new[] { ("pod 😀", "pod 😀"), ("a\u0001b", "a\uFFFDb"), ("half " + '\uD83D' + " pair", "half \uFFFD pair") })
        {
            var plan = Samples.Tiny() with { Name = name };
            Assert.Contains(drawn, XDocument.Parse(Written.By(new GraphMl(), plan)).Descendants().Attributes("id").Select(a => a.Value));
            Assert.Contains(drawn, Drawn(new TopologySvg(), plan).ToString(), StringComparison.Ordinal);
        }
    }

    /// <summary>Two drawings stand in one page without taking each other's ids or styles, and say by themselves what they are.</summary>
    [Theory]
    [InlineData(typeof(TopologySvg), "topology")]
    [InlineData(typeof(FloorSvg), "floor")]
    public void A_drawing_is_complete_in_itself_and_says_nothing_of_the_page_around_it(Type type, string id)
    {
        var drawing = Drawn((Artifact)Activator.CreateInstance(type)!, Samples.Tiny());
        Assert.All(drawing.Descendants().Attributes("id"), a => Assert.StartsWith(id, a.Value));
        Assert.Equal(["title", "desc"], drawing.Root!.Attribute("aria-labelledby")!.Value.Split(' ').Select(told => drawing.Descendants().Single(e => e.Attribute("id")?.Value == told).Name.LocalName));
        var style = drawing.Descendants(Svg + "style").Single().Value.Replace("@media (prefers-color-scheme:dark){", "");
        Assert.All(Regex.Matches(style, @"[^{}]+(?=\{)").SelectMany(rule => rule.Value.Trim().Split(',')), selector => Assert.StartsWith($"#{id}", selector));
    }

    [Fact]
    public void Where_there_is_no_hall_there_is_no_floor() =>
        Assert.Empty(new FloorSvg().Files(Samples.Tiny() with { Halls = Seq<HallPlan>.Empty, Groups = Samples.Tiny().Groups.Select(g => g with { Placement = null }).ToSeq() }));

    /// <summary>A drawing of the small sample without its colours.</summary>
    static string Shapes(Artifact artifact) => Regex.Replace(Written.By(artifact, Samples.Tiny()), "<style>.*</style>", "<style/>", RegexOptions.Singleline);

    static XDocument Drawn(Artifact artifact, Plan plan) => XDocument.Parse(Written.By(artifact, plan));

    static int Number(string text) => int.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
}
