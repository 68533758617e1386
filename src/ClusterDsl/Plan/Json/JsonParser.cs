using System.Globalization;
using System.Text;

namespace ClusterDsl.Plans.Json;

/// <summary>
/// Parses the JSON that a plan is made of: objects, lists, texts and whole numbers. Other literals have no place in a
/// plan and are refused like any other fault, with line and column.
/// </summary>
sealed class JsonParser(string source)
{
    /// <summary>Far more than a plan needs, far less than a stack holds.</summary>
    const int MaxDepth = 32;

    int _next;

    /// <summary>The value of a whole text.</summary>
    public static JsonValue Parse(string source)
    {
        var parser = new JsonParser(source);
        var value = parser.Value(0);
        return parser.Peek() == '\0' && parser._next >= source.Length ? value : throw parser.Fault("nothing more is expected");
    }

    /// <summary>The exception for a fault at a position.</summary>
    public static FormatException Malformed(string source, int position, string why)
    {
        var before = source.Substring(0, Math.Min(position, source.Length));
        var line = before.Count(c => c == '\n') + 1;
        var column = before.Length - before.LastIndexOf('\n');
        return new FormatException(string.Format(CultureInfo.InvariantCulture, "plan, line {0}, column {1}: {2}", line, column, why));
    }

    JsonValue Value(int depth)
    {
        var first = Peek();
        var start = _next;
        object content = first switch
        {
            '{' => Object(depth),
            '[' => List(depth),
            '"' => Text(),
            '-' or (>= '0' and <= '9') => Number(),
            _ => throw Fault("an object, a list, a text or a whole number is expected"),
        };
        return new JsonValue(content, source, start);
    }

    Dictionary<string, JsonValue> Object(int depth)
    {
        var members = new Dictionary<string, JsonValue>(StringComparer.Ordinal);
        Sequence(depth, '}', () =>
        {
            if (Peek() != '"') throw Fault("the name of a member is expected");
            var start = _next;
            var name = Text();
            if (members.ContainsKey(name)) throw Malformed(source, start, $"the member \"{name}\" is there twice");
            Expect(':');
            members.Add(name, Value(depth + 1));
        });
        return members;
    }

    List<JsonValue> List(int depth)
    {
        var items = new List<JsonValue>();
        Sequence(depth, ']', () => items.Add(Value(depth + 1)));
        return items;
    }

    void Sequence(int depth, char close, Action item)
    {
        if (depth == MaxDepth) throw Fault("nested too deeply");
        _next++;
        if (Peek() == close)
        {
            _next++;
            return;
        }
        item();
        while (Peek() == ',')
        {
            _next++;
            item();
        }
        Expect(close);
    }

    string Text()
    {
        var text = new StringBuilder();
        for (_next++; ; )
        {
            if (_next >= source.Length) throw Fault("the text does not end");
            var c = source[_next++];
            if (c == '"') return text.ToString();
            if (c < ' ') throw Malformed(source, _next - 1, "a control character in a text must be escaped");
            text.Append(c == '\\' ? Escaped() : c);
        }
    }

    char Escaped()
    {
        var at = _next - 1;
        var c = _next < source.Length ? source[_next++] : '\0';
        switch (c)
        {
            case '"' or '\\' or '/': return c;
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case 'b': return '\b';
            case 'f': return '\f';
            case 'u' when _next + 4 <= source.Length
                && ushort.TryParse(source.Substring(_next, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                _next += 4;
                return (char)code;
            default: throw Malformed(source, at, "this is no escape sequence");
        }
    }

    object Number()
    {
        var start = _next;
        while (_next < source.Length && source[_next] is '-' or '+' or '.' or 'e' or 'E' or (>= '0' and <= '9')) _next++;
        if (!long.TryParse(source.Substring(start, _next - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            throw Malformed(source, start, "a whole number is expected");
        return number is >= int.MinValue and <= int.MaxValue ? (object)(int)number : number;
    }

    void Expect(char c)
    {
        if (Peek() != c) throw Fault($"'{c}' is expected");
        _next++;
    }

    /// <summary>The next character that is no white space; NUL at the end.</summary>
    char Peek()
    {
        while (_next < source.Length && source[_next] is ' ' or '\n' or '\r' or '\t') _next++;
        return _next < source.Length ? source[_next] : '\0';
    }

    FormatException Fault(string why) => Malformed(source, _next, why);
}
