using System.Buffers;
using System.Text;

namespace ClusterDsl.Artifacts.Wiring;

/// <summary>Text formats: UTF-8 without a mark, lines that end alike everywhere.</summary>
static class Lines
{
    const int BlockSize = 1 << 16;

    /// <summary>A writer that leaves the stream open and hands over whole blocks.</summary>
    public static StreamWriter On(Stream output) => new(output, new UTF8Encoding(false), BlockSize, leaveOpen: true) { NewLine = "\n" };

    /// <summary>A text between quotes that cannot end the quotes or the line; what YAML has no room for between quotes is a space.</summary>
    public static string Quoted(string text) => text.AsSpan().ContainsAny(Special)
        ? $"\"{string.Concat(text.Select(c => c is '"' or '\\' ? $"\\{c}" : Special.Contains(c) ? " " : c.ToString()))}\"" : $"\"{text}\"";

    static readonly SearchValues<char> Special =
        SearchValues.Create([.. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(char.IsControl), '"', '\\', '\u2028', '\u2029', '\ufeff', '\ufffe', '\uffff']);
}
