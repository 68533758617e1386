using Microsoft.CodeAnalysis.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ClusterDsl.Analyzers.Devices;

/// <summary>
/// Reads a YAML file as far as it can be read. It is typed in an editor and may come from anywhere: what nests deep, goes on for ever or
/// grows by referring to itself is bounded, and whatever is wrong is said at its place.
/// </summary>
internal sealed class YamlReader
{
    /// <summary>The most characters of a file: ten times the largest of the device-type library.</summary>
    public const int Length = 1_000_000;

    /// <summary>The most values in a file.</summary>
    public const int Values = 50_000;

    /// <summary>How deep values may nest; a device type needs four.</summary>
    public const int Depth = 16;

    readonly SourceText _text;
    readonly List<(TextSpan, string)> _faults = [];
    readonly Parser _parser;
    int _values;
    bool _stopped;

    YamlReader(SourceText text, string content) => (_text, _parser) = (text, new Parser(new StringReader(content)));

    /// <summary>The root, null where there is none, and what is wrong.</summary>
    public static (YamlNode? Root, IReadOnlyList<(TextSpan Span, string Message)> Faults) Read(SourceText text)
    {
        if (text.Length > Length) return (null, [(default, $"the file has {text.Length:N0} characters; a device type has at most {Length:N0}")]);
        var content = text.ToString();
        if (content.IndexOf('\0') is >= 0 and var zero) return (null, [(new TextSpan(zero, 1), "the file is not text")]);
        var reader = new YamlReader(text, content);
        return (reader.Document(), reader._faults);
    }

    YamlNode? Document()
    {
        // The start of the stream, and the start of the document unless the file is empty.
        if (Next() is not StreamStart || Next() is not DocumentStart || Next() is not { } first) return null;
        var root = Node(first, 0);
        if (!_stopped && Next() is DocumentEnd && Next() is DocumentStart second)
            Fault(Span(second.Start, second.End), "a file describes one device; what follows this line is not read");
        return root;
    }

    YamlNode? Node(ParsingEvent at, int depth)
    {
        if (++_values > Values) return Stop(at, $"the file has more than {Values:N0} values; the rest is not read");
        if (depth > Depth) return Stop(at, $"values nest more than {Depth} deep; the rest is not read");
        switch (at)
        {
            case Scalar scalar:
                return new YamlScalar(scalar.Value, Span(scalar.Start, scalar.End));
            case AnchorAlias alias:
                Fault(Span(alias.Start, alias.End), "a reference to another value is not read here; write the value out");
                return new YamlScalar("", Span(alias.Start, alias.End));
            case SequenceStart:
                var list = new YamlList(First(at));
                while (Next() is { } item and not SequenceEnd)
                    if (Node(item, depth + 1) is { } value) list.Items.Add(value);
                return list;
            case MappingStart:
                return Map(at, depth);
            default:
                return null;
        }
    }

    YamlMap Map(ParsingEvent at, int depth)
    {
        var map = new YamlMap(First(at));
        while (Next() is { } first and not MappingEnd)
        {
            var key = Node(first, depth + 1);
            if (Next() is not { } second || Node(second, depth + 1) is not { } value) break;
            if (key is not YamlScalar name) Fault(First(first), "a key must be a name");
            else if (!map.TryAdd(name, value)) Fault(name.Span, $"`{name.Text}` is written twice; the first is used");
        }
        return map;
    }

    ParsingEvent? Next()
    {
        if (_stopped) return null;
        try
        {
            return _parser.MoveNext() ? _parser.Current : null;
        }
        catch (YamlException exception)
        {
            _stopped = true;
            Fault(LineOf(exception.End, exception.Start), $"this is not YAML: {Sentence(exception.Message)}; what stands before it is used");
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Whatever else the parser meets in hostile text must not reach the compiler.
            _stopped = true;
            Fault(LineOf(_parser.Current?.End ?? Mark.Empty, Mark.Empty), "this is not YAML; what stands before it is used");
        }
        return null;
    }

    YamlNode? Stop(ParsingEvent at, string message)
    {
        if (!_stopped) Fault(First(at), message);
        _stopped = true;
        return null;
    }

    void Fault(TextSpan span, string message) => _faults.Add((span, message));

    TextSpan First(ParsingEvent at) => new(Position(at.Start), Position(at.Start) < _text.Length ? 1 : 0);

    TextSpan Span(Mark start, Mark end) => TextSpan.FromBounds(Position(start), Math.Max(Position(start), Position(end)));

    // Where a mistake is noticed is seldom a whole word: its line is what the author looks at.
    TextSpan LineOf(Mark noticed, Mark begun)
    {
        var line = _text.Lines.GetLineFromPosition(Position(noticed));
        var text = line.ToString();
        if (text.Trim().Length == 0 && begun.Index < noticed.Index) return LineOf(begun, begun);
        return new TextSpan(line.Start + text.Length - text.TrimStart().Length, text.Trim().Length);
    }

    int Position(Mark mark) => (int)Math.Max(0, Math.Min(mark.Index, _text.Length));

    static string Sentence(string message) =>
        message.Length == 0 ? "it cannot be read" : char.ToLowerInvariant(message[0]) + message.Substring(1).TrimEnd('.');
}
