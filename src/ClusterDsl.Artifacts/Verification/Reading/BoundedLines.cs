using System.Text;

namespace ClusterDsl.Artifacts.Verification;

/// <summary>The lines of a text that may be anything: no line takes more memory than a line of a report does.</summary>
static class BoundedLines
{
    const int Longest = 1 << 20;

    /// <summary>Each line with its number; null for one that is too long to be one.</summary>
    public static IEnumerable<(int Number, string? Text)> Of(Stream input)
    {
        using var reader = new StreamReader(input, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true, 1 << 16);
        var line = new StringBuilder();
        var block = new char[1 << 16];
        var (number, isTooLong) = (1, false);
        for (int read; (read = reader.ReadBlock(block, 0, block.Length)) > 0;)
            for (var at = 0; at < read;)
            {
                var end = Array.IndexOf(block, '\n', at, read - at);
                var length = (end < 0 ? read : end) - at;
                isTooLong |= line.Length + length > Longest;
                if (!isTooLong) line.Append(block, at, length);
                at += length;
                if (end < 0) continue;
                at++;
                yield return (number++, Ended());
            }
        if (line.Length > 0 || isTooLong) yield return (number, Ended());

        string? Ended()
        {
            if (!isTooLong && line.Length > 0 && line[^1] == '\r') line.Length--;
            var text = isTooLong ? null : line.ToString();
            line.Clear();
            isTooLong = false;
            return text;
        }
    }
}
