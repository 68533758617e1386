namespace ClusterDsl.Artifacts;

/// <summary>Writes the artefacts of a plan into its own folder, all or none.</summary>
public static class ArtifactFolder
{
    /// <summary>Where the artefacts of a cluster go; never outside <paramref name="root"/>.</summary>
    /// <exception cref="ArgumentException">The name is no folder's name.</exception>
    public static string Of(string root, string cluster) =>
        FolderName.Fault(cluster) is { } fault
            ? throw new ArgumentException($"the cluster's name \"{cluster}\" cannot name a folder: {fault}")
            : Path.Combine(root, cluster);

    /// <summary>
    /// Writes each artefact beside its place and, when all of them succeeded, renames them into place: a reader sees the old
    /// files or the new ones, and a failure leaves the old ones. A file that would not change keeps its date.
    /// </summary>
    /// <returns>The files, in the order of <paramref name="artifacts"/>.</returns>
    public static IReadOnlyList<string> Write(Plan plan, string root, IReadOnlyList<Artifact> artifacts)
    {
        var folder = Of(root, plan.Name);
        Directory.CreateDirectory(folder);
        var contents = artifacts.SelectMany(artifact => artifact.Files(plan)).ToList();
        foreach (var file in contents)
            if (FolderName.Fault(file.Name) is { } fault) throw new ArgumentException($"\"{file.Name}\" cannot name a file: {fault}");
        var files = contents.Select(file => Path.Combine(folder, file.Name)).ToList();
        var drafts = files.Select(file => $"{file}.{Path.GetRandomFileName()}.tmp").ToList();
        try
        {
            for (var i = 0; i < drafts.Count; i++)
            {
                // The artefacts hand over whole blocks: a buffer of the stream's own would only copy them once more.
                using var output = new FileStream(drafts[i], FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
                contents[i].Write(output);
            }
            for (var i = 0; i < drafts.Count; i++)
                if (!Same(drafts[i], files[i])) File.Move(drafts[i], files[i], overwrite: true);
        }
        finally
        {
            foreach (var draft in drafts) File.Delete(draft);
        }
        return files;
    }
    static bool Same(string draft, string file)
    {
        if (!File.Exists(file) || new FileInfo(file).Length != new FileInfo(draft).Length) return false;
        using var a = File.OpenHandle(draft, options: FileOptions.SequentialScan);
        using var b = File.OpenHandle(file, options: FileOptions.SequentialScan);
        byte[] ofA = new byte[1 << 16], ofB = new byte[1 << 16];
        for (long at = 0; ;)
        {
            var read = RandomAccess.Read(a, ofA, at);
            if (read == 0) return true;
            if (RandomAccess.Read(b, ofB.AsSpan(0, read), at) != read || !ofA.AsSpan(0, read).SequenceEqual(ofB.AsSpan(0, read))) return false;
            at += read;
        }
    }
}
