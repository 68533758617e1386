namespace ClusterDsl.Artifacts.Bom;

/// <summary>
/// How many cables of each stock length a bundle takes. The length depends on the two racks only, so the box is walked in
/// runs: along one dimension from rack boundary to rack boundary, never cable by cable.
/// </summary>
static class CableLengths
{
    /// <summary>The number of cables from end to end by stock length in millimetres; under 0 those whose length is not known.</summary>
    public static IReadOnlyDictionary<int, long> Of(Plan plan, Bundle bundle)
    {
        var run = new CableRun(plan, bundle);
        if (!run.IsRouted || bundle.Links == 0) return bundle.Links == 0 ? [] : new Dictionary<int, long> { [bundle.OutsideMm] = bundle.Assemblies };

        Placement a = plan.Group(bundle.A.Group).Placement!, b = plan.Group(bundle.B.Group).Placement!;
        // All legs of a splitter are one count.
        int[] extents = [.. bundle.Extents];
        if (bundle.Legs > 1) extents[^1] = 1;
        var along = Enumerable.Range(0, extents.Length).MinBy(d => Runs(d));
        var index = new int[extents.Length];
        var lengths = new Dictionary<int, long>();
        do
        {
            for (index[along] = 0; index[along] < extents[along];)
            {
                var steps = extents[along] - index[along];
                foreach (var (deviceA, deviceB) in run.Legs(index))
                    steps = Math.Min(steps, Math.Min(Steps(a, bundle.A.Device, deviceA, along), Steps(b, bundle.B.Device, deviceB, along)));
                if (!run.IsLed(index))
                {
                    var stock = run.StockMm(index);
                    lengths[stock] = lengths.GetValueOrDefault(stock) + steps;
                }
                index[along] += steps;
            }
            index[along] = 0;
        }
        while (Turn(index, extents, along));
        return lengths;

        // Roughly how often a rack boundary is crossed for each cable when walking along a dimension.
        double Runs(int d) => Math.Max(1.0 / extents[d],
            bundle.A.Device.Round?.Moves(d) == true || bundle.B.Device.Round?.Moves(d) == true ? 1
            : Math.Min(1, Math.Abs((double)bundle.A.Device.Strides[d]) / a.PerRack + Math.Abs((double)bundle.B.Device.Strides[d]) / b.PerRack));
    }

    /// <summary>After how many steps along a dimension the device may stand in another rack.</summary>
    static int Steps(Placement placement, Affine map, int device, int along)
    {
        var stride = map.Strides[along];
        if (map.Round?.Moves(along) == true) return 1;
        if (stride == 0) return int.MaxValue;
        // Walking down, rack boundaries are where walking up they are: step by step is right, and rare.
        return stride < 0 ? 1 : (placement.LeftInRack(device) - 1) / stride + 1;
    }

    /// <summary>Turns the odometer of all dimensions but one; false when it has gone round.</summary>
    static bool Turn(int[] index, int[] extents, int except)
    {
        for (var d = index.Length - 1; d >= 0; d--)
        {
            if (d == except) continue;
            if (++index[d] < extents[d]) return true;
            index[d] = 0;
        }
        return false;
    }
}
