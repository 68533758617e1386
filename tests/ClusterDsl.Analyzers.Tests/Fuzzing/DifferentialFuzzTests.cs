using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;
using Xunit.Abstractions;

namespace ClusterDsl.Analyzers.Tests.Fuzzing;

/// <summary>
/// Random definitions under the interpreter and under the runtime: equal plan and log, or equal exception. The seeds are the same
/// in each run; <c>CLUSTERDSL_FUZZ_PROGRAMS=100000</c> runs more of them, <c>CLUSTERDSL_FUZZ_SEED=42</c> begins with another, so that
/// both, with one program, run a failed one again. <c>CLUSTERDSL_FUZZ_WITHOUT=swap,using</c> leaves productions of the grammar out.
/// </summary>
public class DifferentialFuzzTests(ITestOutputHelper output)
{
    const int Together = 100;
    const int Shown = 8;

    static readonly int Programs = Setting.Of("CLUSTERDSL_FUZZ_PROGRAMS", 2_000);
    static readonly int FirstSeed = Setting.Of("CLUSTERDSL_FUZZ_SEED", 1);
    static readonly Grammar Language = Grammar.Load(Setting.Names("CLUSTERDSL_FUZZ_WITHOUT"));

    [Fact]
    public void Random_definitions_come_to_what_they_come_to_at_run_time()
    {
        var watch = Stopwatch.StartNew();
        var census = new Census();
        var failures = new List<(int Seed, Comparison Comparison)>();
        var uncompiled = new List<string>();
        foreach (var seeds in Enumerable.Range(FirstSeed, Programs).Chunk(Together))
        {
            var programs = seeds.Select(seed => new Author(Language, new Random(seed)).Write()).ToList();
            foreach (var comparison in Compared(programs, uncompiled))
            {
                census.Count(comparison);
                if (!comparison.Agrees) failures.Add((seeds[programs.IndexOf(comparison.Program)], comparison));
            }
        }
        output.WriteLine($"{watch.Elapsed.TotalSeconds:F1} s, {failures.Count} divergences\n{census}");
        Assert.True(failures.Count + uncompiled.Count == 0, Explain(failures) + string.Join("\n\n", uncompiled));
        if (Programs < 2_000) return;
        // The rarest of the grammar may not come up among so few.
        var missing = census.Missing(Language).ToList();
        Assert.True(missing.Count <= Language.Rules.Count / 50, "never used: " + string.Join(", ", missing));
        Assert.True(census.ReachedTheirEnd >= 0.7, $"{census.ReachedTheirEnd:P0} of the programs reached their end");
    }

    /// <summary>Those that do not compile are faults of the grammar, and keep nobody from comparing the others.</summary>
    static IEnumerable<Comparison> Compared(IReadOnlyList<FuzzedProgram> programs, List<string> uncompiled)
    {
        try
        {
            return Comparison.Of(programs);
        }
        catch (NotCompiled refused)
        {
            var wrong = refused.Errors.ToLookup(Outcome.IndexOf);
            uncompiled.AddRange(wrong.Select(errors => $"{errors.First()}\n{programs[errors.Key]}"));
            return Comparison.Of([.. programs.Where((_, i) => !wrong.Contains(i))]);
        }
    }

    static string Explain(List<(int Seed, Comparison Comparison)> failures)
    {
        var text = new StringBuilder($"{failures.Count} of {Programs} programs diverge\n");
        foreach (var (seed, comparison) in failures.GroupBy(f => f.Comparison.Kind).Select(g => g.First()).Take(Shown))
        {
            var smallest = new Comparison[] { comparison };
            var tried = Shrink(comparison.Program, smallest);
            text.Append($"\nCLUSTERDSL_FUZZ_SEED={seed} CLUSTERDSL_FUZZ_PROGRAMS=1, {tried} smaller programs tried\n{smallest[0].Program}\n{smallest[0].Difference()}\n");
        }
        return text.ToString();
    }

    /// <summary>FsCheck looks for the smallest program that still diverges.</summary>
    static int Shrink(FuzzedProgram program, Comparison[] smallest)
    {
        var tried = 0;
        var property = Prop.ForAll(Arb.From(Gen.Constant(program), p => tried > 3_000 ? [] : p.Smaller()), p =>
        {
            tried++;
            try
            {
                var comparison = Comparison.Of([p]).Single();
                if (!comparison.Agrees) smallest[0] = comparison;
                return comparison.Agrees;
            }
            catch (NotCompiled)
            {
                return true; // what it dropped was needed
            }
        });
        Check.One(Config.Quick.WithMaxTest(1).WithRunner(new Quiet()), property);
        return tried;
    }

    /// <summary>Keeps to itself what FsCheck would print on the way.</summary>
    sealed class Quiet : IRunner
    {
        public void OnStartFixture(Type type) { }

        public void OnArguments(int test, FSharpList<object> arguments, FSharpFunc<int, FSharpFunc<FSharpList<object>, string>> every) { }

        public void OnShrink(FSharpList<object> arguments, FSharpFunc<FSharpList<object>, string> every) { }

        public void OnFinished(string name, TestResult result) { }
    }
}
