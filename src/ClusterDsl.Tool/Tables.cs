using System.Globalization;
using Spectre.Console;

namespace ClusterDsl.Tool;

/// <summary>Tables for a person at a terminal; Markdown where they go to a file.</summary>
static class Tables
{
    /// <summary>A file is not as narrow as a window: lines are cut for a person only, a row of Markdown is one line.</summary>
    const int FileWidth = 10_000;

    /// <summary>Where to write them, and with which border.</summary>
    public static (IAnsiConsole Console, TableBorder Border) On(TextWriter output)
    {
        if (output == Console.Out && !Console.IsOutputRedirected) return (AnsiConsole.Console, TableBorder.Rounded);
        var file = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(output) });
        file.Profile.Width = FileWidth;
        return (file, TableBorder.Markdown);
    }

    /// <summary>A table with these columns; those of numbers, marked with #, are aligned to the right.</summary>
    public static Table Columns(params string[] names)
    {
        var table = new Table();
        foreach (var name in names)
        {
            var column = new TableColumn($"[bold]{name.TrimStart('#')}[/]");
            table.AddColumn(name[0] == '#' ? column.RightAligned() : column);
        }
        return table;
    }

    public static void Row(Table table, params string[] cells) => table.AddRow([.. cells.Select(Markup.Escape)]);

    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
