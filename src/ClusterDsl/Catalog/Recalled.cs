namespace ClusterDsl;

/// <summary>Figures that were not read in a source: every record of the catalogue names the fields, and what rests on one says so.</summary>
static class Recalled
{
    /// <summary>The name that stands for every field of a record.</summary>
    public const string All = "all";

    /// <summary>" (recalled)" where this field of a record was not read in a source.</summary>
    public static string Note(Seq<string> recalled, string field) => recalled.Contains(field) || recalled.Contains(All) ? " (recalled)" : "";
}
