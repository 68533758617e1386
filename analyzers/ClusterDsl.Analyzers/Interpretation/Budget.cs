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

    public CancellationToken Cancellation { get; } = cancellation;

    public int Used => Steps - _fuel;

    /// <summary>The loops being executed and how often each has turned: the busiest is the one that does not end.</summary>
    public Stack<Turns> Loops { get; } = new();

    public void Burn(int steps = 1)
    {
        _fuel -= steps;
        if (_fuel < 0) throw OutOfFuel();
    }

    Halt OutOfFuel()
    {
        _fuel = 0;
        var busiest = Loops.OrderByDescending(l => l.Count).FirstOrDefault();
        return new Halt(DoesNotFinish.Rule, busiest?.At, $"The definition does not finish within {Steps:N0} steps");
    }
}

/// <summary>How often a loop has turned.</summary>
internal sealed class Turns(SyntaxNode at)
{
    public SyntaxNode At { get; } = at;

    public int Count { get; set; }
}
