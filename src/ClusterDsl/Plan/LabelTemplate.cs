namespace ClusterDsl.Plans;

/// <summary>How the labels of cables read: texts and, in braces, fields of the near end, the far end, the lower end (a) and the upper end (b).</summary>
public sealed class LabelTemplate
{
    /// <summary>What can be said of an end.</summary>
    public static Seq<string> EndFields { get; } = Seq.Of("site", "hall", "row", "rack", "u", "device", "port");

    /// <summary>The ends: that which the label is at and the other, or the lower and the upper whichever it is at.</summary>
    public static Seq<string> Ends { get; } = Seq.Of("near", "far", "a", "b");

    /// <summary>Every field.</summary>
    public static Seq<string> Fields { get; } = Seq.Of([.. Ends.SelectMany(end => EndFields.Select(field => $"{end}.{field}")), "fabric", "cable"]);

    LabelTemplate(Seq<LabelPart> parts) => Parts = parts;

    /// <summary>The texts and fields in order.</summary>
    public Seq<LabelPart> Parts { get; }

    /// <summary>The template of a text; braces that do not close are text.</summary>
    public static LabelTemplate Parse(string text)
    {
        var parts = new List<LabelPart>();
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf('{', at);
            var close = open < 0 ? -1 : text.IndexOf('}', open);
            if (close < 0) (open, close) = (text.Length, text.Length);
            if (open > at) parts.Add(new LabelPart(text.Substring(at, open - at), "", ""));
            if (open < text.Length)
            {
                var name = text.Substring(open + 1, close - open - 1);
                var dot = name.IndexOf('.');
                parts.Add(new LabelPart("", dot < 0 ? "" : name.Substring(0, dot), dot < 0 ? name : name.Substring(dot + 1)));
            }
            at = close + 1;
        }
        return new LabelTemplate(parts.ToSeq());
    }

    /// <summary>The fields that do not exist.</summary>
    internal IEnumerable<string> Unknown => Parts.Where(p => p.Field.Length > 0 || p.Text.Length == 0).Select(p => p.Name).Where(name => !Fields.Contains(name));

    /// <summary>Whether no two cables can have the same label: it names the cable, or a port of a device by its name or its place.</summary>
    internal bool IsUnique(bool inSeveralHalls) => Has("", "cable") || Ends.Any(end => Has(end, "port")
        && (Has(end, "device") || (Has(end, "rack") && Has(end, "u") && (!inSeveralHalls || (Has(end, "hall") && Has(end, "site"))))));

    bool Has(string end, string field) => Parts.Any(p => p.End == end && p.Field == field);
}

/// <summary>A text, or a field of an end or of the cable.</summary>
/// <param name="Text">The text; empty for a field.</param>
/// <param name="End">near, far, a or b; empty for a field of the cable.</param>
/// <param name="Field">The field; empty for a text.</param>
public sealed record LabelPart(string Text, string End, string Field)
{
    internal string Name => End.Length == 0 ? Field : $"{End}.{Field}";
}
