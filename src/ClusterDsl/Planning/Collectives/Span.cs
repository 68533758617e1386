namespace ClusterDsl.Planning;

/// <summary>One layer of the network as the members of a group see it.</summary>
/// <param name="Width">How many parts of the layer below it joins: GPUs of a domain, domains of a site, sites.</param>
/// <param name="Mbps">What a GPU sends over it, one way, in Mb/s.</param>
/// <param name="LatencyUs">The time from one GPU to another over it before the first byte arrives, in microseconds.</param>
sealed record Stage(int Width, double Mbps, double LatencyUs)
{
    /// <summary>Halvings until one part is left.</summary>
    public int Doublings
    {
        get
        {
            var steps = 0;
            for (long reached = 1; reached < Width; reached *= 2) steps++;
            return steps;
        }
    }

    /// <summary>How long so many bytes of one GPU take, in microseconds.</summary>
    public double Us(double bytes) => bytes * 8 / Mbps;
}

/// <summary>The layers that a group spans, from the innermost: a GPU's way to another member is over the outermost in which they differ.</summary>
sealed class Span(params Stage[] stages)
{
    readonly Stage[] _stages = [.. stages.Where(s => s.Width > 1)];

    public IReadOnlyList<Stage> Stages => _stages;

    /// <summary>How many GPUs the group has.</summary>
    public long Ranks => _stages.Aggregate(1L, (ranks, stage) => ranks * stage.Width);

    /// <summary>Each layer with the ranks of one of its parts.</summary>
    public IEnumerable<(Stage Stage, double Below)> Layers
    {
        get
        {
            var below = 1.0;
            foreach (var stage in _stages)
            {
                yield return (stage, below);
                below *= stage.Width;
            }
        }
    }

    /// <summary>
    /// What one GPU can pass on when data goes through all of them in turn: a layer is crossed by one of a part's GPUs at a time, on as
    /// many rings, or trees, as the part has GPUs.
    /// </summary>
    public double RelayedMbps => Layers.Min(l => l.Stage.Mbps * l.Below);
}
