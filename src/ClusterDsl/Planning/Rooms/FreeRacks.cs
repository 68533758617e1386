using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>
/// The racks of a hall that nobody keeps for himself: of each row without the racks at its end and in its middle, and without
/// those that are named in the definition.
/// </summary>
static class FreeRacks
{
    /// <summary>More racks than any design needs: the rows of a hall go on, and a rule says when they are more than declared.</summary>
    const int Endless = 1 << 30;

    public static IReadOnlyList<RackZone> Of(HallPlan hall, int atEnd, int inMiddle, IEnumerable<(int First, int Count)> kept)
    {
        var row = hall.PerRow;
        var length = Math.Max(1, inMiddle > 0 ? (row - atEnd - inMiddle) / 2 : row - atEnd);
        var (perRow, stride) = (inMiddle > 0 ? 2 : 1, Math.Max(length, row - atEnd - length));
        var zones = new List<RackZone>();
        var next = 0; // the first row that is not dealt with

        foreach (var rows in Touched(kept, row))
        {
            Rows(next, rows.First - next);
            var free = rows.First * row;
            foreach (var (first, count) in rows.Kept)
            {
                Gap(free, first);
                free = Math.Max(free, first + count);
            }
            Gap(free, (rows.Last + 1) * row);
            next = rows.Last + 1;
        }
        Rows(next, Endless / row * perRow / perRow);
        return zones;

        void Rows(int first, int count)
        {
            if (count > 0) zones.Add(new RackZone(first * row, length, Math.Min(count, Endless / row) * perRow, perRow, stride, row));
        }

        // What is free between two kept racks of a row, without the end and the middle of it.
        void Gap(int from, int to)
        {
            if (to <= from) return;
            var start = from / row * row;
            for (var s = 0; s < perRow; s++)
            {
                var first = Math.Max(from, start + s * stride);
                var end = Math.Min(to, start + s * stride + length);
                if (first < end) zones.Add(new RackZone(first, end - first, 1, 1, 0, row));
            }
        }
    }

    /// <summary>The rows that hold kept racks, and which.</summary>
    static IEnumerable<(int First, int Last, List<(int First, int Count)> Kept)> Touched(IEnumerable<(int First, int Count)> kept, int row)
    {
        (int First, int Last, List<(int, int)> Kept)? open = null;
        foreach (var run in kept.OrderBy(k => k.First))
        {
            var (first, last) = (run.First / row, (run.First + run.Count - 1) / row);
            if (open is { } rows && first <= rows.Last)
            {
                rows.Kept.Add(run);
                open = (rows.First, Math.Max(rows.Last, last), rows.Kept);
                continue;
            }
            if (open is { } done) yield return done;
            open = (first, last, [run]);
        }
        if (open is { } final) yield return final;
    }
}
