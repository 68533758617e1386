namespace ClusterDsl.Tool;

/// <summary>
/// The list of the files that a build wrote, one to a line, relative to the output folder. It tells the next build what is
/// missing, what is out of date and what is left over, and <c>clean</c> what to remove.
/// </summary>
sealed class Manifest(string path, string root)
{
    /// <summary>
    /// Replaces the list. Files of the old one that are not in the new one are deleted, when they lie inside the output folder.
    /// When some cluster had errors, its old files stay, and the manifest is dated back so that no later build takes it for
    /// up to date.
    /// </summary>
    public void Update(IReadOnlyList<string> written, bool complete)
    {
        var files = written.Select(file => Path.GetRelativePath(root, file).Replace('\\', '/')).ToHashSet(StringComparer.Ordinal);
        var old = File.Exists(path) ? File.ReadAllLines(path) : [];
        if (complete)
            foreach (var file in old.Where(file => !files.Contains(file))) Remove(file);
        else
            files.UnionWith(old);

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.WriteAllText(path, string.Concat(files.Order(StringComparer.Ordinal).Select(file => file + "\n")));
        if (!complete) File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch);
    }

    void Remove(string relative)
    {
        var file = Path.GetFullPath(Path.Combine(root, relative));
        if (!file.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)) return;
        if (!File.Exists(file)) return;
        File.Delete(file);
        for (var folder = Path.GetDirectoryName(file)!; folder.Length > root.Length; folder = Path.GetDirectoryName(folder)!)
        {
            if (Directory.EnumerateFileSystemEntries(folder).Any()) return;
            Directory.Delete(folder);
        }
    }
}
