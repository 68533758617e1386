using ClusterDsl.Language;
using ClusterDsl.Model;
using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>Sizes an interconnect: its modes, the wavelengths of each path, and what those come to in time and light.</summary>
sealed class InterconnectPlanner(Draft draft, InterconnectDesign design)
{
    /// <summary>Light in a fibre of refractive index 1.468.</summary>
    public const double NsPerMetre = 4.9;

    /// <summary>The C band that amplifiers and transceivers share, in GHz.</summary>
    public const int BandGhz = 4_800;

    public void Plan()
    {
        if (design.Incomplete || design.Cluster.Incomplete || design.Cluster.Sites.Any(s => s.Incomplete)) return;
        var (a, b) = (Site(design.A, "a"), Site(design.B, "b"));
        if (a is null || b is null) return;
        var line = new InterconnectDraft(design, a, b);
        draft.Interconnects.Add(line);
        Join(line);
        foreach (var at in design.Optics.Where(o => o.Site is { } site && site != design.A && site != design.B))
            draft.Unknown.Add(new UnknownName("site of this interconnect", at.Site!, [design.A, design.B], at.At.Argument("at")));
        if (!IsWhole(line) || design.OpticsAt(design.A) is null || design.OpticsAt(design.B) is null) return;

        (CoherentMode A, CoherentMode B)? modes = null;
        if (design.Paths.Any(p => p.Dark is not null))
        {
            var (atA, atB) = (design.OpticsAt(design.A)!, design.OpticsAt(design.B)!);
            modes = InCommon(atA.Modes, atB.Modes);
            if (modes is null)
            {
                line.NoMode = (atA, atB);
                return;
            }
        }
        foreach (var path in design.Paths)
        {
            Work.Done();
            line.Paths.Add(Sized(path, modes));
        }
        new LinePlanner(draft, line).Plan();
    }

    SiteDesign? Site(string name, string parameter)
    {
        var sites = design.Cluster.Sites;
        var site = sites.FirstOrDefault(s => s.Name == name);
        if (site is null) draft.Unknown.Add(new UnknownName("site", name, [.. sites.Select(s => s.Name)], design.At.Argument(parameter)));
        return site;
    }

    void Join(InterconnectDraft line)
    {
        if (design.Joins is not { } joins) return;
        var (a, b) = (Of(line.A), Of(line.B));
        if (a is not null && b is not null)
        {
            line.Joined = (a, b);
            return;
        }
        var missing = a is null ? line.A : line.B;
        draft.Unknown.Add(new UnknownName($"fabric at site `{missing.Name}`", joins.Fabric, [.. missing.Fabrics.Select(f => f.Said)], joins.At));

        FabricDesign? Of(SiteDesign site) => site.Fabrics.FirstOrDefault(f => f.Said == joins.Fabric);
    }

    bool IsWhole(InterconnectDraft line)
    {
        if (design.Paths.Count == 0)
            line.Missing.Add(new Missing("it has no path", "Declare one with `.Path(…)`", design.At));
        foreach (var path in design.Paths.Where(p => p.Dark is null && p.Leased is null))
            line.Missing.Add(new Missing($"nothing says what the path `{path.Name}` is made of", "Say `.DarkFibre(…)` or `.LeasedWavelength(…)`", path.At));
        foreach (var path in design.Paths.Where(p => p.Leased is not null && (p.Amplified is not null || p.Mux is not null || p.Protection is not null)))
            line.Missing.Add(new Missing($"the line of the path `{path.Name}` is a carrier's: amplifiers, multiplexers and second routes are its own", "Leave them out, or declare dark fibre", path.Leased!.Value.At));
        if (design.Capacity is null && design.Paths.Any(p => p.Wavelengths is null))
            line.Missing.Add(new Missing("nothing says how much it carries", "Say the traffic with `.Capacity(…)`, or the wavelengths of each path", design.At));
        foreach (var site in new[] { design.A, design.B })
            // A site of another name is told already: what was chosen there was meant for one of these.
            if (design.Paths.Count > 0 && design.OpticsAt(site) is null && design.Optics.All(o => o.Site is null || o.Site == design.A || o.Site == design.B))
                line.Missing.Add(new Missing($"nothing says what it ends in at `{site}`", "Choose the transceivers and the router with `.Optics(…, on: …)`, or `.Transponders(…, on: …)`", design.At));
        return line.Missing.Count == 0;
    }

    /// <summary>The first mode that both run.</summary>
    static (CoherentMode, CoherentMode)? InCommon(Seq<CoherentMode> a, Seq<CoherentMode> b)
    {
        foreach (var mode in a)
            if (b.FirstOrDefault(m => m.Name == mode.Name && m.Gbps == mode.Gbps && m.Fec == mode.Fec) is { } same) return (mode, same);
        return null;
    }

    PathDraft Sized(PathDesign path, (CoherentMode A, CoherentMode B)? modes)
    {
        if (path.Leased is { } leased)
            return new PathDraft(path) { Wavelengths = Count(path, leased.Gbps), WavelengthGbps = leased.Gbps, OneWayNs = Ns(path.LengthMm) };
        var (dark, mode) = (path.Dark!.Value, modes!.Value.A);
        var count = Count(path, mode.Gbps);
        var pairs = Math.Min(dark.Pairs, count);
        var spacing = Math.Max(mode.SpacingGhz, modes.Value.B.SpacingGhz);
        var mux = path.Mux?.Model ?? (count <= pairs ? null : Muxes.All.FirstOrDefault(m => m.SpacingGhz >= spacing) ?? Muxes.C32);
        var perPair = (count + pairs - 1) / pairs;
        Line Route(int mm, bool isProtection) => new(dark.Fibre, path.Amplified?.Of(mm, isProtection) ?? [mm], mux?.LossDb ?? 0, path.Amplified?.Model, perPair, path.Protection is not null);
        Line[] routes = path.Protection is { } second ? [Route(path.LengthMm, false), Route(second.LengthMm, true)] : [Route(path.LengthMm, false)];
        return new PathDraft(path)
        {
            Wavelengths = count, WavelengthGbps = mode.Gbps, Modes = modes, Mux = mux, Pairs = pairs, Routes = routes,
            OneWayNs = routes.Max(r => Ns(r.SpansMm.Sum()) + (path.Amplified is null ? 0 : (r.SpansMm.Count + 1) * AmplifierModel.LatencyNs))
                + Math.Max(modes.Value.A.LatencyNs, modes.Value.B.LatencyNs),
        };
    }

    static int Ns(int mm) => (int)Math.Round(mm / 1000.0 * NsPerMetre);

    /// <summary>As declared; else an even share of the capacity, of which one path less carries all where one may be lost.</summary>
    int Count(PathDesign path, int gbps)
    {
        if (path.Wavelengths is { } declared) return declared.Count;
        var paths = design.Paths.Count - (design.SurvivesLoss is not null && design.Paths.Any(p => p.Protection is null) ? 1 : 0);
        var share = (design.Capacity!.Value.Gbps + Math.Max(1, paths) - 1) / Math.Max(1, paths);
        return Math.Max(1, (share + gbps - 1) / gbps);
    }
}
