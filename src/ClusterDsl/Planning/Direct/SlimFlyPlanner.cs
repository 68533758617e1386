using ClusterDsl.Model;
using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>
/// Cables a slim fly. Routers are (0, x, y) and (1, m, c) with x, y, m, c elements of a field of q: (0, x, y) and (1, m, c) are joined
/// where y = m·x + c; those of one x, or of one m, where they differ by an element of a set that is its own negative.
/// </summary>
/// <remarks>McKay, Miller, Širáň, "A Note on Large Graphs of Diameter Two and Given Maximum Degree", J. Comb. Theory B 74 (1998).</remarks>
sealed class SlimFlyPlanner(Draft draft, FabricDraft fabric, SlimFlyDesign design)
{
    FabricDesign Design => fabric.Design;
    BlockDesign Block => Design.Blocks[0];

    public void Plan()
    {
        var leaves = new LeafPlanner(draft, fabric, Block);
        if (!leaves.ResolveCells(null)) return;
        if (leaves.Among is not { } ports)
        {
            fabric.Mismatches.Add(new Mismatch("its routers are joined to each other", $"the ports of {Block.Model.Id} run {PortMatch.Speeds(Block.Model.FabricPorts)}",
                $"The fabric is declared for {Design.SpeedGbps}G: choose a switch that has that speed without a splitter", Block.At));
            return;
        }
        bool Fits(int size) => leaves.FitsCells(2 * size, size, _ => SlimFlySizes.Degree(size));
        if (design.Q is { } given && !SlimFlySizes.Exists(given))
        {
            NoSuchSize(given);
            return;
        }
        var q = design.Q ?? Enumerable.Range(3, SlimFlySizes.Largest - 2).Where(SlimFlySizes.Exists).FirstOrDefault(Fits);
        if (q == 0)
        {
            fabric.Shortages.Add(new Shortage($"{Design.Name}/router", "ports for nodes beside those for other routers", $"no slim fly of {Block.Model.Id} has the room", "Use a switch with more ports, or connect less", Block.At));
            return;
        }
        var groups = new CellsDesign("group", "router", design.At);
        if (leaves.PlanCells(groups, 2 * q, q, _ => true) is not var (routers, cursor, _)) return;
        fabric.Mesh = new MeshDraft(routers, Block.At);

        var (down, degree) = (cursor.At(ports), SlimFlySizes.Degree(q));
        if (down + degree > ports.Count)
        {
            var other = Enumerable.Range(3, SlimFlySizes.Largest - 2).Where(SlimFlySizes.Exists).FirstOrDefault(Fits);
            fabric.Misfits.Add(new Misfit("CDL1111", $"`{routers.Id}` needs {Text.Count(down, "port")} for nodes and {degree} for other routers; {Block.Model.Id} has {ports.Count} × {ports.Mode.Speed}",
                $"Use {(other > 0 ? $"q = {other}, or " : "")}a switch of {Text.Number(down + degree)} ports or more", design.At.Argument("q"))
            { Fix = other > 0 ? Fix.Set($"Use q = {other}", design.At, "q", other.ToString()) : null });
            return;
        }
        // A path has one or two links, nearly always two: what comes from the nodes fills twice as many links. More than there are is another rule's.
        var most = Design.Ratio?.Most ?? Ratio.One;
        var balanced = (degree + 1) / 2 * most.Down / most.Up;
        if (down > balanced && down <= degree * most.Down / most.Up)
            fabric.Misfits.Add(new Misfit("CDL1117", $"each router brings {Text.Count(down, "port")} of nodes to {degree} links; nearly every path takes two of them, so that {balanced} are carried in full",
                "Use a larger q, or connect fewer nodes", design.At.Argument("q")));
        fabric.Mesh.Shape = new JoinedRouters(degree);
        draft.Links.AddRange(Links(GaloisField.Of(q)!, routers, ports, cursor.Take(ports, degree)));
    }

