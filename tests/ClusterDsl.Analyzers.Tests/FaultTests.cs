using ClusterDsl.Analyzers.Rules;
using ClusterDsl.Rules;

namespace ClusterDsl.Analyzers.Tests;

/// <summary>
/// For each rule, in <c>Faults/</c>, a definition and one fault: without the fault nothing is found, with it what is marked, exactly there.
/// </summary>
public class FaultTests
{
    public static TheoryData<string> Faults => [.. Fault.Rules];

    [Theory]
    [MemberData(nameof(Faults))]
    public Task Without_the_fault_nothing_is_found(string rule) => Verify.Under(Fault.Of(rule).RightSettings, Fault.Of(rule).Right);

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task The_fault_is_found_where_it_is(string rule)
    {
        var fault = Fault.Of(rule);
        Assert.Contains(Markup.Parse(fault.Wrong).Spans, mark => mark.Id == rule);
        Assert.NotEmpty(await Verify.Under(fault.WrongSettings, fault.Wrong));
    }

    /// <summary>The faults that are two, and what the second is.</summary>
    static readonly Dictionary<string, (string Rule, string Why)> Doubled = new()
    {
        ["CDL3018"] = ("CDL3018", "a module at each end, each of a kind that there is not"),
        ["CDL4010"] = ("CDL4008", "the rack itself takes the pair down as well, however it is fed"),
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void One_fault_is_one_finding(string rule)
    {
        string[] found = [rule, .. Doubled.TryGetValue(rule, out var second) ? [second.Rule] : Array.Empty<string>()];
        Assert.Equal(found.Order(), Markup.Parse(Fault.Of(rule).Wrong).Spans.Select(mark => mark.Id).Order());
    }

    [Fact]
    public void The_faults_are_of_sixty_rules_and_all_of_the_language()
    {
        Assert.InRange(Fault.Rules.Count, 60, int.MaxValue);
        Assert.Empty(Fault.Rules.Except(RuleSet.All.Concat(LanguageRules.All).Select(rule => rule.Id)));
        Assert.All(LanguageRules.All, rule => Assert.Contains(rule.Id, Fault.Rules));
    }
}
