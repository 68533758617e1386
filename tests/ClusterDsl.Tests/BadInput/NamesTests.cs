namespace ClusterDsl.Tests;

/// <summary>Names that would break a label, a file or a table: one finding each, wherever they are given.</summary>
public sealed class NamesTests
{
    public static TheoryData<string?, string> Bad => new()
    {
        { null, "is empty" }, { "", "is empty" }, { " ", "holds ` `" }, { "a/b", "holds `/`" }, { "..", "dot" }, { "../up", "holds `/`" },
        { @"a\b", @"holds `\`" }, { "say \"hi\"", "holds" }, { "o'clock", "holds `'`" }, { "<script>", "holds `<`" }, { "=1+1", "holds `=`" },
        { "@sum", "holds `@`" }, { "a,b", "holds `,`" }, { "line\nbreak", "holds" }, { "nul\0", "holds" }, { "tab\t", "holds" }, { "con", "Windows" },
        { "COM1", "Windows" }, { "nul.txt", "Windows" }, { "com9", "Windows" }, { "lpt9.log", "Windows" }, { "\uD800", "holds" }, { "-x", "begins or ends" }, { "x.", "begins or ends" },
        { "a..b", "two dots" }, { "é", "holds" }, { "\u202Eevil", "holds" }, { new string('x', 10_000), "10,000 characters" }, { new string('x', 41), "41 characters" },
    };

    [Theory, MemberData(nameof(Bad))]
    public void A_bad_name_of_a_cluster_is_one_finding(string? name, string why) => Small.Plan(name: name!).Says("CDL1002").Naming("the cluster's name", why);

    [Theory, MemberData(nameof(Bad))]
    public void A_bad_name_of_a_site_is_one_finding(string? name, string why) => Small.Plan(site: name!).Says("CDL1002").Naming("the site's name", why);

    [Theory, MemberData(nameof(Bad))]
    public void A_bad_name_of_nodes_is_one_finding(string? name, string why) => Small.Plan(nodes: name!).Says("CDL1002").Naming("the node group's name", why);

    [Theory, MemberData(nameof(Bad))]
    public void A_bad_name_of_a_fabric_is_one_finding(string? name, string why) => Small.Plan(fabric: name!).Says("CDL1002").Naming("the fabric's name", why);

    [Theory, MemberData(nameof(Bad))]
    public void A_bad_name_of_a_hall_is_one_finding(string? name, string why) =>
        Small.Plan(also: s => s.Hall(name!, h => h.RackUnits(48))).Says("CDL1002").Naming("the hall's name", why);

    [Theory, MemberData(nameof(Bad))]
    public void A_bad_name_of_leaves_is_one_finding(string? name, string why) =>
        Small.Plan(instead: f => f.Ethernet(400.Gbps()).Connect("node").Spines(Small.Switch).Leaves(Small.Switch, leaves: l => l.Named(name!)))
            .Says("CDL1002").Naming("the block of leaves's name", why);

    [Theory, MemberData(nameof(Bad))]
    public void A_message_about_a_bad_name_is_short_and_prints(string? name, string why)
    {
        var finding = Assert.Single(Small.Plan(name: name!).Findings);
        Assert.Contains(why, finding.Message);
        Assert.InRange(finding.Message.Length, 1, 400);
        Assert.DoesNotContain(finding.Message, char.IsControl);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("A-1.b")]
    [InlineData("console")]
    [InlineData("7")]
    public void A_good_name_is_none(string name) => Small.Plan(name: name, site: name, fabric: "net").Says();

    [Fact]
    public void Two_node_groups_of_one_name_are_one_finding_that_names_the_first() =>
        Small.Plan(also: s => s.Nodes("node", Small.Node, 4)).Says("CDL1001").Naming("`node`", "first at Small.cs:");

    [Fact]
    public void Names_that_differ_in_case_alone_are_one_name() =>
        Small.Plan(also: s => s.Nodes("NODE", Small.Node, 4)).Says("CDL1001").Naming("`NODE`");

    [Fact]
    public void A_fabric_with_the_name_of_nodes_is_one_finding() => Small.Plan(fabric: "node").Says("CDL1001").Naming("`node`");

    [Fact]
    public void Two_halls_of_one_name_are_one_finding() =>
        Small.Plan(hall: h => h.RackUnits(48), also: s => s.Hall("hall", h => h.RackUnits(48))).Says("CDL1001").Naming("hall `hall`");

    [Fact]
    public void Two_blocks_of_leaves_of_one_name_are_one_finding() =>
        Small.Plan(instead: f => f.Ethernet(400.Gbps()).Spines(Small.Switch).Connect("node")
            .Leaves(Small.Switch).Leaves(Small.Switch, leaves: l => l.Connect("node"))).Says("CDL1001", "CDL1102").Naming("`leaf`");
}
