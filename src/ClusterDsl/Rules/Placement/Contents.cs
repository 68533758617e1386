using ClusterDsl.Planning;

namespace ClusterDsl.Rules;

/// <summary>What stands in a rack, as messages say it.</summary>
static class Contents
{
    /// <summary>"4 × `dgx` and 2 × `compute/leaf`, 44.2 kW together"; without the last words for one group alone.</summary>
    public static string Sum(IReadOnlyList<RackContent> contents, Func<RackContent, long> of, Func<long, string> shown)
    {
        var all = contents.Where(c => of(c) > 0).ToList();
        var listed = string.Join(", ", all.Take(4).Select(c => $"{c.Devices} × `{c.Group.Id}` ({shown(of(c))})")) + (all.Count > 4 ? " …" : "");
        return all.Count == 1 ? listed : $"{listed}: {shown(all.Sum(of))}";
    }
}
