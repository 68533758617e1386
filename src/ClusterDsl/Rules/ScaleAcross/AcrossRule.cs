using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A rule about what joins the sites: asked once for each interconnect that is whole.</summary>
abstract class AcrossRule(string id, string title, Severity severity = Severity.Error) : DesignRule(id, title, "Scale-across", severity)
{
    public override bool CanBeAccepted => true;

    public override IEnumerable<Finding> Check(Draft draft) => draft.Interconnects.Where(i => i.Paths.Count > 0).SelectMany(Check);

    protected virtual IEnumerable<Finding> Check(InterconnectDraft line) => [];

    protected static string Name(PathDraft path) => $"`{path.Design.Interconnect.Name}/{path.Design.Name}`";

    protected static string Db(double value) => Text.Decimal(Math.Round(value, 2)) + " dB";

    protected static string Dbm(double value) => Text.Decimal(Math.Round(value, 2)) + " dBm";

    protected static string Km(long mm) => Text.Decimal(mm / 1_000_000.0) + " km";
}

/// <summary>A rule about the light of a path, asked of each that holds its wavelengths.</summary>
abstract class LineRule(string id, string title) : AcrossRule(id, title)
{
    // What cannot be lit is an error that no reason undoes.
    public override bool CanBeAccepted => false;

    protected sealed override IEnumerable<Finding> Check(InterconnectDraft line) =>
        from path in line.Paths
        where path.Modes is not null && path.Worst is not null && path.PerPairAtMost >= path.PerPair
        from finding in Check(path, path.Worst!)
        select finding;

    protected abstract IEnumerable<Finding> Check(PathDraft path, LineBudget budget);

    /// <summary>"62 km of G.652.D and two multiplexers": what the loss is of.</summary>
    protected static string What(PathDraft path)
    {
        var route = path.Routes.OrderByDescending(r => r.SpansMm.Sum(s => (long)s)).First();
        return $"{Km(route.SpansMm.Sum(s => (long)s))} of {route.Fibre.Name}{Recalled.Note(route.Fibre.Recalled, "loss")}{(path.Mux is null ? "" : ", two multiplexers")}{(route.IsProtected ? ", protection switches" : "")}";
    }
}
