using System.Reflection;
using ClusterDsl.Model;
using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>The parts of a link that an author may choose.</summary>
enum LinkPart { Lower, Upper, Cable }

/// <summary>
/// What of the catalogue serves a link where the part that the author chose does not: with the author's other parts if that
/// goes, else with others in the place of those too; of several the one with the shortest reach that suffices.
/// </summary>
static class Substitutes
{
    static readonly Lazy<IReadOnlyDictionary<object, string>> Names = new(() =>
        new[] { typeof(Optics), typeof(Cables) }
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static).Select(p => (Part: p.GetValue(null)!, Name: $"{type.Name}.{p.Name}")))
            .ToDictionary(p => p.Part, p => p.Name));

    public static Fix? For(LinkDraft link, LinkPart wrong)
    {
        var media = link.Media;
        if (wrong switch { LinkPart.Lower => media.Lower is null, LinkPart.Upper => media.Upper is null, _ => media.Cable is null }) return null;
        var serves = Shortest(link,
                wrong is LinkPart.Lower ? null : media.Lower?.Part,
                wrong is LinkPart.Upper ? null : media.Upper?.Part,
                wrong is LinkPart.Cable ? null : media.Cable?.Part)
            ?? Shortest(link, null, null, null);
        if (serves is null) return null;
        var (edits, ids) = (new List<Edit>(), new List<string>());
        Put(media.Lower, serves.Lower, serves.Lower?.Id);
        Put(media.Upper, serves.Upper, serves.Upper?.Id);
        Put(media.Cable, serves.Cable, serves.Cable.Id);
        return edits.Count == 0 ? null : new Fix($"Use {string.Join(" and ", ids.Distinct())}", edits.ToSeq());

        void Put<T>((T Part, Origin At)? chosen, T? other, string? id) where T : class
        {
            if (chosen is not { } author || other is null || author.Part.Equals(other)) return;
            edits.Add(Edit.At(EditKind.SetArgument, author.At, Names.Value[other]));
            ids.Add(id!);
        }
    }

    static MediaPlanner.Choice? Shortest(LinkDraft link, Optic? lower, Optic? upper, CableFamily? cable) =>
        MediaPlanner.Possible(link, lower, upper, cable)
            // Where the author chose modules, a cable that brings its own is another design.
            .Where(c => MediaPlanner.Reaches(link, c) && (link.Media is { Lower: null, Upper: null } || c.Lower is not null))
            .OrderBy(c => Reach.Of(link, c)).FirstOrDefault();
}
