using ClusterDsl.Rules;

namespace ClusterDsl.Tests;

/// <summary>The rules as a set.</summary>
public sealed class RuleSetTests
{
    [Fact]
    public void Rules_are_in_the_order_of_their_ids_and_no_id_comes_twice()
    {
        var ids = RuleSet.All.Select(r => r.Id).ToList();
        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
        Assert.All(ids, id => Assert.Matches("^CDL[1-9][0-9]{3}$", id));
    }

    [Fact]
    public void Every_rule_has_a_title_and_the_category_of_its_number() => Assert.All(RuleSet.All, rule =>
    {
        Assert.NotEmpty(rule.Title);
        Assert.Equal(rule.Id[3] switch { '1' => "Structure", '2' => "Capacity", '3' => "Optics", '5' => "Scale-up", '6' => "Scale-across", '7' => "Protocol", '8' => "Strategy", '9' => "Lifecycle", _ => "Placement" }, rule.Category);
    });
}
