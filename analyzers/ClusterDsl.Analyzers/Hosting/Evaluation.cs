using ClusterDsl.Analyzers.Rules;
using ClusterDsl.Plans;

namespace ClusterDsl.Analyzers.Hosting;

/// <summary>What the definitions of a compilation say together: here is decided what one cannot know of the others.</summary>
internal sealed class Evaluation(IReadOnlyList<EvaluatedClass> classes)
{
    public static readonly Evaluation Empty = new([]);

    ILookup<string, Found>? _byFile;

    public IReadOnlyList<EvaluatedClass> Classes { get; } = classes;

    /// <summary>Every finding once: clusters that share a helper share what is wrong in it, and an acceptance that one of them needs is not idle.</summary>
    public IEnumerable<Found> Findings => Classes.SelectMany(c => c.Findings.Concat(c.Clusters.SelectMany(m => m.Faults)))
        .Concat(Classes.SelectMany(c => c.Clusters).SelectMany(m => m.OfPlan)
            .GroupBy(f => f.Finding).Select(same => EvaluatedCluster.Named(same.Key, [.. same.Select(f => f.Cluster).Distinct()])))
        .Where(f => f.Rule != "CDL9001" || !Accepting.Contains((f.File, f.Line))).Distinct();

    HashSet<(string, int)> Accepting => _accepting ??= new(
        Classes.SelectMany(c => c.Clusters).SelectMany(m => m.Plan?.Waivers ?? Seq<Waiver>.Empty).Select(w => (w.At!.File, w.At.Line)));
    HashSet<(string, int)>? _accepting;

    public IEnumerable<Found> FindingsIn(string path) => (_byFile ??= Findings.ToLookup(f => f.Path))[path];

    /// <summary>What says the same as earlier is the same object as earlier.</summary>
    public static Evaluation Of(IReadOnlyList<ClusterClass> classes, Evaluation? earlier)
    {
        var several = classes.Sum(c => c.Definitions.Count) > 1;
        HashSet<string> clusters = new(StringComparer.OrdinalIgnoreCase), files = new(StringComparer.OrdinalIgnoreCase);
        var evaluated = new EvaluatedClass[classes.Count];
        for (var i = 0; i < evaluated.Length; i++)
        {
            var now = new EvaluatedClass(
                classes[i], FileName(classes[i], files),
                [.. classes[i].Definitions.Select(d => new EvaluatedCluster(d, several, d.Plan is { } plan && !clusters.Add(plan.Name)))]);
            evaluated[i] = earlier?.Classes.ElementAtOrDefault(i) is { } then && then.Says(now) ? then : now;
        }
        return earlier?.Classes.SequenceEqual(evaluated) == true ? earlier : new Evaluation(evaluated);
    }

    // The compiler takes few characters in the name of a file, and no two that differ by case alone.
    static string FileName(ClusterClass type, HashSet<string> taken)
    {
        var name = string.Concat(type.Shape.Name.Select(c => char.IsLetterOrDigit(c) || c is '.' or '_' ? c : '-'));
        var free = name;
        for (var i = 2; !taken.Add(free); i++) free = name + "-" + i;
        return free;
    }
}

/// <summary>A class marked [Cluster].</summary>
internal sealed class EvaluatedClass(ClusterClass type, string fileName, IReadOnlyList<EvaluatedCluster> clusters)
{
    /// <summary>Namespace and containing types included.</summary>
    public string FullName => Type.Shape.Name;

    public ClusterClass Type { get; } = type;

    /// <summary>What to name a file after that belongs to it.</summary>
    public string FileName { get; } = fileName;

    /// <summary>Its definitions in source order.</summary>
    public IReadOnlyList<EvaluatedCluster> Clusters { get; } = clusters;

    /// <summary>What is wrong with the class itself.</summary>
    public IReadOnlyList<Found> Findings => Type.Problems;

    public bool Says(EvaluatedClass other) =>
        Type == other.Type && FileName == other.FileName
        && Clusters.Count == other.Clusters.Count && Clusters.Zip(other.Clusters, (a, b) => a.Says(b)).All(same => same);
}

/// <summary>A definition among others.</summary>
/// <param name="definition">What it says by itself.</param>
/// <param name="several">Whether there are others.</param>
/// <param name="repeats">Whether an earlier one has the name of its cluster.</param>
internal sealed class EvaluatedCluster(Definition definition, bool several, bool repeats)
{
    readonly (Definition Definition, bool Several, bool Repeats) _of = (definition, several, repeats);
    IReadOnlyList<Found>? _findings;

    public string Method => _of.Definition.Method;

    public Plan? Plan => _of.Definition.Plan;

    public string Json(CancellationToken cancellation) => _of.Definition.Json(cancellation);

    /// <summary>What is wrong with it when its plan cannot be written after all.</summary>
    public Found Unplanned(Exception exception) =>
        _of.Definition.IfRepeated! with { Rule = Throws.Rule.Id, Message = Throws.WhilePlanned(Method, exception), Fixes = Seq<Fix>.Empty };

    /// <summary>What is wrong with it, each with its name.</summary>
    public IReadOnlyList<Found> Findings => _findings ??= [.. Faults, .. OfPlan.Select(f => Named(f.Finding, [f.Cluster]))];

    /// <summary>What keeps it from being planned, or its plan from being written.</summary>
    public IEnumerable<Found> Faults => _of.Repeats ? [.. _of.Definition.Problems, _of.Definition.IfRepeated!] : _of.Definition.Problems;

    /// <summary>What the rules say of its plan, and the name to tell it by: none where it is the only one.</summary>
    public IEnumerable<(Found Finding, string Cluster)> OfPlan => _of.Definition.Findings.Select(f => (f, _of.Several ? Plan!.Name : ""));

    /// <summary>Several clusters share the lines they are made of: a finding says whose it is, once for all of whom the same is said.</summary>
    public static Found Named(Found finding, IReadOnlyList<string> clusters) => clusters.All(c => c.Length == 0) ? finding
        : finding with { Message = $"{string.Join(", ", clusters.Take(MostNamed))}{(clusters.Count > MostNamed ? $" and {clusters.Count - MostNamed} more" : "")}: {finding.Message}" };

    const int MostNamed = 8;

    /// <summary>Whether the plan may be built: an incomplete plan, or one with errors, is never embedded.</summary>
    public bool IsValid => Plan is { HasErrors: false } && !Findings.Any(f => f.IsError);

    public bool Says(EvaluatedCluster other) => _of.Equals(other._of);
}
