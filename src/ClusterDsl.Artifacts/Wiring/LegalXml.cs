using System.Xml;

namespace ClusterDsl.Artifacts.Wiring;

/// <summary>XML has no control characters, not even escaped.</summary>
static class LegalXml
{
    /// <summary>A text without them, and without half a pair of surrogates; a name that holds some keeps the rest.</summary>
    public static string Clean(string text) => text.All(XmlConvert.IsXmlChar) ? text
        : string.Concat(text.EnumerateRunes().Select(rune => rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString()));
}
