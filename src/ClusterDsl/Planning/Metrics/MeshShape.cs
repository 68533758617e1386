namespace ClusterDsl.Planning;

/// <summary>How switches are joined to their like, and what follows from that whatever way the traffic takes.</summary>
/// <param name="Farthest">The most links between two switches with nodes.</param>
/// <param name="Near">At most so many are fewer links from any of them, itself among them: of more with nodes, two are the farthest apart.</param>
abstract record MeshShape(int Farthest, long Near)
{
    /// <summary>
    /// The bandwidth between two halves of the nodes where every switch brings equally much of them, in Gb/s; null where no bound from below
    /// is known to meet a cut.
    /// </summary>
    /// <param name="down">What the nodes of one switch bring, in Gb/s.</param>
    /// <param name="gbps">The speed of a link between switches.</param>
    public virtual long? Bisection(long down, int gbps) => null;
}

/// <summary>The cells of a dragonfly+: leaf, spine, spine of the other cell, leaf. In a cell each leaf is on each spine.</summary>
sealed record JoinedCells(int Cells, int Leaves, int Spines, int Uplinks, int PerPair) : MeshShape(3, Leaves)
{
    /// <summary>
    /// Cut between k cells and the others are their links, and, for each cell that k differs from half of them, what its nodes bring. Least
    /// is that with half of the cells on each side, or with all on one.
    /// </summary>
    /// <remarks>
    /// No set of spines does better. Where each spine is joined to its like, the cut is the mean of one for each place in a cell, as what the
    /// leaves of a cell cost is concave in how many of its spines are on which side. Otherwise a spine on the other side than its cell costs
    /// what it has of the leaves' bandwidth, and saves no more than all its links to other cells.
    /// </remarks>
    public override long? Bisection(long down, int gbps)
    {
        var (cell, pair) = (Leaves * Math.Min(down, (long)Uplinks * gbps), (long)PerPair * gbps);
        var isEach = PerPair % Spines == 0;
        if ((long)Leaves * Cells % 2 != 0 || !(isEach || (Cells % 2 == 0 && cell >= (Cells - 1) * pair))) return null;
        var halved = (long)(Cells / 2) * (Cells - Cells / 2) * pair + (Cells % 2 == 0 ? 0 : cell / 2);
        return Math.Min(cell * Cells / 2, halved);
    }
}

/// <summary>The groups of a dragonfly: a link within the group, one between groups, and one within the other group; fewer where each router has its like in every group.</summary>
sealed record JoinedGroups(int Groups, int Routers, int Global, int PerPair) : MeshShape(
    Routers == 1 ? 1 : PerPair >= Routers ? 2 : 3,
    Routers == 1 ? 1 : PerPair >= Routers ? Routers + (long)Global : WithinTwo(Groups, Routers, Global, PerPair))
{
    /// <summary>
    /// A router's own group and what its global links lead to are within a link, and within two what is a link from one of those. Of all routers
    /// two are three links apart besides where those of two groups that have no link between them are more pairs than there are ways over
    /// a router of a third group.
    /// </summary>
    static long WithinTwo(int groups, int routers, int global, int perPair)
    {
        var most = routers + global * (2L * routers - 1 + global - 1);
        var (pairs, ways) = ((long)(routers - perPair) * (routers - perPair), (long)perPair * (groups - 2));
        return pairs > ways ? Math.Min(most, (long)groups * routers - 1) : most;
    }

    /// <summary>Half of the groups on each side.</summary>
    /// <remarks>
    /// No set of routers does better where they bring no less than goes to other groups, and both together no more than a link to each router
    /// of a group: with b routers of a group on the other side, b·(routers - b) links within it are cut, no more than b routers' global links
    /// are saved, and what the nodes bring that the sides then differ by is lost.
    /// </remarks>
    public override long? Bisection(long down, int gbps)
    {
        var global = (long)Global * gbps;
        return Groups % 2 == 0 && down >= global && down + global <= (long)Routers * gbps ? (long)Groups / 2 * (Groups / 2) * PerPair * gbps : null;
    }
}

/// <summary>The routers of a slim fly: any two are joined, or joined to a third.</summary>
sealed record JoinedRouters(int Degree) : MeshShape(2, 1 + Degree);
