namespace ClusterDsl.Planning;

/// <summary>An operation in which all GPUs of a group take part.</summary>
enum Collective
{
    /// <summary>Each gets the sum of what all have.</summary>
    AllReduce,

    /// <summary>Each gets what all have, one after the other.</summary>
    AllGather,

    /// <summary>Each gets its part of the sum.</summary>
    ReduceScatter,

    /// <summary>Each sends every other a part of its own.</summary>
    AllToAll,

    /// <summary>Each sends all it has to its neighbour.</summary>
    Send,
}
