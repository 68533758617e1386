using System.Globalization;
using System.Text;
using System.Xml;
using ClusterDsl.Artifacts.Wiring;

namespace ClusterDsl.Artifacts.Drawings;

/// <summary>Writes one <c>svg</c> element. Coordinates are rounded to tenths, so that a drawing reads and compares well.</summary>
sealed class Svg : IDisposable
{
    const string Namespace = "http://www.w3.org/2000/svg";

    readonly XmlWriter _xml;

    /// <summary>Opens the element.</summary>
    /// <param name="output">What is written to; left open.</param>
    /// <param name="id">Its id, and what every id and rule of style in it begins with: several drawings can stand in one page.</param>
    /// <param name="width">The width of the drawing.</param>
    /// <param name="height">Its height.</param>
    /// <param name="title">What it shows, for those who do not see it.</param>
    /// <param name="description">The same at length.</param>
    public Svg(TextWriter output, string id, double width, double height, string title, string description)
    {
        _xml = XmlWriter.Create(output, new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, IndentChars = " ", NewLineChars = "\n", CloseOutput = false });
        _xml.WriteStartElement("svg", Namespace);
        Attribute("id", id);
        Attribute("viewBox", $"0 0 {Number(width)} {Number(height)}");
        Attribute("width", Number(width));
        Attribute("height", Number(height));
        Attribute("role", "img");
        Attribute("aria-labelledby", $"{id}-title {id}-desc");
        Leaf("title", title, ("id", $"{id}-title"));
        Leaf("desc", description, ("id", $"{id}-desc"));
        Leaf("style", Style.Of(id));
        Rectangle("paper", 0, 0, width, height);
    }

    /// <summary>Opens a group; what it is appears when a pointer rests on it, and is read aloud.</summary>
    public IDisposable Group(string kind, string title = "")
    {
        _xml.WriteStartElement("g", Namespace);
        Attribute("class", kind);
        if (title.Length > 0) Leaf("title", title);
        return new Closing(_xml);
    }

    /// <summary>Opens a group whose origin is here.</summary>
    public IDisposable At(double x, double y)
    {
        _xml.WriteStartElement("g", Namespace);
        Attribute("transform", $"translate({Number(x)} {Number(y)})");
        return new Closing(_xml);
    }

    public void Rectangle(string kind, double x, double y, double width, double height, double round = 0)
    {
        Start("rect", kind);
        Attribute("x", Number(x));
        Attribute("y", Number(y));
        Attribute("width", Number(width));
        Attribute("height", Number(height));
        if (round > 0) Attribute("rx", Number(round));
        _xml.WriteEndElement();
    }

    /// <summary>A line; its numbers are written as all are, whatever the culture.</summary>
    public void Path(string kind, FormattableString path, double strokeWidth = 0) => Outline(kind, Figures(path), strokeWidth);

    /// <summary>A path put together by <see cref="Figures"/>.</summary>
    public void Outline(string kind, string path, double strokeWidth = 0)
    {
        if (path.Length == 0) return;
        Start("path", kind);
        Attribute("d", path);
        if (strokeWidth > 0) Attribute("stroke-width", Number(strokeWidth));
        _xml.WriteEndElement();
    }

    public static string Figures(FormattableString path) =>
        string.Format(CultureInfo.InvariantCulture, path.Format, [.. path.GetArguments().Select(a => a is double number ? Number(number) : a)]);

    /// <summary>A text whose baseline begins, or for "middle" and "end" has its middle or end, at a point; shortened where it would be wider than there is room.</summary>
    public void Text(string kind, double x, double y, string text, double size = 12, string anchor = "start", double most = double.MaxValue)
    {
        _xml.WriteStartElement("text", Namespace);
        Attribute("class", kind);
        Attribute("x", Number(x));
        Attribute("y", Number(y));
        Attribute("font-size", Number(size));
        if (anchor != "start") Attribute("text-anchor", anchor);
        _xml.WriteString(LegalXml.Clean(Letters.Within(text, most, size)));
        _xml.WriteEndElement();
    }

    public void Dispose()
    {
        _xml.WriteEndElement();
        _xml.Dispose();
    }

    void Start(string element, string kind)
    {
        _xml.WriteStartElement(element, Namespace);
        Attribute("class", kind);
    }

    void Leaf(string element, string text, params (string Name, string Value)[] attributes)
    {
        _xml.WriteStartElement(element, Namespace);
        foreach (var (name, value) in attributes) Attribute(name, value);
        _xml.WriteString(LegalXml.Clean(text));
        _xml.WriteEndElement();
    }

    void Attribute(string name, string value) => _xml.WriteAttributeString(name, value);

    static string Number(double number) => (Math.Round(number * 10, MidpointRounding.AwayFromZero) / 10 + 0.0).ToString("0.#", CultureInfo.InvariantCulture);

    sealed class Closing(XmlWriter xml) : IDisposable
    {
        public void Dispose() => xml.WriteEndElement();
    }
}

/// <summary>How wide texts are, without a font at hand: a little more than they are in the fonts that drawings ask for.</summary>
static class Letters
{
    public static double Width(string text, double size) => text.Sum(c => c is 'i' or 'l' or 'j' or '.' or ',' or ':' or '|' or ' ' ? 0.32 : char.IsUpper(c) || c is 'm' or 'w' or '×' or '⋯' ? 0.72 : c < 0x2000 ? 0.56 : 1) * size;

    /// <summary>A text that is no wider than there is room for.</summary>
    public static string Within(string text, double room, double size)
    {
        if (text.Length <= 400 && Width(text, size) <= room) return text;
        var end = 0;
        for (var width = Width("…", size); end < text.Length && end < 400 && (width += Width(text[end].ToString(), size)) <= room;) end++;
        if (end > 0 && char.IsHighSurrogate(text[end - 1])) end--;
        return text[..end].TrimEnd() + "…";
    }
}
