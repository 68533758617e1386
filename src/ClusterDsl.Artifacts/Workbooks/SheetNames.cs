using System.Globalization;

namespace ClusterDsl.Artifacts.Workbooks;

/// <summary>Names that Excel takes for sheets: up to 31 characters, none of []:*?/\, no apostrophe at an end, each once whatever its case.</summary>
sealed class SheetNames
{
    const int Most = 31;

    // Excel keeps this one for itself.
    readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase) { "History" };

    /// <summary>A name as near to the wished one as Excel takes.</summary>
    public string For(string wished)
    {
        var clean = string.Concat(wished.Select(c => "[]:*?/\\".Contains(c) || char.IsControl(c) || char.IsSurrogate(c) ? '_' : c)).Trim('\'', ' ');
        if (clean.Length == 0) clean = "sheet";
        for (var number = 1; ; number++)
        {
            var suffix = number == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({number})");
            var name = clean[..Math.Min(clean.Length, Most - suffix.Length)].TrimEnd('\'', ' ') + suffix;
            if (_taken.Add(name)) return name;
        }
    }
}
