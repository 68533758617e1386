using System.Globalization;
using ClusterDsl.Analyzers.Rules;

namespace ClusterDsl.Analyzers.Devices;

/// <summary>The fields of a mapping, each with a check of what it must be.</summary>
internal sealed class Fields(DeviceText file, YamlMap map, DeviceFaults faults)
{
    /// <summary>The longest text that is taken: a name, a part number.</summary>
    const int Length = 100;

    public DeviceText File => file;

    public YamlMap Map => map;

    DeviceRule Rule => file.IsOverlay ? OverlayDoesNotFit.Rule : DeviceFieldInvalid.Rule;

    /// <summary>The value of a field; a field that is there and empty is not there.</summary>
    public YamlNode? this[string key] => map[key] is YamlScalar { Text: "" or "null" or "~" } ? null : map[key];

    public void Refuse(YamlNode at, string message) => faults.Add(Rule, file, at.Span, message);

    /// <summary>A short text of one line.</summary>
    public string? Text(string key)
    {
        if (this[key] is not { } node) return null;
        if (node is YamlScalar { Text: var text } && text.Trim() is { Length: > 0 and <= Length } trimmed && !trimmed.Any(char.IsControl)) return trimmed;
        Refuse(node, $"`{key}` must be a text of one line and at most {Length} characters");
        return null;
    }

    public decimal? Number(string key, decimal least, decimal most, string unit = "")
    {
        if (this[key] is not { } node) return null;
        if (node is YamlScalar { Text: var text } && decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most) return number;
        Refuse(node, FormattableString.Invariant($"`{key}` must be a number from {least:N0} to {most:N0}{unit}"));
        return null;
    }

    public int? Whole(string key, int least, int most, string unit = "")
    {
        if (Number(key, least, most, unit) is not { } number) return null;
        if (decimal.Truncate(number) == number) return (int)number;
        Refuse(this[key]!, $"`{key}` must be a whole number");
        return null;
    }

    public bool Truth(string key) => this[key] is YamlScalar { Text: var text } && text.ToLowerInvariant() is "true" or "yes" or "on";

    /// <summary>One of a few words.</summary>
    public string? Word(string key, params string[] words)
    {
        if (this[key] is not { } node) return null;
        if (node is YamlScalar { Text: var text } && words.FirstOrDefault(w => w.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)) is { } word) return word;
        Refuse(node, $"`{key}` must be one of {string.Join(", ", words)}");
        return null;
    }

    /// <summary>The items of a list, each a mapping.</summary>
    public IEnumerable<Fields> List(string key)
    {
        if (this[key] is not { } node) yield break;
        if (node is not YamlList list)
        {
            Refuse(node, $"`{key}` must be a list");
            yield break;
        }
        foreach (var item in list.Items)
            if (item is YamlMap entry) yield return new Fields(file, entry, faults);
            else Refuse(item, $"each of `{key}` must have fields of its own, such as `name:`");
    }

    /// <summary>Nothing but these: what else is written would be thought to count.</summary>
    public void Only(params string[] known)
    {
        foreach (var key in map.Keys)
            if (!known.Contains(key.Text))
                Refuse(key, $"there is no `{key.Text}` here; an overlay can say {string.Join(", ", known)}");
    }
}
