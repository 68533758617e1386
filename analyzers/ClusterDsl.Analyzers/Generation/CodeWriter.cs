using System.Text;

namespace ClusterDsl.Analyzers.Generation;

/// <summary>Writes indented lines.</summary>
internal sealed class CodeWriter
{
    readonly StringBuilder _text = new();
    int _depth;

    public void Line(string line = "") => _text.Append(line.Length == 0 ? "" : new string(' ', _depth * 4) + line).Append('\n');

    public void Open(string line)
    {
        Line(line);
        Open();
    }

    public void Open()
    {
        Line("{");
        _depth++;
    }

    public void Close(string behind = "")
    {
        _depth--;
        Line("}" + behind);
    }

    /// <summary>A documentation comment of one element.</summary>
    public void Doc(string element, params string[] paragraphs)
    {
        if (paragraphs.Length == 1)
        {
            Line($"/// <{element}>{Xml(paragraphs[0])}</{element}>");
            return;
        }
        Line($"/// <{element}>");
        foreach (var paragraph in paragraphs) Line($"/// <para>{Xml(paragraph)}</para>");
        Line($"/// </{element}>");
    }

    // A line break would end the comment.
    static string Xml(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace('\r', ' ').Replace('\n', ' ')
        .Replace('\u0085', ' ').Replace('\u2028', ' ').Replace('\u2029', ' ');

    public override string ToString() => _text.ToString();
}
