using ClusterDsl.Analyzers.Hosting;

namespace ClusterDsl.Analyzers.Tests;

/// <summary>Several documents and the generator ask at the same time.</summary>
public class WaitingTests
{
    /// <summary>Runs until its steps are used up: long enough to be found at it.</summary>
    const string Slow = """
        [Cluster] static partial class Slow { static Cluster Define() { var n = 0; while (true) n++; } }
        """;

    const string Quick = """
        [Cluster] static partial class Quick { static Cluster Define() => Cluster.Named("quick"); }
        """;

    [Fact]
    public async Task Whoever_asks_second_gets_what_the_first_is_given()
    {
        var cache = new EvaluationCache();
        var compilation = Source.Compile(Slow);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => cache.Get(compilation.Clone(), default))));
        Assert.All(answers, a => Assert.Same(answers[0], a));
    }

    [Fact]
    public async Task A_slow_definition_holds_up_nobody_who_asks_for_another()
    {
        var cache = new EvaluationCache();
        var slow = Task.CompletedTask;
        var compilation = Source.Compile(Quick);
        for (var i = 0; i < 100 && slow.IsCompleted; i++)
        {
            slow = Task.Run(() => cache.Get(Source.Compile(Slow + i), default));
            Thread.Sleep(1);
        }
        // Of the same project too: this is the source after an edit that took the slow one out.
        cache.Get(compilation, default);
        await slow;
        Assert.Equal("quick", cache.Get(compilation, default).Classes.Single().Clusters.Single().Plan!.Name);
    }

    [Fact]
    public async Task A_first_asker_that_is_cancelled_fails_nobody_else()
    {
        var cache = new EvaluationCache();
        var compilation = Source.Compile(Slow);
        using var cancellation = new CancellationTokenSource();
        var first = Task.Run(() => cache.Get(compilation, cancellation.Token));
        var second = Task.Run(() => cache.Get(compilation.Clone(), default));
        await Task.Delay(20);
        cancellation.Cancel();
        Assert.Equal("CDL0003", Assert.Single((await second).Findings).Rule);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => { await first; cancellation.Token.ThrowIfCancellationRequested(); });
    }
}
