using Microsoft.CodeAnalysis;

namespace ClusterDsl.Analyzers.Hosting;

/// <summary>What a compilation depends on beside its files: what makes it the same project.</summary>
internal sealed class Surroundings(Compilation compilation)
{
    readonly string? _name = compilation.AssemblyName;
    readonly WeakReference<MetadataReference>[] _references = [.. compilation.References.Select(r => new WeakReference<MetadataReference>(r))];
    readonly WeakReference<CompilationOptions> _options = new(compilation.Options);

    public bool Are(Compilation compilation) =>
        _name == compilation.AssemblyName
        && _options.TryGetTarget(out var options) && options.Equals(compilation.Options)
        && Refers(compilation.References);

    bool Refers(IEnumerable<MetadataReference> references)
    {
        var i = 0;
        foreach (var reference in references)
            if (i >= _references.Length || !_references[i++].TryGetTarget(out var target) || !ReferenceEquals(target, reference)) return false;
        return i == _references.Length;
    }
}
