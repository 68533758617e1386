namespace ClusterDsl.Artifacts.Verification;

/// <summary>A way in which a network may differ from its plan.</summary>
/// <param name="Id">CDL and four digits.</param>
/// <param name="Name">The same in one word, for logs.</param>
/// <param name="Title">What it says.</param>
public sealed record VerificationRule(string Id, string Name, string Title)
{
    /// <summary>A report cannot be read.</summary>
    public const string Input = "CDL9200";

    /// <summary>A planned link is not there.</summary>
    public const string Missing = "CDL9201";

    /// <summary>A link is there that is not planned.</summary>
    public const string Unexpected = "CDL9202";

    /// <summary>A link is in another port than planned.</summary>
    public const string WrongPort = "CDL9203";

    /// <summary>Links, or two devices, are in each other's places.</summary>
    public const string Swapped = "CDL9204";

    /// <summary>A link runs at another speed than planned.</summary>
    public const string WrongSpeed = "CDL9205";

    /// <summary>A device did not report.</summary>
    public const string Silent = "CDL9206";

    /// <summary>Only one end of a link hears the other.</summary>
    public const string OneWay = "CDL9207";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<VerificationRule> All { get; } =
    [
        new(Input, "UnreadableReport", "A report cannot be read"),
        new(Missing, "MissingLink", "A planned link is not there"),
        new(Unexpected, "UnexpectedLink", "A link or device is there that is not planned"),
        new(WrongPort, "WrongPort", "A link is in another port than planned"),
        new(Swapped, "Swapped", "Links or devices are swapped"),
        new(WrongSpeed, "WrongSpeed", "A link runs at another speed than planned"),
        new(Silent, "SilentDevice", "A device did not report"),
        new(OneWay, "OneWayLink", "Only one end of a link hears the other"),
    ];
}
