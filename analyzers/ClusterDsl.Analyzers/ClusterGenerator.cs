using ClusterDsl.Analyzers.Generation;
using ClusterDsl.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace ClusterDsl.Analyzers;

/// <summary>
/// Puts the plan of each valid cluster into the assembly's metadata, or says there why it has none, and gives the class
/// that defines it the plan and its parts as members. Reports nothing: editors run generators when they like.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ClusterGenerator : IIncrementalGenerator
{
    /// <summary>The step whose results are the classes of clusters.</summary>
    public const string ClassesStep = "Classes";

    /// <summary>The step whose result is what a class of clusters embeds.</summary>
    public const string EmbeddingStep = "Embedding";

    /// <summary>The step whose result is the members that a class of clusters gets.</summary>
    public const string MembersStep = "Members";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // A definition may call into any file, so it is asked for with each change of the compilation, whatever changed. What did not
        // change its meaning gives the same objects again, and nothing further runs.
        var classes = context.CompilationProvider.Combine(context.AnalyzerConfigOptionsProvider).SelectMany(static (source, cancellation) =>
            Engine.Evaluate(source.Left, cancellation, options: source.Right).Classes).WithTrackingName(ClassesStep);

        // Only a build reads the embedded plans. An editor, which asks again with each keystroke, is spared them.
        var isBuild = context.AnalyzerConfigOptionsProvider.Select(static (options, _) =>
            !(options.GlobalOptions.TryGetValue("build_property.DesignTimeBuild", out var value) && value.Equals("true", StringComparison.OrdinalIgnoreCase)));
        var embeddings = classes.Combine(isBuild).Where(static pair => pair.Right)
            .Select(static (pair, _) => ModelReader.Embedding(pair.Left)).WithTrackingName(EmbeddingStep);
        context.RegisterImplementationSourceOutput(embeddings, static (output, model) =>
            output.AddSource(model.HintName, Emitter.Embedding(model)));

        var members = classes.Select(static (evaluated, _) => ModelReader.Members(evaluated)).WithTrackingName(MembersStep);
        context.RegisterSourceOutput(members, static (output, model) =>
        {
            if (model is not null) output.AddSource(model.HintName, Emitter.Members(model));
        });
    }
}
