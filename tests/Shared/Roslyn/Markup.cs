using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace ClusterDsl.Testing;

/// <summary>A source without its marks, and where they were.</summary>
internal sealed record Markup(string Text, IReadOnlyList<(string Id, TextSpan Span)> Spans)
{
    public static Markup Parse(string marked)
    {
        var text = new StringBuilder();
        var open = new Stack<(string Id, int Start)>();
        var spans = new List<(string, TextSpan)>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (marked[i] == '{' && i + 9 < marked.Length && marked.Substring(i, 5) == "{|CDL")
            {
                open.Push((marked.Substring(i + 2, 7), text.Length));
                i += 9;
            }
            else if (marked[i] == '|' && i + 1 < marked.Length && marked[i + 1] == '}' && open.Count > 0)
            {
                var (id, start) = open.Pop();
                spans.Add((id, TextSpan.FromBounds(start, text.Length)));
                i++;
            }
            else text.Append(marked[i]);
        }
        return new Markup(text.ToString(), spans);
    }
}
