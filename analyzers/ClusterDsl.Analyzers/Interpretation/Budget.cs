using ClusterDsl.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace ClusterDsl.Analyzers.Interpretation;

/// <summary>
/// What an evaluation may use up. It runs in an editor, on code that may never end. Steps and bytes are counted, never measured:
/// a definition means the same on every machine.
/// </summary>
internal sealed class Budget(CancellationToken cancellation)
{
    /// <summary>The longest string and the largest collection.</summary>
    public const int Size = 1 << 20;

    /// <summary>How deep calls, and values within values, may nest.</summary>
    public const int Depth = 200;

    /// <summary>How deep queries may nest.</summary>
    public const int Queries = 500;

    /// <summary>How many functions one may be combined of.</summary>
    public const int Functions = 200;

    /// <summary>A step is about what reading a variable costs; whatever costs more takes more of them.</summary>
    public const int Steps = 2_000_000;

    /// <summary>What all strings, collections and objects take together, in bytes. Those dropped count too: which they are is not known.</summary>
    public const int Memory = 48 << 20;

    // Whether anybody still waits for the answer is asked every so many steps.
    const int Interval = 2048;

    int _fuel = Steps;
    int _ask = Steps;
    long _memory = Memory;
    int _queries;
    Turns? _busiest;

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>The last call that the definition made: at fault where no loop is.</summary>
    public SyntaxNode? Called { get; set; }

    public int Used => Steps - _fuel;

    public long Allocated => Memory - _memory;

    public void Burn(long steps = 1)
    {
        _fuel -= (int)Math.Min(steps, Steps);
        if (_fuel < _ask) Ask();
    }

    void Ask()
    {
        if (_fuel < 0) throw OutOfFuel();
        Cancellation.ThrowIfCancellationRequested();
        _ask = Math.Max(0, _fuel - Interval);
    }

    /// <summary>Takes memory for a value, before the value is made where that is possible.</summary>
    public void Allocate(long bytes, SyntaxNode? at)
    {
        _memory -= bytes;
        if (_memory >= 0) return;
        _memory = 0;
        throw new Halt(TooLarge.Rule, at ?? Called, $"The strings, collections and objects of a definition may not take more than {Memory >> 20} MB together");
    }

    /// <summary>One more turn of a loop or a query. The busiest of those that are running is the one that does not end.</summary>
    public void Turn(Turns turns, long steps = 1)
    {
        if (++turns.Count > (_busiest?.Count ?? 0)) _busiest = turns;
        Burn(steps);
    }

    /// <summary>A query asks the one that it reads from. How deep this goes is counted, so that it does not depend on the stack.</summary>
    public bool Next(System.Collections.IEnumerator items, Turns turns)
    {
        if (++_queries > Queries) throw new Halt(RecursesTooDeep.Rule, turns.At, $"The queries of a definition may not nest more than {Queries} deep");
        try
        {
            return items.MoveNext();
        }
        finally
        {
            _queries--;
        }
    }

    public void Ended(Turns turns)
    {
        if (_busiest == turns) _busiest = null;
    }

    Halt OutOfFuel()
    {
        _fuel = 0;
        return new Halt(DoesNotFinish.Rule, _busiest?.At ?? Called, $"The definition does not finish within {Steps:N0} steps");
    }
}

/// <summary>How often a loop has turned.</summary>
internal sealed class Turns(SyntaxNode at)
{
    public SyntaxNode At { get; } = at;

    public int Count { get; set; }
}
