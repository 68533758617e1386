using ClusterDsl.Model;
using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>
/// Sizes and cables the spines, which every leaf of their plane (and pod) reaches with equally many
/// links. Cores may join what is then a pod of several.
/// </summary>
sealed class SpinePlanner(Draft draft, FabricDraft fabric)
{
    FabricDesign Design => fabric.Design;

    public void Plan()
    {
        if (Design.Spines is not { } design || fabric.Blocks.Count == 0) return;
        var blocks = fabric.Blocks.Where(b => b.UplinkPorts is not null && b.Uplinks > 0).ToList();
        foreach (var block in fabric.Blocks.Where(b => b.UplinkPorts is null)) ReportNoUplinks(block, design);
        foreach (var block in blocks) SayIdleSpeed(block, design);
        if (blocks.Count == 0) return;
        foreach (var block in blocks.Where(b => b.UplinkGbps != blocks[0].UplinkGbps))
            fabric.Mismatches.Add(new Mismatch($"the uplinks of `{block.Leaves.Id}` run {block.UplinkGbps}G", $"those of `{blocks[0].Leaves.Id}` run {blocks[0].UplinkGbps}G",
                "The ports of a spine run at one speed: declare one `uplinkSpeed` for all leaves under the same spines", block.Design.At)
            { Fix = UplinksAt(blocks[0].UplinkGbps, block) });
        if (blocks.Any(b => b.UplinkGbps != blocks[0].UplinkGbps)) return;
        if (Design.Cores is not null && blocks.Count > 1)
        {
            fabric.Missing.Add(new Missing("a fabric with cores has one block of leaves, so that its pods are alike", "Declare one `.Leaves(…)`", Design.Cores.At));
            return;
        }

        // One spine port serves one uplink, whatever its block: the mode of the first block with uplinks is the tier's.
        if (PortMatch.Find([blocks[0].UplinkPorts!.Bank], design.Model.DownPorts, blocks[0].UplinkGbps) is not { } match) return;
        var ports = match.Upper;
        var planes = blocks[0].Planes;
        var declaredRatio = design.Ratio ?? Design.Ratio;
        var ratio = declaredRatio?.Most ?? Ratio.One;
        if (declaredRatio is null && Design is { Cores: not null, Scheduled: null }) draft.Assumptions.Add($"{Design.Name}: no oversubscription was declared, 1:1 assumed");
        var below = Design.Cores is null ? ports.Count : (int)ratio.DownWithin(ports.Count);
        var (pods, groupsPerPod) = Pods(blocks[0], below);

        // A pod is sized full, also the last: what is missing in it can be added without a cable moving.
        var leaves = blocks.ConvertAll(b => new Evenly.Below(Design.Cores is null ? b.PerPlane : (long)groupsPerPod * b.Rails, b.Uplinks, b.MostUplinks));
        var attached = (Attached() + draft.TakenInto(Design) + planes * pods - 1) / (planes * pods);
        var fewest = Evenly.Fewest(leaves, attached, below);
        var reach = design.Count is { } declared ? Math.Max(1, declared / (planes * pods)) : Evenly.Switches(leaves, attached, below);
        for (var i = 0; i < blocks.Count; i++) RoundUp(blocks[i], leaves[i], reach);
        var links = blocks.Select((b, i) => leaves[i].Devices * b.Uplinks).Sum();
        if (design.Count is { } odd && odd % (planes * pods) != 0)
            fabric.Missing.Add(new Missing($"its {odd} spines do not spread over {Text.Count(planes, "plane")} of {Text.Count(pods, "pod")}",
                $"Declare a multiple of {planes * pods}", design.At)
            { Fix = Use("spine", odd, planes * pods, design.At) });

        if (design.Count is null && blocks.Exists(b => b.Uplinks % reach != 0))
        {
            ReportNoSize(design, blocks, links, ports, below, fewest);
            return;
        }
        if (TooMany("spine", (long)planes * pods * reach, design)) return;
        var spines = Group("spine", design, planes * pods * reach, Naming.Nested(Design.Name, ("plane", planes), (Design.Words.Pod, pods), (Design.Scheduled is null ? "spine" : "fabric", reach)));
        var tier = new SpineDraft(design, spines)
        {
            Reach = reach, Pods = pods, Planes = planes, Declared = declaredRatio, Fewest = fewest, LinksBelow = links, Attached = (attached + reach - 1) / reach, PortsBelow = below,
        };
        fabric.Spines = tier;
        foreach (var block in blocks) Cable(block, tier, ports, groupsPerPod);
        if (Design.Cores is { } cores) new CorePlanner(draft, fabric, cores, tier, ports).Plan();
        // Uplinks that do not divide are said by a rule of their own; ports counted over them would be an echo.
        if (tier.IsEven(fabric) && tier.Cursor.Overflow(design.Model)) ReportOverflow(tier, blocks, ports);
    }

