using ClusterDsl.Artifacts.Drawings;

namespace ClusterDsl.Artifacts.Report;

/// <summary>The drawings of a plan, the same that its SVG files hold, each with a link to it and the style that it brings along.</summary>
sealed class DrawingsSection
{
    readonly List<(string Id, string Title, string Svg)> _drawings = [];

    public DrawingsSection(Plan plan)
    {
        if (plan.Fabrics.Count > 0) Add(TopologyDrawing.Id, "Topology", output => TopologyDrawing.Write(plan, output));
        if (FloorDrawing.IsFor(plan)) Add(FloorDrawing.Id, "Floor", output => FloorDrawing.Write(plan, output));
    }

    /// <summary>The links to them.</summary>
    public Markup Links => Markup.Lines(_drawings.Select(d => Markup.Of($"""<a href="#drawn-{d.Id}">{d.Title}</a>""")));

    /// <summary>The drawings themselves: too wide for a phone, so that they can be moved.</summary>
    public Markup Html => Markup.Lines(_drawings.Select(d => Markup.Of($"""
        <section id="drawn-{d.Id}" aria-labelledby="drawn-{d.Id}-title">
        <h2 id="drawn-{d.Id}-title">{d.Title}</h2>
        <div class="wide drawing" role="region" aria-label="{d.Title}, drawn" tabindex="0">
        {new Markup(d.Svg)}
        </div>
        </section>
        """)));

    /// <summary>What the page's policy has to allow for them.</summary>
    public IEnumerable<string> Styles => _drawings.Select(d => Style.Of(d.Id));

    void Add(string id, string title, Action<TextWriter> write)
    {
        var text = new StringWriter { NewLine = "\n" };
        write(text);
        _drawings.Add((id, title, text.ToString()));
    }
}
