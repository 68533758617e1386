using ClusterDsl.Model;

namespace ClusterDsl.Planning;

/// <summary>
/// Two sites may call their nodes and fabrics alike, as a function that declares a pod does when it is called for each: in the plan those
/// carry the site's name before their own. What is called once keeps its name, so that most plans never show a site.
/// </summary>
static class SiteNames
{
    public static void TellApart(ClusterDesign design)
    {
        var shared = new HashSet<string>(design.Sites.SelectMany(Said).GroupBy(n => n.Name, StringComparer.OrdinalIgnoreCase)
            .Where(n => n.Select(x => x.Site).Distinct().Skip(1).Any()).Select(n => n.Key), StringComparer.OrdinalIgnoreCase);
        if (shared.Count == 0) return;
        foreach (var nodes in design.Nodes.Where(n => shared.Contains(n.Said))) nodes.Name = InPlan(nodes.Site, nodes.Said);
        foreach (var fabric in design.Fabrics.Where(f => shared.Contains(f.Said))) fabric.Name = InPlan(fabric.Site, fabric.Said);
        foreach (var site in design.Sites)
        {
            // What a fabric names is its own site's, where that has it.
            var own = new HashSet<string>(Said(site).Select(n => n.Name).Where(shared.Contains));
            string Meant(string name) => own.Contains(name) ? InPlan(site, name) : name;
            foreach (var fabric in site.Fabrics) Refer(fabric, Meant);
        }
    }

    static void Refer(FabricDesign fabric, Func<string, string> meant)
    {
        foreach (var connection in fabric.Connections.Concat(fabric.Blocks.SelectMany(b => b.Connections))) connection.Target = meant(connection.Target);
        if (fabric.Into is { } into) fabric.Into = (meant(into.Fabric), into.PerLeaf, into.At);
        for (var i = 0; i < fabric.BackToBack.Count; i++) fabric.BackToBack[i] = (meant(fabric.BackToBack[i].Nodes), fabric.BackToBack[i].Role, fabric.BackToBack[i].At);
        for (var i = 0; i < fabric.Links.Count; i++)
            fabric.Links[i] = fabric.Links[i] with { Lower = Refer(fabric.Links[i].Lower, meant), Upper = Refer(fabric.Links[i].Upper, meant) };
    }

    static PortRef Refer(PortRef port, Func<string, string> meant) => port.Nodes is { } nodes ? port with { Nodes = meant(nodes) } : port;

    static IEnumerable<(string Name, SiteDesign Site)> Said(SiteDesign site) =>
        site.Nodes.Select(n => (n.Said, site)).Concat(site.Fabrics.Select(f => (f.Said, site)));

    static string InPlan(SiteDesign site, string name) => $"{site.Name}-{name}";
}
