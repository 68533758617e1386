using System.Globalization;

namespace ClusterDsl;

/// <summary>Numbers and lists as messages print them, whatever the culture.</summary>
static class Text
{
    public static string Number(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    public static string Metres(int millimetres) => Thousandths(millimetres);

    public static string Kilometres(int millimetres) => (millimetres / 1_000_000m).ToString("0.######", CultureInfo.InvariantCulture);

    public static string Thousandths(int value) => (value / 1000m).ToString("0.###", CultureInfo.InvariantCulture);

    public static string Hundredths(int value) => (value / 100m).ToString("0.##", CultureInfo.InvariantCulture);

    public static string Decimal(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>"16 GiB", "1.5 MiB".</summary>
    public static string Bytes(int kibibytes) =>
        kibibytes >= 1 << 20 ? Decimal(kibibytes / (double)(1 << 20)) + " GiB" : kibibytes >= 1 << 10 ? Decimal(kibibytes / 1024.0) + " MiB" : Number(kibibytes) + " KiB";

    /// <summary>"1.25 s", "3.4 ms", "12 µs".</summary>
    public static string Time(double microseconds) =>
        microseconds >= 1e6 ? Decimal(microseconds / 1e6) + " s" : microseconds >= 1e3 ? Decimal(microseconds / 1e3) + " ms" : Decimal(microseconds) + " µs";

    public static string Count(long number, string one, string? many = null) =>
        $"{Number(number)} {(number == 1 ? one : many ?? one + "s")}";

    public static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(Shown));

    /// <summary>A name that may be anything, in backticks: not too long for a message, and nothing in it that a terminal obeys.</summary>
    public static string Shown(string name)
    {
        var shown = new string([.. name.Take(60).Select(c => Prints(c) ? c : '\uFFFD')]);
        return $"`{shown}{(name.Length > 60 ? "…" : "")}`";
    }

    /// <summary>A text as C# writes it.</summary>
    public static string Literal(string text) => "\"" + string.Concat(text.Select(c =>
        c is '"' or '\\' ? "\\" + c : Prints(c) ? c.ToString() : "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture))) + "\"";

    static bool Prints(char c) =>
        !char.IsControl(c) && char.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    /// <summary>The known name that is nearest to a mistyped one, when it is near.</summary>
    public static string? Nearest(string name, IEnumerable<string> known) =>
        known.Select(k => (Name: k, Distance: Distance(name, k)))
            .Where(k => k.Distance <= Math.Max(2, name.Length / 3))
            .OrderBy(k => k.Distance).ThenBy(k => k.Name, StringComparer.Ordinal)
            .Select(k => k.Name).FirstOrDefault();

    static int Distance(string a, string b)
    {
        if (a.Length > 64 || b.Length > 64) return int.MaxValue;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1));
                diagonal = above;
            }
        }
        return row[b.Length];
    }
}
