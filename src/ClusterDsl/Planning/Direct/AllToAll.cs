using ClusterDsl.Model;
using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>
/// Joins each two of some members, each of which is a few switches, with equally many links. Members stand in a ring: each is
/// cabled to the one after it, the second after it, and so on half round the ring, so that every pair comes once.
/// </summary>
/// <remarks>
/// The links of a member are dealt to its switches like cards: first to those going forward, then to those coming from behind,
/// then to the one opposite in a ring of even length. A whole round of the deal is one box; what is left of it is a few.
/// </remarks>
/// <param name="Fabric">The fabric.</param>
/// <param name="Id">What the bundles' names begin with.</param>
/// <param name="Switches">All switches, those of a member next to each other.</param>
/// <param name="Ports">The ports that are taken.</param>
/// <param name="First">The first of them.</param>
/// <param name="Members">Members of a ring.</param>
/// <param name="PerMember">Switches of a member.</param>
/// <param name="PerPair">Links between each two members.</param>
sealed record AllToAll(FabricDesign Fabric, string Id, GroupDraft Switches, PortChoice Ports, int First, int Members, int PerMember, int PerPair)
{
    /// <summary>Rings beside each other.</summary>
    public int Rings { get; init; } = 1;
    public required string Kind { get; init; }
    public required MediaDesign Media { get; init; }
    public required Origin At { get; init; }

    /// <summary>Whether the links of a member are equally many of each of its switches.</summary>
    public static bool IsEven(int members, int perMember, long perPair) => (members - 1) * perPair % perMember == 0;

    /// <summary>The links between two members come in steps of so many.</summary>
    public static int Step(int members, int perMember) => perMember / Ratio.Gcd(perMember, members - 1);

    /// <summary>Members that each is cabled to going forward, and, in a ring of even length, one opposite.</summary>
    int Forward => (Members - 1) / 2;
    bool HasOpposite => Members % 2 == 0;
    int RingSize => Members * PerMember;

    /// <summary>The bundles. <see cref="IsEven"/> must hold.</summary>
    public IEnumerable<LinkDraft> Links()
    {
        var (rounds, dealt) = (PerPair / PerMember, PerPair % PerMember);
        var taken = First + (Members - 1) * rounds;
        return dealt == 0 ? WholeRounds(rounds) : WholeRounds(rounds).Concat(Dealt(dealt, taken));
    }

    /// <summary>Every switch of a member to its like of every other member.</summary>
    IEnumerable<LinkDraft> WholeRounds(int rounds)
    {
        if (rounds == 0) yield break;
        if (Forward > 0)
        {
            var box = new Box();
            var (ring, ahead, member) = (box.Add(Rings), box.Add(Forward), box.Add(Members));
            var (device, link) = (box.Add(PerMember), box.Add(rounds));
            yield return Bundle("", box,
                box.Map(0, (ring, RingSize), (member, PerMember), (device, 1)), box.Map(First, (ahead, rounds), (link, 1)),
                box.Turn(0, new[] { (ring, RingSize), (device, 1) }, PerMember, Members, 1, (ahead, 1), (member, 1)),
                box.Map(First + Forward * rounds, (ahead, rounds), (link, 1)));
        }
        if (HasOpposite)
        {
            var box = new Box();
            var (ring, member) = (box.Add(Rings), box.Add(Members / 2));
            var (device, link) = (box.Add(PerMember), box.Add(rounds));
            var port = box.Map(First + 2 * Forward * rounds, (link, 1));
            yield return Bundle("opposite", box,
                box.Map(0, (ring, RingSize), (member, PerMember), (device, 1)), port,
                box.Map(RingSize / 2, (ring, RingSize), (member, PerMember), (device, 1)), port);
        }
    }

    /// <summary>Fewer links than a member has switches: they go to blocks of switches, on from where the last ones ended.</summary>
    IEnumerable<LinkDraft> Dealt(int links, int firstPort)
    {
        var size = Ratio.Gcd(links, PerMember);
        var (each, blocks) = (links / size, PerMember / size);
        // Members ahead that start at the same block of the deal follow each other at the distance of the blocks.
        for (var start = 0; start < Math.Min(blocks, Forward); start++)
            foreach (var (from, run) in Runs(each, blocks, start * each, (Forward + start) * each))
            {
                var box = new Box();
                var (ring, lap, member) = (box.Add(Rings), box.Add((Forward - start + blocks - 1) / blocks), box.Add(Members));
                var device = box.Add(run * size);
                var (near, far) = (start * each + from, (Forward + start) * each + from);
                yield return Bundle($"{start}-{from}", box,
                    box.Map(near % blocks * size, (ring, RingSize), (member, PerMember), (device, 1)), box.Map(firstPort + near / blocks, (lap, each)),
                    box.Turn(far % blocks * size, new[] { (ring, RingSize), (device, 1) }, PerMember, Members, start + 1, (lap, blocks), (member, 1)),
                    box.Map(firstPort + far / blocks, (lap, each)));
            }
        if (!HasOpposite) yield break;
        var last = 2 * Forward * each;
        foreach (var (from, run) in Runs(each, blocks, last, last))
        {
            var box = new Box();
            var (ring, member, device) = (box.Add(Rings), box.Add(Members / 2), box.Add(run * size));
            var (first, port) = ((last + from) % blocks * size, box.Map(firstPort + (last + from) / blocks));
            yield return Bundle($"opposite-{from}", box,
                box.Map(first, (ring, RingSize), (member, PerMember), (device, 1)), port,
                box.Map(first + RingSize / 2, (ring, RingSize), (member, PerMember), (device, 1)), port);
        }
    }

    /// <summary>Links of a pair during which neither end comes back to the first block.</summary>
    static IEnumerable<(int From, int Length)> Runs(int links, int blocks, int near, int far)
    {
        for (var from = 0; from < links;)
        {
            var run = Math.Min(links - from, Math.Min(blocks - (near + from) % blocks, blocks - (far + from) % blocks));
            yield return (from, run);
            from += run;
        }
    }

    LinkDraft Bundle(string part, Box box, Affine lower, Affine lowerPort, Affine upper, Affine upperPort) =>
        new(part.Length == 0 ? Id : $"{Id}-{part}", Fabric, box.Extents, new EndDraft(Switches, Ports, lower, lowerPort), new EndDraft(Switches, Ports, upper, upperPort), At)
        { Kind = Kind, Media = Media };
}
