namespace ClusterDsl.Artifacts.Report;

/// <summary>A table of a report. A title that begins with # is that of numbers.</summary>
sealed class Table(string caption, params string[] titles)
{
    readonly List<IReadOnlyList<Markup>> _rows = [];

    /// <summary>A row of texts; the first names it.</summary>
    public void Add(params IEnumerable<string> cells) => _rows.Add([.. cells.Select(cell => Markup.Of($"{cell}"))]);

    /// <summary>A row whose first cell is made already.</summary>
    public void Add(Markup first, params IEnumerable<string> cells) => _rows.Add([first, .. cells.Select(cell => Markup.Of($"{cell}"))]);

    /// <summary>The table; nothing where it has no rows.</summary>
    public Markup Html => _rows.Count == 0 ? Markup.None : Markup.Of($"""
        <div class="wide" role="region" aria-label="{caption}" tabindex="0"><table><caption>{caption}</caption>
        <thead><tr>{titles.Select(Title)}</tr></thead>
        <tbody>
        {_rows.Select(Row)}
        </tbody></table></div>
        """);

    static Markup Title(string title) => title.StartsWith('#') ? Markup.Of($"""<th scope="col" class="number">{title[1..]}</th>""") : Markup.Of($"""<th scope="col">{title}</th>""");

    Markup Row(IReadOnlyList<Markup> cells) => Markup.Of($"<tr>{cells.Select(Cell)}</tr>");

    Markup Cell(Markup cell, int column) =>
        column == 0 ? Markup.Of($"""<th scope="row">{cell}</th>""")
        : titles[column].StartsWith('#') ? Markup.Of($"""<td class="number">{cell}</td>""") : Markup.Of($"<td>{cell}</td>");
}
