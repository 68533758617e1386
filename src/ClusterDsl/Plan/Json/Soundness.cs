using ClusterDsl.Model;

namespace ClusterDsl.Plans.Json;

/// <summary>
/// What a plan that was read must hold beyond its form, for whoever walks it to meet nothing that is not there: what it names is in
/// it, and its maps stay among the racks, devices and ports there are. A plan with errors need not: it is never built.
/// </summary>
static class Soundness
{
    /// <summary>More cables than all ports of as many devices as a group may have.</summary>
    const long MostLinks = 1L << 40;

    public static void Check(Plan plan, JsonValue json)
    {
        if (plan.HasErrors) return;
        var models = plan.Models.GroupBy(m => m.Id).ToDictionary(m => m.Key, m => m.First());
        var groups = plan.Groups.GroupBy(g => g.Id).ToDictionary(g => g.Key, g => g.First());
        var halls = plan.Halls.GroupBy(h => (h.Site, h.Name)).ToDictionary(h => h.Key, h => h.First());

        var seen = new HashSet<string>();
        foreach (var (group, at) in Each(plan.Groups, json["groups"]))
        {
            if (!seen.Add(group.Id)) throw at["id"].Wrong("a group is there once");
            if (group.Name.Parts.Count == 0) throw at["name"].Wrong("at least one part is expected");
            if (!models.ContainsKey(group.Model)) throw at["model"].Wrong("a model of the plan is expected");
            if (group.Placement is not { } placement) continue;
            if (!halls.TryGetValue((placement.Site, placement.Hall), out var hall)) throw at["placement"].Wrong("a hall of the plan is expected");
            Stand(placement, group.Count, hall.Racks, at["placement"]);
        }
        foreach (var (fabric, at) in Each(plan.Fabrics, json["fabrics"]))
        {
            seen.Clear();
            foreach (var (tier, tierAt) in Each(fabric.Tiers, at["tiers"]))
            {
                if (!tier.Groups.All(groups.ContainsKey)) throw tierAt["groups"].Wrong("groups of the plan are expected");
                if (!tier.Groups.All(seen.Add)) throw tierAt["groups"].Wrong("a group is in one tier, once");
                if (tier.Devices != tier.Groups.Sum(g => (long)groups[g].Count)) throw tierAt["devices"].Wrong("as many as its groups have are expected");
            }
        }
        var parts = new HashSet<string>(plan.Parts.Select(p => p.Id));
        foreach (var (bundle, at) in Each(plan.Bundles, json["bundles"]))
        {
            if (bundle.SpeedGbps < 1) throw at["speedGbps"].Wrong("at least 1 Gb/s is expected");
            if (!IsPart(bundle.Cable)) throw at["cable"].Wrong("a part of the plan is expected");
            var links = 1L;
            foreach (var extent in bundle.Extents)
            {
                if (extent > MostLinks / links) throw at["extents"].Wrong("the bundle has too many cables");
                links *= extent;
            }
            if (bundle.Extents.Count == 0) throw at["extents"].Wrong("at least one dimension is expected");
            if (bundle.Extents[bundle.Extents.Count - 1] % bundle.Legs != 0) throw at["legs"].Wrong("the last dimension must hold a whole number of splitters");
            Cabled(bundle.A, at["a"]);
            Cabled(bundle.B, at["b"]);

            void Cabled(BundleEnd end, JsonValue at)
            {
                if (!groups.TryGetValue(end.Group, out var group)) throw at["group"].Wrong("a group of the plan is expected");
                if (!IsPart(end.Optic)) throw at["optic"].Wrong("a part of the plan is expected");
                if (models[group.Model].Banks.FirstOrDefault(b => b.Name == end.Bank) is not { } bank) throw at["bank"].Wrong("a bank of the group's model is expected");
                if (bank.Order.Count > 0 && end.Split % bank.NativeSplit != 0) throw at["split"].Wrong("ports that are numbered in an order of their own split in whole numbers");
                Stay(end.Device, bundle.Extents, group.Count, at["device"], "devices");
                Stay(end.Port, bundle.Extents, (long)bank.Cages * end.Split, at["port"], "ports");
            }

            bool IsPart(string id) => id.Length == 0 || parts.Contains(id);
        }
    }

