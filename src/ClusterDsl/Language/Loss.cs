namespace ClusterDsl;

/// <summary>A single failure that a fabric is to survive.</summary>
public enum Loss
{
    /// <summary>Any one link: a cable, or one leg of a splitter.</summary>
    Link,

    /// <summary>Any one switch that only nodes are below: a leaf, a top-of-rack switch.</summary>
    Leaf,

    /// <summary>Any one switch above the leaves: a spine or a core.</summary>
    Spine,

    /// <summary>Any one rack with everything that stands in it.</summary>
    Rack,

    /// <summary>One power feed of all racks of a hall, with every device there that does not run on without it. The hall says how many feeds its racks have
    /// (<see cref="Hall.Feeds"/>), a model how many supplies it has and can spare; where either is not said, CDL2109 says so.</summary>
    PowerFeed,
}
