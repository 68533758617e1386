using System.Globalization;
using System.Text;

namespace ClusterDsl.Plans.Json;

/// <summary>
/// Writes JSON by hand: the library runs inside the compiler, where no JSON package may be assumed.
/// Lists of <see cref="Lines{T}"/> put each item on its own line; everything else stays on the line it began on.
/// </summary>
sealed class JsonWriter
{
    readonly StringBuilder _text = new(16 * 1024);
    string _indent = "\n";
    bool _first = true;

    public override string ToString() => _text.ToString();

    /// <summary>An object on one line.</summary>
    public JsonWriter Object(Action<JsonWriter> members) => Enclose('{', () => members(this), '}');

    /// <summary>An object with a line for each member.</summary>
    public JsonWriter Document(params Action<JsonWriter>[] members) => Enclose('{', () => Indented(members, write => write(this)), '}');

    /// <summary>A member that is a list with a line for each item.</summary>
    public JsonWriter Lines<T>(string name, IReadOnlyList<T> items, Action<JsonWriter, T> write)
    {
        Name(name);
        return Enclose('[', () => Indented(items, item => write(this, item)), ']');
    }

    /// <summary>A member that is a list on one line.</summary>
    public JsonWriter List<T>(string name, IReadOnlyList<T> items, Action<JsonWriter, T> write)
    {
        Name(name);
        return Enclose('[', () =>
        {
            foreach (var item in items) write(this, item);
        }, ']');
    }

    /// <summary>A member that is a list of numbers.</summary>
    public JsonWriter List(string name, IReadOnlyList<int> numbers) => List(name, numbers, (json, number) => json.Value(number));

    /// <summary>A member that is an object on one line.</summary>
    public JsonWriter Object(string name, Action<JsonWriter> members) => Name(name).Object(members);

    /// <summary>A member that is a text.</summary>
    public JsonWriter Member(string name, string value) => Name(name).Value(value);

    /// <summary>A member that is a number.</summary>
    public JsonWriter Member(string name, long value) => Name(name).Value(value);

    /// <summary>A member that is a number, left out where it is 0.</summary>
    public JsonWriter Unless0(string name, int value) => value == 0 ? this : Member(name, value);

    /// <summary>A text.</summary>
    public JsonWriter Value(string value)
    {
        Separate();
        return Quote(value);
    }

    JsonWriter Value(long value)
    {
        Separate();
        _text.Append(value.ToString(CultureInfo.InvariantCulture));
        return this;
    }

    JsonWriter Name(string name)
    {
        Separate();
        Quote(name)._text.Append(": ");
        _first = true;
        return this;
    }

    JsonWriter Enclose(char open, Action content, char close)
    {
        Separate();
        _text.Append(open);
        _first = true;
        content();
        _text.Append(close);
        _first = false;
        return this;
    }

    void Indented<T>(IReadOnlyList<T> items, Action<T> write)
    {
        if (items.Count == 0) return;
        var outer = _indent;
        _indent += "  ";
        for (var i = 0; i < items.Count; i++)
        {
            _text.Append(i == 0 ? "" : ",").Append(_indent);
            _first = true;
            write(items[i]);
        }
        _text.Append(_indent = outer);
    }

    void Separate()
    {
        if (!_first) _text.Append(", ");
        _first = false;
    }

    JsonWriter Quote(string value)
    {
        if (IsPlain(value))
        {
            _text.Append('"').Append(value).Append('"');
            return this;
        }
        _text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (c is '"' or '\\') _text.Append('\\').Append(c);
            else if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1])) _text.Append(c).Append(value[++i]);
            // Half a surrogate pair has no UTF-8; escaped, it survives a file and an assembly's metadata.
            else if (c < ' ' || c == '\u007f' || char.IsSurrogate(c)) _text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else _text.Append(c);
        }
        _text.Append('"');
        return this;
    }

    static bool IsPlain(string value)
    {
        foreach (var c in value)
            if (c is < ' ' or '"' or '\\' or '\u007f' || char.IsSurrogate(c)) return false;
        return true;
    }
}
