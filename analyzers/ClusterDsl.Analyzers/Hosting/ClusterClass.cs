namespace ClusterDsl.Analyzers.Hosting;

/// <summary>A class marked [Cluster], by itself.</summary>
/// <param name="File">The file that marks it, as its place in the snapshot.</param>
/// <param name="Ordinal">Which of the file's attributed types it is.</param>
/// <param name="Shape">The class as its members will be added to it.</param>
/// <param name="Definitions">In source order.</param>
/// <param name="Problems">What is wrong with the class itself.</param>
/// <param name="Settings">What its definitions are judged by.</param>
/// <param name="Read">The files that declare it.</param>
internal sealed record ClusterClass(
    int File, int Ordinal, ClassShape Shape, IReadOnlyList<Definition> Definitions, IReadOnlyList<Found> Problems, Settings Settings, FilesRead Read)
{
    public bool Holds(HashSet<int> changed, bool besideGenerated) =>
        Read.AreNone(changed) && Definitions.All(d => d.Holds(changed, besideGenerated));
}
