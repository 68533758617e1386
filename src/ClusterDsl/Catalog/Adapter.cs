namespace ClusterDsl;

/// <summary>A shell that takes the plug of one family into a cage of a larger one.</summary>
/// <param name="Id">The part number.</param>
/// <param name="Plugs">The family of plugs it takes: "SFP", "QSFP".</param>
/// <param name="Cages">The family of cages it goes into.</param>
sealed record Adapter(string Id, string Plugs, string Cages)
{
    /// <summary>Those there are. Part numbers recalled; the second is sold under one name by several vendors.</summary>
    static readonly Seq<Adapter> All = Seq.Of(new Adapter("MAM1Q00A-QSA28", "SFP", "QSFP"), new Adapter("OSFP-QSFP-ADAPTER", "QSFP", "OSFP"));

    /// <summary>The adapter that takes a plug into a cage; null where none does.</summary>
    public static Adapter? For(string plug, Cage cage) => cage.Accepts.Contains(plug) ? null : All.FirstOrDefault(a => a.Plugs == Family(plug) && a.Cages == Family(cage.Name));

    static string Family(string name) => name.StartsWith("QSFP", StringComparison.Ordinal) ? "QSFP" : name.StartsWith("OSFP", StringComparison.Ordinal) ? "OSFP" : name.StartsWith("SFP", StringComparison.Ordinal) ? "SFP" : name;
}