    void NoSuchSize(int q)
    {
        var nearest = new[] { SlimFlySizes.Nearest(q, -1), SlimFlySizes.Nearest(q, 1) }.OfType<int>().ToList();
        fabric.Misfits.Add(new Misfit("CDL1115", $"there is no slim fly of q = {q}: q is a power of a prime, and not 2",
            "Use " + string.Join(", or ", nearest.Select(n => $"q = {n} ({Text.Number(SlimFlySizes.Routers(n))} routers of {SlimFlySizes.Degree(n)} links)")), design.At.Argument("q"))
        { Fix = Fix.Set($"Use q = {nearest[nearest.Count - 1]}", design.At, "q", nearest[nearest.Count - 1].ToString()) });
    }

    IEnumerable<LinkDraft> Links(GaloisField field, GroupDraft routers, PortChoice ports, int first)
    {
        var q = field.Order;
        var own = SlimFlySizes.Degree(q) - q;
        var box = new Box();
        var (x, m, c) = (box.Add(q), box.Add(q), box.Add(q));
        yield return Link("across", box,
            box.Sum(0, [(x, q)], field, Seq.Of(Index(m), Index(x)), Seq.Of(Index(c))), box.Map(first + own, (m, 1)),
            box.Map(q * q, (m, q), (c, 1)), box.Map(first + own, (x, 1)));
        foreach (var side in new[] { 0, 1 })
            foreach (var link in q % 2 == 1 ? Odd(field, side) : Even(field, side)) yield return link;

        // Each pair once: of an element and its negative one is enough, and its two ends have ports of their own.
        IEnumerable<LinkDraft> Odd(GaloisField field, int side)
        {
            var half = Enumerable.Range(0, own / 2).Select(k => field.Power(2 * k + side)).OrderBy(s => s).ToSeq();
            var box = new Box();
            var (set, element, member) = (box.Add(q), box.Add(half.Count), box.Add(q));
            yield return Link($"side{side}", box,
                box.Map(side * q * q, (set, q), (member, 1)), box.Map(first, (element, 1)),
                box.Sum(side * q * q, [(set, q)], field, Seq.Of(Index(member)), Seq.Of(new Factor(element, half))), box.Map(first + own / 2, (element, 1)));
        }

        // Each element is its own negative: the two ends of a pair, told apart by the highest digit of the element, have the same port.
        IEnumerable<LinkDraft> Even(GaloisField field, int side)
        {
            var elements = Enumerable.Range(0, own).Select(k => field.Power(2 * k + side)).OrderBy(s => s).ToList();
            for (var top = 1; top < q; top *= 2)
            {
                var these = elements.FindAll(s => s >= top && s < 2 * top);
                if (these.Count == 0) continue;
                var box = new Box();
                var (set, element, high, low) = (box.Add(q), box.Add(these.Count), box.Add(q / 2 / top), box.Add(top));
                var port = box.Map(first + elements.IndexOf(these[0]), (element, 1));
                var near = box.Map(side * q * q, (set, q), (high, 2 * top), (low, 1));
                // What the elements are below their highest digit is added in the field of those digits.
                var far = top == 1 ? box.Map(side * q * q + top, (set, q), (high, 2 * top))
                    : box.Sum(side * q * q + top, [(set, q), (high, 2 * top)], GaloisField.Of(top)!, Seq.Of(Index(low)), Seq.Of(new Factor(element, these.Select(s => s - top).ToSeq())));
                yield return Link($"side{side}-{top}", box, near, port, far, port);
            }
        }

        LinkDraft Link(string part, Box box, Affine lower, Affine lowerPort, Affine upper, Affine upperPort) =>
            new($"{Design.Name}/{part}", Design, box.Extents, new EndDraft(routers, ports, lower, lowerPort), new EndDraft(routers, ports, upper, upperPort), design.At)
            { Kind = "global", Media = design.Media };
    }

    static Factor Index(int dimension) => new(dimension, Seq<int>.Empty);
}
