using System.Collections.Immutable;
using ClusterDsl.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ClusterDsl.Analyzers.Tests.Infrastructure;

/// <summary>A project as an editor has it open: its diagnostics, what is offered for them, and what becomes of the source.</summary>
internal sealed class Fixing : IDisposable
{
    readonly AdhocWorkspace _workspace = new();
    readonly ProjectId _id;

    // A limit that no design reaches by the way.
    public Fixing(params string[] sources) : this("clusterdsl.max_oversubscription = 8", sources.AsEnumerable()) { }

    Fixing(string settings, IEnumerable<string> sources)
    {
        var project = _workspace.AddProject(ProjectInfo.Create(ProjectId.CreateNewId(), VersionStamp.Default, "Acme", "Acme", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
            parseOptions: new CSharpParseOptions(LanguageVersion.Latest),
            metadataReferences: Source.References));
        project = project.AddDocument("Usings.cs", Source.Usings, filePath: "/src/Usings.cs").Project;
        foreach (var (source, i) in sources.Select((s, i) => (s, i)))
            project = project.AddDocument($"Source{i}.cs", SourceText.From(source), filePath: $"/src/Source{i}.cs").Project;
        project = project.AddAnalyzerConfigDocument(".editorconfig", SourceText.From("root = true\n[*.cs]\n" + settings), filePath: "/src/.editorconfig").Project;
        (_id, Now) = (project.Id, project.Solution);
    }

    /// <summary>In a project with settings of its own.</summary>
    public static Fixing Under(string settings, string source) => new(settings, [source]);

    /// <summary>The source as it is now.</summary>
    public Solution Now { get; private set; }

    Project Project => Now.GetProject(_id)!;

    public string Text(int source = 0) => Document(source).GetTextAsync().Result.ToString();

    Document Document(int source) => Project.Documents.Single(d => d.Name == $"Source{source}.cs");

    public async Task<IReadOnlyList<Diagnostic>> Diagnostics() => await Verify.All((await Project.GetCompilationAsync())!, Project.AnalyzerOptions);

    /// <summary>The errors of C# itself.</summary>
    public async Task<IEnumerable<string>> Errors() => (await Project.GetCompilationAsync())!.GetDiagnostics()
        .Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString());

    /// <summary>What is offered for the diagnostics of a rule.</summary>
    public async Task<IReadOnlyList<CodeAction>> Offered(CodeFixProvider provider, string rule)
    {
        var actions = new List<CodeAction>();
        foreach (var diagnostic in (await Diagnostics()).Where(d => d.Id == rule))
            await provider.RegisterCodeFixesAsync(new CodeFixContext(DocumentOf(diagnostic), diagnostic, (action, _) => actions.Add(action), default));
        return actions;
    }

    public Task<IReadOnlyList<CodeAction>> Remedies(string rule) => Offered(new ClusterCodeFix(), rule);

    public Task<IReadOnlyList<CodeAction>> Decisions(string rule) => Offered(new DecisionCodeFix(), rule);

    /// <summary>Takes an offer.</summary>
    public async Task Take(CodeAction action) =>
        Now = (await action.GetOperationsAsync(default)).OfType<ApplyChangesOperation>().Single().ChangedSolution;

    /// <summary>Fixes all diagnostics of a rule in the solution at once, as <c>dotnet format</c> does.</summary>
    public async Task TakeAll(CodeFixProvider provider, string rule)
    {
        var diagnostics = (await Diagnostics()).Where(d => d.Id == rule).ToList();
        var first = (await Offered(provider, rule))[0];
        var context = new FixAllContext(DocumentOf(diagnostics[0]), provider, FixAllScope.Solution, first.EquivalenceKey!, [rule], new All(this), default);
        await Take((await provider.GetFixAllProvider()!.GetFixAsync(context))!);
    }

    Document DocumentOf(Diagnostic diagnostic) => Project.Documents.Single(d => d.FilePath == diagnostic.Location.SourceTree!.FilePath);

    public void Dispose() => _workspace.Dispose();

    sealed class All(Fixing fixing) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellation) => await fixing.Diagnostics();

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellation) =>
            (await fixing.Diagnostics()).Where(d => d.Location.SourceTree!.FilePath == document.FilePath);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellation) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
