using Microsoft.CodeAnalysis.Text;

namespace ClusterDsl.Analyzers.Devices;

/// <summary>A value of a YAML file and where it stands.</summary>
internal abstract class YamlNode(TextSpan span)
{
    /// <summary>A scalar itself; of a list or a mapping, its first character.</summary>
    public TextSpan Span { get; } = span;
}

/// <summary>A text, a number, a truth value: what it is, is for the reader to say.</summary>
internal sealed class YamlScalar(string text, TextSpan span) : YamlNode(span)
{
    public string Text { get; } = text;
}

/// <summary>A list.</summary>
internal sealed class YamlList(TextSpan span) : YamlNode(span)
{
    public List<YamlNode> Items { get; } = [];
}

/// <summary>A mapping; of a key that is there twice, the first value.</summary>
internal sealed class YamlMap(TextSpan span) : YamlNode(span)
{
    readonly Dictionary<string, YamlNode> _values = new(StringComparer.Ordinal);

    public List<YamlScalar> Keys { get; } = [];

    public YamlNode? this[string key] => _values.TryGetValue(key, out var value) ? value : null;

    /// <summary>Where a key stands; where the mapping begins when it is not there.</summary>
    public TextSpan SpanOf(string key) => Keys.Find(k => k.Text == key)?.Span ?? Span;

    public bool TryAdd(YamlScalar key, YamlNode value)
    {
        if (_values.ContainsKey(key.Text)) return false;
        _values.Add(key.Text, value);
        Keys.Add(key);
        return true;
    }
}
