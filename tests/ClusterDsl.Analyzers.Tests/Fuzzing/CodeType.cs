namespace ClusterDsl.Analyzers.Tests.Fuzzing;

/// <summary>A type as the grammar writes it: <c>int</c>, <c>List&lt;T&gt;</c>, <c>T[]</c>, <c>V?</c>, <c>(A, B)</c>; one letter is a type to be chosen.</summary>
internal sealed class CodeType : IEquatable<CodeType>
{
    readonly string _text;

    CodeType(string name, params CodeType[] arguments)
    {
        Name = name;
        Arguments = arguments;
        _text = name switch
        {
            "?" or "[]" => arguments[0] + name,
            "()" => $"({string.Join(", ", arguments.AsEnumerable())})",
            _ => arguments.Length == 0 ? name : $"{name}<{string.Join(", ", arguments.AsEnumerable())}>",
        };
    }

    public string Name { get; }

    public CodeType[] Arguments { get; }

    public bool IsOpen => Name.Length == 1 && char.IsUpper(Name[0]);

    public static CodeType Parse(string text)
    {
        var at = 0;
        var type = Parse(text, ref at);
        return at == text.Length ? type : throw new FormatException($"'{text}' is no type");
    }

    static CodeType Parse(string text, ref int at)
    {
        CodeType type;
        if (text[at] == '(')
        {
            type = new CodeType("()", ParseArguments(text, ref at, ')'));
        }
        else
        {
            var start = at;
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_')) at++;
            var name = text[start..at];
            type = at < text.Length && text[at] == '<' ? new CodeType(name, ParseArguments(text, ref at, '>')) : new CodeType(name);
        }
        while (at < text.Length && text[at] is '?' or '[')
        {
            var isArray = text[at] == '[';
            at += isArray ? 2 : 1;
            type = new CodeType(isArray ? "[]" : "?", type);
        }
        return type;
    }

    static CodeType[] ParseArguments(string text, ref int at, char close)
    {
        var arguments = new List<CodeType>();
        do
        {
            at++;
            while (text[at] == ' ') at++;
            arguments.Add(Parse(text, ref at));
        }
        while (text[at] == ',');
        if (text[at++] != close) throw new FormatException($"'{text}' is no type");
        return [.. arguments];
    }

    /// <summary>Whether a type has this form; the letters of the form are then bound.</summary>
    public bool Matches(CodeType type, Dictionary<string, CodeType> letters)
    {
        if (IsOpen)
        {
            if (letters.TryGetValue(Name, out var bound)) return bound.Equals(type);
            if (!Choices.Fits(Name, type)) return false;
            letters[Name] = type;
            return true;
        }
        return Name == type.Name && Arguments.Length == type.Arguments.Length
            && Arguments.Zip(type.Arguments).All(pair => pair.First.Matches(pair.Second, letters));
    }

    /// <summary>This type with its letters replaced.</summary>
    public CodeType With(Func<string, CodeType> letter) =>
        IsOpen ? letter(Name) : Arguments.Length == 0 ? this : new CodeType(Name, [.. Arguments.Select(a => a.With(letter))]);

    public bool Equals(CodeType? other) => other?._text == _text;

    public override bool Equals(object? other) => Equals(other as CodeType);

    public override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => _text;
}
