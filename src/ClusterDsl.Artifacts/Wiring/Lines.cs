using System.Text;

namespace ClusterDsl.Artifacts.Wiring;

/// <summary>Text formats: UTF-8 without a mark, lines that end alike everywhere.</summary>
static class Lines
{
    const int BlockSize = 1 << 16;

    /// <summary>A writer that leaves the stream open and hands over whole blocks.</summary>
    public static StreamWriter On(Stream output) => new(output, new UTF8Encoding(false), BlockSize, leaveOpen: true) { NewLine = "\n" };

    /// <summary>A text between quotes that cannot end the quotes or the line.</summary>
    public static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\r", " ").Replace("\n", " ")}\"";
}
