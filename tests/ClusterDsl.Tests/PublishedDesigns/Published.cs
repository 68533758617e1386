using System.Text.Json;

namespace ClusterDsl.Tests;

/// <summary>One published design: its inputs and the counts its authors printed, corrected where they misprinted.</summary>
sealed class Published
{
    static readonly Lazy<JsonElement> All = new(() =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "PublishedDesigns", "architectures.json"))).RootElement);

    readonly JsonElement _case;

    Published(JsonElement @case) => _case = @case;

    /// <summary>The design with this id.</summary>
    public static Published Of(string id) => new(All.Value.EnumerateArray().Single(c => c.GetProperty("id").GetString() == id));

    /// <summary>A number the designers started from.</summary>
    public int Input(string name) => Find("inputs", name).GetInt32();

    /// <summary>A number they arrived at.</summary>
    public int Expected(string name) => Find("expected", name).GetInt32();

    /// <summary>A text they arrived at.</summary>
    public string Text(string name) => Find("expected", name).GetString()!;

    /// <summary>A number with decimals they arrived at.</summary>
    public double Decimal(string name) => Find("expected", name).GetDouble();

    /// <summary>A number that follows from theirs by arithmetic, done when the table was copied.</summary>
    public int Derived(string name) => Find("derived", name).GetInt32();

    /// <summary>Every number they arrived at, or that follows from theirs, by its name.</summary>
    public IReadOnlyDictionary<string, double> Numbers => (
        from section in new[] { "expected", "derived" }
        from number in _case.GetProperty(section).EnumerateObject()
        where number.Value.ValueKind == JsonValueKind.Number
        select number).ToDictionary(number => number.Name, number => number.Value.GetDouble());

    JsonElement Find(string section, string path) =>
        path.Split('.').Aggregate(_case.GetProperty(section), (element, name) => element.GetProperty(name));
}