    /// <summary>Pods of a three-tier fabric: as many groups of leaves as the spines of one pod have ports for.</summary>
    (int Pods, int GroupsPerPod) Pods(BlockDraft block, int below)
    {
        if (Design.Cores is null) return (1, block.Groups);
        var perPod = DeclaredPod(block) ?? Math.Max(1, Math.Min(block.Groups, below / block.Rails));
        return ((block.Groups + perPod - 1) / perPod, perPod);
    }

    /// <summary>Groups of leaves in a pod, as its declared racks or units have them.</summary>
    int? DeclaredPod(BlockDraft block)
    {
        if (Design.Pods is not { } pod) return null;
        if (Design.Scheduled is not null) return Math.Max(1, pod.Units / block.Rails);
        var units = block.Units.Count > 0 ? block.Units[0] : null;
        if (!pod.AreRacks)
            return block.Design.PerRack is not null && units?.Nodes.Nodes?.Units is { } unit ? (int)Math.Min(Limits.Devices, (long)pod.Units * unit.Size / units.Size) : pod.Units;
        if (block.Design.PerRack is not { } perRack)
        {
            fabric.Missing.Add(new Missing("its pods are counted in racks, and its leaves do not stand at the top of racks", "Say how many units a pod has, or `perRack:` of the leaves", pod.At));
            return null;
        }
        return (int)Math.Min(Limits.Devices, Math.Max(1, (long)pod.Units * perRack / block.Ways));
    }

    /// <summary>Uplinks left to the planner become as many as the switches above share evenly.</summary>
    void RoundUp(BlockDraft block, Evenly.Below leaves, int spines)
    {
        if (leaves.Over(spines) is not { } even || even == block.Uplinks) return;
        draft.Assumptions.Add($"{block.Leaves.Id}: {Text.Count(even, "uplink")} of each, where {leaves.Needed} would do, so that {Text.Count(spines, "spine")} share them evenly");
        block.Uplinks = even;
    }

    /// <summary>Ports that other equipment takes of all spines.</summary>
    long Attached()
    {
        var ports = 0L;
        foreach (var connection in Design.Connections.Where(c => c.Tier == Tier.Spine))
            if (draft.NodesNamed(connection.Target) is { Nodes: { } nodes } && nodes.Model.For(connection.Role) is { } role)
                ports += (long)nodes.Count * role.Count;
        return ports;
    }

    void Cable(BlockDraft block, SpineDraft tier, PortChoice ports, int groupsPerPod)
    {
        // Links of one leaf to one spine. When they do not divide, what can be spread is spread, and a rule says so.
        var each = block.Uplinks / tier.Reach;
        var reached = each == 0 ? block.Uplinks : tier.Reach;
        each = Math.Max(1, each);
        var perPod = tier.Pods == 1 ? block.Groups : Math.Min(groupsPerPod, block.Groups);
        var first = tier.Cursor.Take(ports, perPod * block.Rails * each);

        var whole = tier.Pods == 1 ? 1 : block.Groups / perPod;
        var rest = tier.Pods == 1 ? 0 : block.Groups % perPod;
        Part(0, whole, perPod);
        if (rest > 0) Part(whole, 1, rest);

        void Part(int skipped, int pods, int groups)
        {
            if (pods == 0) return;
            var box = new Box();
            var (plane, pod, group) = (box.Add(tier.Planes), box.Add(pods), box.Add(groups));
            var (rail, spine, link) = (box.Add(block.Rails), box.Add(reached), box.Add(each));
            draft.Links.Add(new LinkDraft($"{tier.Group.Id}/{block.Leaves.Id}-{skipped}", Design, box.Extents,
                new EndDraft(block.Leaves, block.UplinkPorts!,
                    box.Map(skipped * perPod * block.Ways, (pod, perPod * block.Ways), (group, block.Ways), (rail, tier.Planes), (plane, 1)),
                    box.Map(block.FirstUplink, (spine, each), (link, 1))),
                new EndDraft(tier.Group, ports,
                    box.Map(skipped * tier.Reach, (plane, tier.Pods * tier.Reach), (pod, tier.Reach), (spine, 1)),
                    box.Map(first, (group, block.Rails * each), (rail, each), (link, 1))), tier.Design.At)
            { Media = tier.Design.Media, Kind = "uplink" });
        }
    }

