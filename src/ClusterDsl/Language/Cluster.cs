using System.Runtime.CompilerServices;
using ClusterDsl.Language;
using ClusterDsl.Plans;

namespace ClusterDsl;

/// <summary>A cluster of nodes, the fabrics that join them and the sites they stand in.</summary>
public sealed class Cluster : IDeclaration
{
    Cluster(string name, Origin at) => (Name, At) = (name, at);

    internal string Name { get; }
    internal Origin At { get; }

    /// <summary>The cluster as planned; planned once, when first asked for.</summary>
    public Plan Plan => throw new NotSupportedException();

    /// <summary>Begins a cluster.</summary>
    /// <param name="name">Letters, digits, dots and dashes, at most 63; also the folder of its artefacts. CDL1001, CDL1002.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Cluster Named(string name, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        new(name, Origin.Here(file, line));

    void IDeclaration.MarkIncomplete() { }
}
