using System.CommandLine;

namespace ClusterDsl.Tool;

/// <summary><c>clusterdsl emit</c>: writes the artefacts of every cluster. This is what a build runs.</summary>
static class EmitCommand
{
    public static Command Create(TextWriter output)
    {
        var assembly = Cli.AssemblyArgument();
        var folder = new Option<string?>("--output", "-o") { Description = "Where each cluster gets a folder. [default: 'clusters' beside the assembly]" };
        var formats = new Option<string>("--format") { Description = $"Which files to write, separated by commas: {Known}. [default: {Default}]", DefaultValueFactory = _ => "" };
        var manifest = new Option<string?>("--manifest") { Description = "A file that lists what was written; what an earlier one lists and is written no more is deleted." };
        var command = new Command("emit", "Writes the artefacts of every cluster of an assembly.") { assembly, folder, formats, manifest };
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(assembly);
            var clusters = EmbeddedClusters.Read(path);
            var root = parsed.GetValue(folder) ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, "clusters");
            var artifacts = Chosen(parsed.GetValue(formats)!);
            return Disk.At(root, "name a folder that can be written to with --output", () =>
                Run(output, clusters, path, Path.GetFullPath(root), artifacts, parsed.GetValue(manifest)));
        });
        return command;
    }

    static string Known => string.Join(", ", Artifact.All.Select(artifact => artifact.Format));

    static string Default => string.Join(", ", Artifact.All.Where(artifact => artifact.IsDefault).Select(artifact => artifact.Format));

    static List<Artifact> Chosen(string formats)
    {
        var wanted = formats.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (wanted.FirstOrDefault(name => !Artifact.All.Any(artifact => Is(artifact, name))) is { } unknown)
            throw new CommandException($"\"{unknown}\" is no format; {(Text.Nearest(unknown, Artifact.All.Select(artifact => artifact.Format)) is { } nearest ? $"did you mean \"{nearest}\"? There" : "there")} are {Known}");
        return [.. Artifact.All.Where(artifact => wanted.Length == 0 ? artifact.IsDefault : wanted.Any(name => Is(artifact, name)))];

        static bool Is(Artifact artifact, string name) => artifact.Format.Equals(name, StringComparison.OrdinalIgnoreCase);
    }

    static int Run(TextWriter output, EmbeddedClusters clusters, string assembly, string root, List<Artifact> artifacts, string? manifestPath)
    {
        foreach (var error in clusters.Errors) FindingText.Write(output, error);
        // A build asks of each project that sees the package, also of those that only refer to one with clusters.
        if (clusters is { Plans.Count: 0, Errors.Count: 0 } && manifestPath is null) output.WriteLine($"{assembly}: {EmbeddedClusters.None}");

        var written = new List<string>();
        foreach (var plan in clusters.Plans)
        {
            written.AddRange(Progress.While($"writing {plan.Name}", () => ArtifactFolder.Write(plan, root, artifacts)));
            output.WriteLine($"{plan.Name}: {PlanSummary.Line(plan)} -> {ArtifactFolder.Of(root, plan.Name)}");
            foreach (var leftOut in artifacts.SelectMany(artifact => artifact.LeftOut(plan))) FindingText.Write(output, leftOut);
        }

        if (manifestPath is not null) new Manifest(manifestPath, root).Update(written, complete: clusters.Errors.Count == 0);
        return clusters.Errors.Count == 0 ? Cli.Done : Cli.HasErrors;
    }
}
