using System.Runtime.CompilerServices;

namespace ClusterDsl.Analyzers.Tests.Infrastructure;

/// <summary>
/// A definition that is right and one that is wrong, read from one file as a diff: what is only right stands after "- ", what is only
/// wrong after "+ ". Above the definition stand what the fault is and, where it matters, a line of <c>.editorconfig</c>.
/// </summary>
internal sealed class Fault
{
    const string Setting = ".editorconfig:";

    readonly string[] _lines;

    Fault(string[] lines) => _lines = lines;

    /// <summary>The rules that have a file.</summary>
    public static IReadOnlyList<string> Rules { get; } =
        [.. Directory.EnumerateFiles(Folder(), "*.diff").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    public string Right => Definition('-');
    public string Wrong => Definition('+');
    public string RightSettings => Settings('-');
    public string WrongSettings => Settings('+');

    public static Fault Of(string rule) => new(File.ReadAllLines(Path.Combine(Folder(), rule + ".diff")));

    string Settings(char side) => string.Join('\n', Of(side, _lines.TakeWhile(line => line.Length > 0))
        .Where(line => line.StartsWith(Setting, StringComparison.Ordinal)).Select(line => line[Setting.Length..]));

    string Definition(char side) => string.Join('\n', Of(side, _lines.SkipWhile(line => line.Length > 0).Skip(1)));

    static IEnumerable<string> Of(char side, IEnumerable<string> lines) =>
        lines.Where(line => line.Length < 2 || line[0] == side || line[0] is not ('-' or '+')).Select(line => line.Length < 2 || line[1] != ' ' ? line : line[2..]);

    static string Folder([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "..", "Faults");
}