    /// <summary>Uplinks of the fabric's speed in cages that carry more: as many cables would do more, or fewer the same.</summary>
    void SayIdleSpeed(BlockDraft block, TierDesign design)
    {
        if (block.Design.UplinkGbps is not null || Design.Scheduled is not null || block.UplinkPorts is not { } ports
            || PortMatch.Straight([ports.Bank], design.Model.DownPorts, int.MaxValue)?.Lower.Mode is not { } fast) return;
        if (fast.Split != ports.Mode.Split || fast.Speed.Gbps <= ports.Mode.Speed.Gbps) return;
        draft.Assumptions.Add($"{block.Leaves.Id}: uplinks of {ports.Mode.Speed}, as the fabric has it, in cages that carry {fast.Speed}: `uplinkSpeed: {fast.Speed.Gbps}.Gbps()` takes fewer");
    }

    void ReportNoUplinks(BlockDraft block, TierDesign design)
    {
        var (below, above) = (block.Design.Model.UpPorts, design.Model.DownPorts);
        var gbps = block.Design.UplinkGbps ?? Design.SpeedGbps;
        var areSplit = new[] { below, above }.All(banks => banks.SelectMany(b => b.Modes).Any(m => m.Speed.Gbps == gbps && m.Legs > 1));
        var common = Design.Scheduled is null ? PortMatch.Straight(below, above, int.MaxValue) : null;
        var remedy = $"choose switches, or an uplink speed, that both ends have{(common is { } fast ? $": {fast.Lower.Mode.Speed} with `uplinkSpeed:`" : "")}";
        fabric.Mismatches.Add(new Mismatch($"the ports of `{block.Leaves.Id}` run {PortMatch.Speeds(below)}",
            $"those of {design.Model.Id} run {PortMatch.Speeds(above)}",
            $"The uplinks are declared for {gbps}G{(areSplit ? ", which both run on a splitter only, and no cable is split at both ends" : "")}: {remedy}", design.At)
        { Fix = common is { } found ? UplinksAt(found.Lower.Mode.Speed.Gbps, block) : null });
    }

    static Fix UplinksAt(int gbps, BlockDraft block) =>
        Fix.Set($"Run the uplinks of `{block.Leaves.Id}` at {gbps}G", block.Design.At, "uplinkSpeed", $"{gbps}.Gbps()");

    /// <summary>The next multiple of a number.</summary>
    static Fix Use(string what, int count, int of, Origin at)
    {
        var multiple = (count + of - 1) / of * of;
        return Fix.Set($"Use {Text.Count(multiple, what)}", at, "count", multiple.ToString());
    }

    void ReportNoSize(TierDesign design, List<BlockDraft> blocks, long links, PortChoice ports, int below, int fewest)
    {
        var (remedy, fix) = NoSize(blocks, below);
        fabric.Shortages.Add(new Shortage($"{Design.Name}/spine", $"{Text.Count(fewest, Design.Words.Spine, Design.Words.Spines)} of {ports.Count} ports for {Text.Number(links)} uplinks",
            $"each {Design.Words.Leaf} has {string.Join(" or ", blocks.Select(b => Text.Count(b.Uplinks, "uplink")))}, which {(blocks.Count == 1 ? "cannot reach them all" : "do not spread evenly over so many")}",
            remedy, design.At) { Fix = fix });
    }

