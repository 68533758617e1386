using System.Globalization;

namespace ClusterDsl.Plans.Json;

/// <summary>A value of a parsed text that knows where it stands, so that whoever finds it wrong can say where.</summary>
/// <param name="content">A string, an int, a long where no int holds it, a list of values or a dictionary of them.</param>
/// <param name="source">The whole text.</param>
/// <param name="position">Where in it the value begins.</param>
sealed class JsonValue(object content, string source, int position)
{
    /// <summary>The text this value must be.</summary>
    public string Text => content as string ?? throw Wrong("a text is expected");

    /// <summary>The whole number this value must be.</summary>
    public int Number => content is int number ? number : throw Wrong(content is long ? "a whole number of at most 32 bits is expected" : "a whole number is expected");

    /// <summary>The amount this value must be, which an int may not hold.</summary>
    public long Amount => content is long amount ? amount : Number;

    /// <summary>The whole number this value must be, in these bounds.</summary>
    public int Within(int least, int most) =>
        Number is var number && number >= least && number <= most ? number : throw Wrong(FormattableString.Invariant($"a number from {least} to {most} is expected"));

    /// <summary>The items of the list this value must be.</summary>
    public IReadOnlyList<JsonValue> Items => content as List<JsonValue> ?? throw Wrong("a list is expected");

    /// <summary>The numbers of the list this value must be.</summary>
    public Seq<int> Numbers => Items.Select(item => item.Number).ToSeq();

    /// <summary>The member that must be there.</summary>
    public JsonValue this[string name] => Find(name) ?? throw Wrong($"the member \"{name}\" is missing");

    /// <summary>The member, if it is there.</summary>
    public JsonValue? Find(string name) =>
        content is Dictionary<string, JsonValue> members
            ? members.TryGetValue(name, out var value) ? value : null
            : throw Wrong("an object is expected");

    /// <summary>The number of a member, or 0 where it is left out; never less.</summary>
    public int Or0(string name) => Find(name)?.Within(0, int.MaxValue) ?? 0;

    /// <summary>The items of a member, each decoded.</summary>
    public Seq<T> Map<T>(string name, Func<JsonValue, T> decode) => this[name].Items.Select(decode).ToSeq();

    /// <summary>What to throw when this value is not what it should be.</summary>
    public FormatException Wrong(string why) => JsonParser.Malformed(source, position, why);
}
