using System.Globalization;
using System.Text.RegularExpressions;

namespace ClusterDsl.Analyzers.Devices;

/// <summary>A name taken apart at its numbers: <c>et-0/0/31</c> is "et-", 0, "/", 0, "/", 31.</summary>
internal sealed class NumberedName
{
    // A number with leading zeros cannot be written by counting, so it is text.
    static readonly Regex Numbers = new(@"(?<!\d)(0|[1-9]\d{0,4})(?!\d)", RegexOptions.CultureInvariant);

    readonly string[] _texts;

    public NumberedName(string name)
    {
        Name = name;
        _texts = Numbers.Split(name).Where((_, i) => i % 2 == 0).ToArray();
        Values = [.. Numbers.Matches(name).Cast<Match>().Select(m => int.Parse(m.Value, CultureInfo.InvariantCulture))];
    }

    public string Name { get; }

    public IReadOnlyList<int> Values { get; }

    /// <summary>What it has in common with names that differ in their numbers only; no name has the character in it that stands for them.</summary>
    public string Shape => string.Join("\0", _texts);

    /// <summary>The numbers in which names of one shape differ.</summary>
    public static IReadOnlyList<int> Varying(IReadOnlyList<NumberedName> names) =>
        [.. Enumerable.Range(0, names[0].Values.Count).Where(at => names.Any(n => n.Values[at] != names[0].Values[at]))];

    /// <summary>The name with something else in place of some of its numbers.</summary>
    public string With(IEnumerable<(int At, string Text)> places)
    {
        var replaced = places.ToDictionary(p => p.At, p => p.Text);
        return string.Concat(_texts.Select((text, i) => i == Values.Count ? text : text
            + (replaced.TryGetValue(i, out var place) ? place : Values[i].ToString(CultureInfo.InvariantCulture))));
    }
}
