using System.Text;
using ClusterDsl.Analyzers.Devices;
using ClusterDsl.Analyzers.Generation;
using ClusterDsl.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ClusterDsl.Analyzers;

/// <summary>
/// Puts the plan of each valid cluster into the assembly's metadata, or says there why it has none, and gives the class
/// that defines it the plan and its parts as members. Hardware that the project describes in files becomes models to define clusters
/// with. Reports nothing: editors run generators when they like.
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

    /// <summary>The step whose result is the hardware that files describe.</summary>
    public const string HardwareStep = "Hardware";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var devices = context.AdditionalTextsProvider.Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (file, cancellation) => DeviceText.Of(file.Left, file.Right, cancellation)).Where(static file => file is not null)
            .Collect().Select(static (files, cancellation) => DeviceSet.Read(files!, cancellation));
        var hardware = devices.SelectMany(static (set, _) => HardwareEmitter.Source(set.Models)).WithTrackingName(HardwareStep);
        context.RegisterSourceOutput(hardware, static (output, source) => output.AddSource(HardwareEmitter.FileName, source));
        // The compilation does not have in it what is generated here, but definitions are evaluated with it.
        var models = hardware.Combine(context.ParseOptionsProvider).Select(static (source, cancellation) =>
            CSharpSyntaxTree.ParseText(source.Left, (CSharpParseOptions)source.Right, HardwareEmitter.FileName, Encoding.UTF8, cancellation)).Collect();

        // A definition may call into any file, so it is asked for with each change of the compilation, whatever changed. What did not
        // change its meaning gives the same objects again, and nothing further runs.
        var sources = context.CompilationProvider.Combine(models).Select(static (source, _) => source.Right.IsEmpty ? source.Left : source.Left.AddSyntaxTrees(source.Right));
        var classes = sources.Combine(context.AnalyzerConfigOptionsProvider).SelectMany(static (source, cancellation) =>
            Engine.Evaluate(source.Left, cancellation, options: source.Right).Classes).WithTrackingName(ClassesStep);

        // Only a build reads the embedded plans. An editor, which asks again with each keystroke, is spared them.
        var isBuild = context.AnalyzerConfigOptionsProvider.Select(static (options, _) =>
            !(options.GlobalOptions.TryGetValue("build_property.DesignTimeBuild", out var value) && value.Equals("true", StringComparison.OrdinalIgnoreCase)));
        var embeddings = classes.Combine(isBuild).Where(static pair => pair.Right)
            .Select(static (pair, cancellation) => ModelReader.Embedding(pair.Left, cancellation)).WithTrackingName(EmbeddingStep);
        var unusable = devices.Combine(isBuild).SelectMany(static (pair, _) => pair.Right ? ModelReader.Unusable(pair.Left.Faults) : []);
        context.RegisterImplementationSourceOutput(embeddings, Embed);
        context.RegisterImplementationSourceOutput(unusable, Embed);

        var members = classes.Select(static (evaluated, _) => ModelReader.Members(evaluated)).WithTrackingName(MembersStep);
        context.RegisterSourceOutput(members, static (output, model) =>
        {
            if (model is not null) output.AddSource(model.HintName, Emitter.Members(model));
        });
    }

    static void Embed(SourceProductionContext output, EmbeddingModel model) => output.AddSource(model.HintName, Emitter.Embedding(model));
}
