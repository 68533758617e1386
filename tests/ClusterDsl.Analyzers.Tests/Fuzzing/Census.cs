using System.Globalization;

namespace ClusterDsl.Analyzers.Tests.Fuzzing;

/// <summary>What the programs of a run were made of and what became of them: programs that all throw early prove nothing.</summary>
internal sealed class Census
{
    readonly Dictionary<string, int> _constructs = [];
    readonly Dictionary<string, int> _ends = [];
    int _programs;
    long _steps;
    long _logged;

    public double ReachedTheirEnd => (double)_ends.GetValueOrDefault("a cluster") / _programs;

    public void Count(Comparison comparison)
    {
        _programs++;
        _steps += comparison.Interpreted.Steps;
        _logged += comparison.AtRunTime.Text.Count(c => c == '\n');
        foreach (var rule in comparison.Program.Rules) Add(_constructs, rule.Name);
        Add(_ends, comparison.AtRunTime.ReachedItsEnd ? "a cluster" : comparison.AtRunTime.Text.Split('\n')[0]);
    }

    public IEnumerable<string> Missing(Grammar grammar) => grammar.Rules.Select(r => r.Name).Except(_constructs.Keys);

    static void Add(Dictionary<string, int> counts, string name) => counts[name] = counts.GetValueOrDefault(name) + 1;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"""
        {_programs} programs, {_constructs.Values.Sum() / Math.Max(1, _programs)} constructs, {_steps / Math.Max(1, _programs)} steps and {_logged / Math.Max(1, _programs)} lines of log each
        ended with {string.Join(", ", _ends.OrderByDescending(e => e.Value).Select(e => $"{e.Key}: {e.Value}"))}
        rarest of {_constructs.Count}: {string.Join(", ", _constructs.OrderBy(c => c.Value).Take(15).Select(c => $"{c.Key}: {c.Value}"))}
        """);
}
