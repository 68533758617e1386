using ClusterDsl.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace ClusterDsl.Analyzers.Interpretation;

/// <summary>How a statement ended.</summary>
internal enum Completion
{
    Normal,
    Break,
    Continue,
    Return,
    GoToCase,
}

/// <summary>The interpreter's own exceptions, which no <c>catch</c> of a definition sees.</summary>
internal abstract class Signal(string message) : Exception(message);

/// <summary>
/// A value that cannot be known, because of a fault that has been reported already, here or by the compiler. It ends the
/// smallest thing that depends on the value and is never reported itself: one cause, one diagnostic.
/// </summary>
internal sealed class Unknowable() : Signal("The value cannot be known");

/// <summary>The end of the evaluation: a bound was exceeded.</summary>
internal sealed class Halt(LanguageRule rule, SyntaxNode? at, string message) : Signal(message)
{
    public LanguageRule Rule { get; } = rule;

    public SyntaxNode? At { get; } = at;
}

/// <summary>Carries an exception whose class the definition declares.</summary>
internal sealed class InterpretedException(Instance instance, string message) : Exception(message)
{
    public Instance Instance { get; } = instance;
}

/// <summary>What a variable holds after its value could not be known.</summary>
internal sealed class Unknown
{
    public static readonly Unknown Value = new();
}
