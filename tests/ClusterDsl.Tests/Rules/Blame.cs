using System.Runtime.CompilerServices;

namespace ClusterDsl.Tests;

/// <summary>Marks the argument that a rule has to blame, and checks that it does.</summary>
static class Blame
{
    [ThreadStatic] static int _line;

    /// <summary>This value's line is the one to blame.</summary>
    public static T Blamed<T>(this T value, [CallerLineNumber] int line = 0)
    {
        _line = line;
        return value;
    }

    /// <summary>The plan has one finding, of this rule, at the marked line, and its message holds these numbers and names.</summary>
    public static Finding Blames(this Plan plan, string rule, params string[] parts)
    {
        plan.Says(rule);
        var finding = plan.Findings[0];
        Assert.Equal(_line, finding.At.Line);
        Assert.All(parts, part => Assert.Contains(part, finding.Message));
        return finding;
    }

    /// <summary>The same of a plan with findings of other rules too: a design that fails in one way may lack parts in another.</summary>
    public static Finding BlamesAmongOthers(this Plan plan, string rule, params string[] parts)
    {
        var finding = Assert.Single(plan.Findings, f => f.Rule == rule);
        Assert.Equal(_line, finding.At.Line);
        Assert.All(parts, part => Assert.Contains(part, finding.Message));
        return finding;
    }

    /// <summary>Its first remedy writes this.</summary>
    public static void Offers(this Finding finding, string text) => Assert.Equal(text, finding.Fixes[0].Edits[0].Text);
}
