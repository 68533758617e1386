namespace ClusterDsl;

/// <summary>A site that is lost with everything in it.</summary>
public sealed record SiteLoss
{
    SiteLoss(string? site) => Site = site;

    /// <summary>The site; null for the worst of all.</summary>
    internal string? Site { get; }

    /// <summary>Any one site: the worst.</summary>
    public static SiteLoss Any { get; } = new((string?)null);

    /// <summary>This site.</summary>
    /// <param name="site">Its name.</param>
    public static SiteLoss Of(string site) => new(site ?? "");
}
