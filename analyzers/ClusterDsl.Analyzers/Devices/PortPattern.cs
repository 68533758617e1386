using System.Globalization;
using System.Text.RegularExpressions;

namespace ClusterDsl.Analyzers.Devices;

/// <summary>Names of ports by their numbers: <c>sw{c}p{s}</c>, where <c>{c}</c> is the cage and <c>{s}</c> the port in it.</summary>
internal sealed class PortPattern
{
    readonly Regex _names;

    PortPattern(string text, Regex names) => (Text, _names) = (text, names);

    public string Text { get; }

    public bool HasCage => Text.Contains("{c}");

    public bool HasPort => Text.Contains("{s}");

    /// <summary>The pattern; null where it is none.</summary>
    public static PortPattern? Parse(string text)
    {
        var escaped = Regex.Escape(text).Replace(@"\{c}", @"(?<c>0|[1-9]\d{0,4})").Replace(@"\{s}", @"(?<s>0|[1-9]\d{0,4})");
        var isOne = Count(text, "{c}") <= 1 && Count(text, "{s}") <= (text.Contains("{c}") ? 1 : 0) && !text.Contains("}{")
            && !text.Replace("{c}", "").Replace("{s}", "").Any(c => c is '{' or '}');
        return text.Length is > 0 and <= 100 && isOne ? new PortPattern(text, new Regex("^" + escaped + "$", RegexOptions.CultureInvariant)) : null;
    }

    /// <summary>The cage and the port that a name means; null where it does not follow the pattern.</summary>
    public (int Cage, int Port)? Match(string name) =>
        _names.Match(name) is { Success: true } match ? (Number(match.Groups["c"]), Number(match.Groups["s"])) : null;

    public string NameOf(int cage, int port) => Text.Replace("{c}", Invariant(cage)).Replace("{s}", Invariant(port));

    /// <summary>What names have in common, the numbers that differ being the cage and the port in it; null where they have nothing in common.</summary>
    public static string? Common(IReadOnlyList<NumberedName> names)
    {
        var varying = NumberedName.Varying(names);
        return varying.Count is 1 or 2 ? names[0].With(varying.Zip(["{c}", "{s}"], (at, place) => (at, place))) : null;
    }

    static int Count(string text, string part) => (text.Length - text.Replace(part, "").Length) / part.Length;

    static int Number(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;

    static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
