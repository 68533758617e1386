using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace ClusterDsl.Artifacts.Report;

/// <summary>The page's own files, which stand beside this one: its frame, its style and its script.</summary>
static partial class PageText
{
    /// <summary>The parts of the script in the order they need each other.</summary>
    static readonly string[] Scripts = ["maps.js", "places.js", "cabling.js", "search.js", "grid.js", "racks.js", "page.js"];

    public static string Frame { get; } = Read("page.html");

    public static string Style { get; } = "\n" + Read("page.css");

    public static string Script { get; } = "\n'use strict';\n" + string.Join("\n", Scripts.Select(Read));

    /// <summary>The frame with its places filled. What is filled in is not looked at again.</summary>
    public static string Fill(IReadOnlyDictionary<string, string> places) => Place().Replace(Frame, match => places[match.Groups[1].Value]);

    /// <summary>How a policy names a script or a style that stands in the page.</summary>
    public static string Hash(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Place();

    static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Report.{name}") ?? throw new InvalidOperationException($"{name} is not embedded");
        return new StreamReader(stream, Encoding.UTF8).ReadToEnd().ReplaceLineEndings("\n");
    }
}
