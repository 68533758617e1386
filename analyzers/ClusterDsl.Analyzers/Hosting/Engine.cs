using ClusterDsl.Analyzers.Interpretation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ClusterDsl.Analyzers.Hosting;

/// <summary>
/// Evaluates every definition of a compilation. A pure function with two thin hosts: the generator keeps the plans, the
/// analyzer keeps the findings.
/// </summary>
internal static class Engine
{
    /// <summary>The evaluation of this source, shared by whoever asks about the same source.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="cancellation">Stops the evaluation.</param>
    /// <param name="bound">A model that the host has bound already.</param>
    /// <param name="options">The settings of each file; without, the defaults hold.</param>
    public static Evaluation Evaluate(Compilation compilation, CancellationToken cancellation, SemanticModel? bound = null, AnalyzerConfigOptionsProvider? options = null) =>
        HostTypes.IsReferencedBy(compilation) ? EvaluationCache.Shared.Get(compilation, cancellation, bound, options) : Evaluation.Empty;

    public static Evaluation EvaluateAfresh(
        Compilation compilation, CancellationToken cancellation, SemanticModel? bound = null, AnalyzerConfigOptionsProvider? options = null)
    {
        var trees = Snapshot.FilesOf(compilation);
        return Evaluate(compilation, trees, Snapshot.Of(trees), null, cancellation, bound, options);
    }

    /// <summary>The evaluation, given what is known of an earlier state of the same project.</summary>
    public static Evaluation Evaluate(
        Compilation compilation, SyntaxTree[] trees, Snapshot snapshot, Known? known, CancellationToken cancellation, SemanticModel? bound,
        AnalyzerConfigOptionsProvider? options)
    {
        var evaluator = new Evaluator(compilation, trees, new Bodies(compilation, bound, cancellation), options, cancellation);
        var changed = known is null ? null : snapshot.ChangedSince(known.Snapshot, cancellation);
        // Where the files show to each other what they showed before, the same classes are marked and have the same definitions.
        var classes = changed is null
            ? evaluator.All(snapshot.Candidates(cancellation))
            : known!.Evaluation.Classes.Select(c => evaluator.Again(c.Type, changed));
        return Evaluation.Of([.. classes], known?.Evaluation);
    }
}
