namespace ClusterDsl.Analyzers.Tests.Fuzzing;

/// <summary>What became of a program at run time and under the interpreter.</summary>
internal sealed record Comparison(FuzzedProgram Program, Outcome AtRunTime, Outcome Interpreted)
{
    public bool Agrees => AtRunTime.Text == Interpreted.Text;

    bool IsRefused => Interpreted.Text.StartsWith("refused", StringComparison.Ordinal);

    /// <summary>Like divergences are told once.</summary>
    public string Kind => IsRefused ? Interpreted.Text.Split('\n')[1].Split('«')[0] : Difference();

    /// <summary>Compiled together, because compiling is what takes the time.</summary>
    public static IEnumerable<Comparison> Of(IReadOnlyList<FuzzedProgram> programs)
    {
        var compilation = Outcome.Compile(programs);
        var real = Outcome.AtRunTime(compilation, programs.Count);
        return programs.Select((program, i) => new Comparison(program, real[i], Outcome.Interpreted(compilation, i)));
    }

    /// <summary>The first line that differs.</summary>
    public string Difference()
    {
        var (real, interpreted) = (AtRunTime.Text.Split('\n'), Interpreted.Text.Split('\n'));
        var at = real.Zip(interpreted).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"  at run time: {Line(real)}\n  interpreted: {(IsRefused ? string.Join("\n    ", interpreted.Take(4)) : Line(interpreted))}";

        string Line(string[] lines) => at < lines.Length ? lines[at] : "(nothing more)";
    }
}