    /// <summary>What helps where no number of spines does: another tier if there can be one, else pods as small as their spines serve.</summary>
    (string, Fix?) NoSize(List<BlockDraft> blocks, int below)
    {
        const string Ports = "use switches with more ports";
        if (Design.Scheduled is not null && (Design.Cores is null || Design.Pods is null)) return (OfCells, null);
        if (Design.Cores is null) return (blocks.Count > 1 ? "Give each block of leaves a fabric of its own, or " + Ports
            : HalfEmpty(blocks[0]) is { } idle ? $"Fill the leaves, {idle}: larger units, or fewer rails with `.RailOptimized(groups: …)`. Or add a core tier with `.Cores(…)`, or {Ports}"
            : $"Add a core tier with `.Cores(…)`, or {Ports}", null);
        var most = below / blocks[0].Rails;
        if (Design.Pods is not { } pod || most == 0) return ("U" + Ports.Substring(1) + ": the leaves of one unit are more than a spine has ports for", null);
        if (Design.Scheduled is not null) return ($"Use zones of {Text.Count(below, "line box", "line boxes")}, or {Ports}", Fix.Set($"Use zones of {Text.Count(below, "line box", "line boxes")}", pod.At, "lineBoxes", below.ToString()));
        // What a pod is counted in may be several groups of leaves.
        var fits = most / Math.Max(1, (DeclaredPod(blocks[0]) ?? 1) / pod.Units);
        return fits == 0 || fits >= pod.Units ? ("U" + Ports.Substring(1), null)
            : ($"Use pods of {Text.Count(fits, pod.AreRacks ? "rack" : "unit")}, or {Ports}", Fix.Set($"Use pods of {Text.Count(fits, pod.AreRacks ? "rack" : "unit")}", pod.At, pod.AreRacks ? "racks" : "units", fits.ToString()));
    }

    /// <summary>Leaves of small units, or of many rails, have few uplinks because they serve few ports.</summary>
    static string? HalfEmpty(BlockDraft block) =>
        block.Rails > 1 && block.UplinkPorts is { } ports && block.FirstUplink + block.Uplinks is var used && 2 * used <= ports.Count ? $"which use {used} of {ports.Count} ports" : null;

    /// <summary>What helps a scheduled fabric whose boxes have too few ports.</summary>
    string OfCells => Design.Cores is null ? "Add a second stage with `.SecondStage(…)`, use fabric boxes with more ports, or fewer line boxes"
        : "Use smaller zones, fabric boxes with more ports, or fewer line boxes";

    void ReportOverflow(SpineDraft tier, List<BlockDraft> blocks, PortChoice ports)
    {
        var per = tier.LinksBelow / tier.Reach + tier.Uplinks;
        var common = blocks.Select(b => b.Uplinks).Aggregate(Ratio.Gcd);
        var divisor = Enumerable.Range(tier.Fewest, Math.Max(0, common - tier.Fewest + 1)).FirstOrDefault(d => common % d == 0);
        var fits = divisor > 0;
        var count = (long)divisor * tier.Planes * tier.Pods;
        var remedy = fits ? $"Use {Text.Count(count, Design.Words.Spine, Design.Words.Spines)}"
            : Design.Scheduled is not null ? OfCells
            : Design.Cores is null ? "No number of spines has the ports and divides the uplinks: add a core tier with `.Cores(…)`"
            : "Use smaller pods, or switches with more ports";
        fabric.Shortages.Add(new Shortage(tier.Group.Id, $"{Text.Number(per)} × {ports.Mode.Speed}",
            $"{tier.Design.Model.Id} has {ports.Count}", remedy, tier.Design.At)
        {
            Fix = fits ? Fix.Set(remedy, tier.Design.At, "count", count.ToString()) : null,
        });
    }

    bool TooMany(string role, long count, TierDesign design)
    {
        if (count <= Limits.Devices) return false;
        fabric.Shortages.Add(new Shortage($"{Design.Name}/{role}", Text.Count(count, "switch", "switches"),
            $"a plan holds {Text.Number(Limits.Devices)} devices of a kind", "Use switches with more ports", design.At));
        return true;
    }

    GroupDraft Group(string role, TierDesign design, int count, NameTemplate name)
    {
        var group = new GroupDraft($"{Design.Name}/{role}", role, design.Model, count, name, design.At) { Fabric = Design, Site = Design.Site };
        draft.Add(group);
        return group;
    }
}
