using System.Net;
using System.Text;

namespace ClusterDsl.Artifacts.Report;

/// <summary>A piece of HTML. What is put into one is text unless it is a piece itself: a name can never become an element.</summary>
readonly record struct Markup(string Html)
{
    /// <summary>The piece that a format writes; texts in it are escaped.</summary>
    public static Markup Of(FormattableString format) =>
        new(string.Format(System.Globalization.CultureInfo.InvariantCulture, format.Format, [.. format.GetArguments().Select(Piece)]));

    /// <summary>Pieces one behind the other, each on its line.</summary>
    public static Markup Lines(params IEnumerable<Markup> pieces) => new(string.Join("\n", pieces.Select(piece => piece.Html).Where(html => html.Length > 0)));

    /// <summary>Nothing.</summary>
    public static Markup None { get; } = new("");

    /// <summary>A list in a format is its pieces.</summary>
    static object? Piece(object? argument) => argument switch
    {
        Markup piece => piece.Html,
        IEnumerable<Markup> pieces => Lines(pieces).Html,
        string text => WebUtility.HtmlEncode(Printable(text)),
        _ => argument,
    };

    /// <summary>HTML has no form for control characters and halves of surrogate pairs.</summary>
    static string Printable(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) clean.Append(rune.Value is '\n' or '\t' || !Rune.IsControl(rune) ? rune.ToString() : "\ufffd");
        return clean.ToString();
    }

    /// <inheritdoc/>
    public override string ToString() => Html;
}
