using ClusterDsl.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace ClusterDsl.Analyzers.Interpretation;

/// <summary>What an evaluation may use up. It runs in an editor, on code that may never end.</summary>
internal sealed class Budget(CancellationToken cancellation)
{
    /// <summary>The longest string and the largest collection.</summary>
    public const int Size = 1 << 20;

    public const int Depth = 200;

    const int Steps = 2_000_000;

    int _fuel = Steps;
    Turns? _busiest;

    public CancellationToken Cancellation { get; } = cancellation;

    public int Used => Steps - _fuel;

    public void Burn(int steps = 1)
    {
        _fuel -= steps;
        if (_fuel < 0) throw OutOfFuel();
    }

    /// <summary>One more turn of a loop or a query. The busiest of those that are running is the one that does not end.</summary>
    public void Turn(Turns turns, int steps = 1)
    {
        if (++turns.Count > (_busiest?.Count ?? 0)) _busiest = turns;
        Burn(steps);
        Cancellation.ThrowIfCancellationRequested();
    }

    public void Ended(Turns turns)
    {
        if (_busiest == turns) _busiest = null;
    }

    Halt OutOfFuel()
    {
        _fuel = 0;
        return new Halt(DoesNotFinish.Rule, _busiest?.At, $"The definition does not finish within {Steps:N0} steps");
    }
}

/// <summary>How often a loop has turned.</summary>
internal sealed class Turns(SyntaxNode at)
{
    public SyntaxNode At { get; } = at;

    public int Count { get; set; }
}