    static IEnumerable<(T Item, JsonValue At)> Each<T>(Seq<T> items, JsonValue list) => items.Zip(list.Items, (item, at) => (item, at));

    /// <summary>Racks follow each other from the first device to the last, all of them in the hall.</summary>
    static void Stand(Placement placement, int count, int racks, JsonValue at)
    {
        var own = placement.Rest is { } rest ? Math.Min(count, rest.From) : count;
        if ((long)placement.Skipped + own > Limits.Devices * 2L || (long)placement.PerRack * placement.InTurn > Limits.Devices) throw at.Wrong("there are too many places");
        // The racks of a block, from the narrowest step to the widest: the next block begins behind them.
        var inner = Seq<RackStep>.Empty;
        for (var s = placement.Steps.Count - 1; s >= 0; s--)
        {
            var step = placement.Steps[s];
            if (RackOf(step.Devices - 1L) > step.Racks) throw at["steps"].Wrong("a step must lead over the racks of its devices");
            inner = Seq.Of([step, .. inner]);
        }
        if (own > 0 && placement.FirstRack + RackOf(placement.Skipped + own - 1L) >= racks) throw at.Wrong($"the hall has {racks} racks");
        if (placement.Rest is { } others && others.From < count) Stand(others.Placement, count - others.From, racks, at["placement"]);

        long RackOf(long slot)
        {
            var rack = 0L;
            foreach (var step in inner) (rack, slot) = (rack + slot / step.Devices * step.Racks, slot % step.Devices);
            return rack + slot / (placement.PerRack * placement.InTurn) * placement.InTurn;
        }
    }

    /// <summary>A map has a stride for each dimension, and leads nowhere beyond what there is.</summary>
    static void Stay(Affine map, Seq<int> extents, long limit, JsonValue at, string what)
    {
        var (least, most) = ((long)map.Offset, (long)map.Offset);
        Strides(map.Strides, at);
        for (var d = 0; d < extents.Count; d++) Reach(map.Strides[d], extents[d]);
        if (map.Round is Turn turn)
        {
            Strides(turn.Strides, at["turn"]);
            var sum = (long)turn.Offset;
            for (var d = 0; d < extents.Count; d++) sum += (long)turn.Strides[d] * (extents[d] - 1);
            if (sum > int.MaxValue) throw at["turn"].Wrong("it goes round too often");
        }
        if (map.Round is FieldSum sums)
            foreach (var (term, termAt) in Each(sums.Terms, at["field"]["terms"]))
                foreach (var (factor, factorAt) in Each(term, termAt["factors"]))
                {
                    if (factor.Dimension >= extents.Count) throw factorAt["dimension"].Wrong("a dimension of the bundle is expected");
                    var extent = extents[factor.Dimension];
                    if (factor.Of.Count == 0 ? extent > sums.Count : factor.Of.Count < extent || factor.Of.Any(e => e < 0 || e >= sums.Count))
                        throw factorAt.Wrong($"an element of the field is expected for each of {extent} indices");
                }
        if (map.Round is { } round) Reach(round.Unit, round.Count);
        if (least < 0 || most >= limit) throw at.Wrong($"it leads from {least} to {most}, and there are {limit} {what}");

        void Reach(int stride, int extent)
        {
            var reach = (long)stride * (extent - 1);
            if (reach < 0) least += reach;
            else most += reach;
        }

        void Strides(Seq<int> strides, JsonValue of)
        {
            if (strides.Count != extents.Count) throw of["strides"].Wrong($"a number for each of {extents.Count} dimensions is expected");
        }
    }
}
