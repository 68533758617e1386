using System.Text.Json;

namespace ClusterDsl.Artifacts.Verification;

/// <summary>A JSON value; of a text that breaks off, as much as can be read.</summary>
sealed class PartialJson
{
    readonly List<(string Name, PartialJson Value)> _members = [];
    readonly List<PartialJson> _items = [];

    /// <summary>The text or number that it is; null for an object or a list.</summary>
    public string? Text { get; private set; }

    /// <summary>Whether it ends.</summary>
    public bool IsWhole { get; private set; }

    public IReadOnlyList<(string Name, PartialJson Value)> Members => _members;

    /// <summary>The first member of a name.</summary>
    public PartialJson? Find(string name) => _members.FirstOrDefault(m => m.Name == name).Value;

    /// <summary>The items of a member that may be a list or, being one alone, no list.</summary>
    public IEnumerable<PartialJson> Each(string name) =>
        Find(name) is not { } member ? [] : member._items.Count > 0 ? member._items : [member];

    /// <summary>The text of a member, or of its value, in either form that lldpcli writes.</summary>
    public string? TextOf(string name) => Each(name).Select(v => v.Text ?? v.Find("value")?.Text).FirstOrDefault(t => !string.IsNullOrEmpty(t));

    /// <summary>Reads a text; the line where it goes wrong and why, or null.</summary>
    public static (PartialJson Value, int Line, string? Fault) Read(ReadOnlySpan<byte> text)
    {
        var root = new PartialJson();
        if (text.StartsWith("\uFEFF"u8)) text = text[3..];
        var reader = new Utf8JsonReader(text);
        try
        {
            if (!reader.Read()) return (root, 1, "it is empty");
            root.Fill(ref reader);
            return reader.Read() ? (root, LineAt(text, reader.TokenStartIndex), "something follows its end") : (root, 0, null);
        }
        catch (JsonException e)
        {
            return (root, (int)(e.LineNumber ?? 0) + 1, reader.BytesConsumed + 64 >= text.Length ? "it breaks off, or is no JSON" : "this is no JSON");
        }
        catch (InvalidOperationException)
        {
            return (root, LineAt(text, reader.TokenStartIndex), "a text is no UTF-8");
        }
    }

    void Fill(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var name = reader.GetString()!;
                    var value = new PartialJson();
                    _members.Add((name, value));
                    reader.Read();
                    value.Fill(ref reader);
                }
                break;
            case JsonTokenType.StartArray:
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    var item = new PartialJson();
                    _items.Add(item);
                    item.Fill(ref reader);
                }
                break;
            case JsonTokenType.String:
                Text = reader.GetString();
                break;
            default:
                Text = System.Text.Encoding.UTF8.GetString(reader.ValueSpan);
                break;
        }
        IsWhole = true;
    }

    static int LineAt(ReadOnlySpan<byte> text, long position) => text[..(int)Math.Min(position, text.Length)].Count((byte)'\n') + 1;
}
