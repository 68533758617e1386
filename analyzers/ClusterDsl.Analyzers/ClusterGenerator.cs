using ClusterDsl.Analyzers.Generation;
using ClusterDsl.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClusterDsl.Analyzers;

/// <summary>
/// Puts the plan of each valid cluster into the assembly's metadata, or says there why it has none, and gives the class
/// that defines it the plan and its parts as members. Reports nothing: editors run generators when they like.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ClusterGenerator : IIncrementalGenerator
{
    /// <summary>The step whose result is what a class of clusters embeds.</summary>
    public const string EmbeddingStep = "Embedding";

    /// <summary>The step whose result is the members that a class of clusters gets.</summary>
    public const string MembersStep = "Members";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var classes = context.SyntaxProvider.ForAttributeWithMetadataName(
            ClusterClasses.Attribute,
            static (node, _) => node is TypeDeclarationSyntax,
            static (marked, cancellation) => Read(marked, cancellation)).Where(static read => read.Evaluated is not null);

        // Only a build reads the embedded plans. An editor, which asks again with each keystroke, is spared them.
        var isBuild = context.AnalyzerConfigOptionsProvider.Select(static (options, _) =>
            !(options.GlobalOptions.TryGetValue("build_property.DesignTimeBuild", out var value) && value.Equals("true", StringComparison.OrdinalIgnoreCase)));
        var embeddings = classes.Combine(isBuild).Where(static pair => pair.Right)
            .Select(static (pair, _) => ModelReader.Embedding(pair.Left.Evaluated!)).WithTrackingName(EmbeddingStep);
        context.RegisterImplementationSourceOutput(embeddings, static (output, model) =>
            output.AddSource(model.HintName, Emitter.Embedding(model)));

        var members = classes.Select(static (read, _) => read.Members).WithTrackingName(MembersStep);
        context.RegisterSourceOutput(members, static (output, model) =>
        {
            if (model is not null) output.AddSource(model.HintName, Emitter.Members(model));
        });
    }

    static (EvaluatedClass? Evaluated, MembersModel? Members) Read(GeneratorAttributeSyntaxContext marked, CancellationToken cancellation)
    {
        var type = (INamedTypeSymbol)marked.TargetSymbol;
        // A class half-typed may be marked twice; one of its parts speaks for it.
        if (!ClusterClasses.IsFirstMark(type, marked.TargetNode)) return default;
        var name = type.ToDisplayString();
        var evaluation = Engine.Evaluate(marked.SemanticModel.Compilation, cancellation);
        var evaluated = evaluation.Classes.FirstOrDefault(c => c.FullName == name) ?? new EvaluatedClass(name, [], []);
        return (evaluated, ModelReader.Members(evaluated, type));
    }
}
