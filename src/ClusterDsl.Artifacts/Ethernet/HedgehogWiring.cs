using ClusterDsl.Artifacts.Wiring;

namespace ClusterDsl.Artifacts;

/// <summary>
/// <c>&lt;fabric&gt;.hhfab.yaml</c>: the wiring of an Ethernet fabric of leaves and spines for Hedgehog's <c>hhfab</c> (wiring.githedgehog.com/v1beta1): its switches with
/// the cages that are split, its servers, and what joins them. Ports are E1 and the number of the cage, as in the switch profiles.
/// </summary>
public sealed class HedgehogWiring : Artifact
{
    const string Wiring = "wiring.githedgehog.com/v1beta1";

    /// <summary>The profiles of hhfab for models of the catalogue (pkg/ctrl/switchprofile).</summary>
    static readonly Dictionary<string, string> Profiles = new() { ["DS5000"] = "celestica-ds5000" };

    /// <inheritdoc/>
    public override string Format => "hhfab";

    /// <inheritdoc/>
    public override IEnumerable<ArtifactFile> Files(Plan plan) =>
        plan.Fabrics.Where(IsMeant).Select(fabric => new ArtifactFile($"{fabric.Name}.hhfab.yaml", output => Write(plan, fabric, output)));

    /// <inheritdoc/>
    public override IEnumerable<Finding> LeftOut(Plan plan)
    {
        foreach (var fabric in plan.Fabrics.Where(f => !IsMeant(f)))
            yield return Without(fabric.At, fabric.IsInfiniBand() ? $"`{fabric.Name}` is InfiniBand, which hhfab does not wire" : $"`{fabric.Name}` is no Ethernet of leaves and spines");
        foreach (var fabric in plan.Fabrics.Where(IsMeant))
        {
            foreach (var model in Switches(plan, fabric).Select(s => s.Group.Model).Distinct().Where(m => !Profiles.ContainsKey(m)))
                yield return Without(fabric.At, $"hhfab has no profile for {model}: the switches of `{fabric.Name}` are written with the profile `{ProfileOf(model)}`, which is not there");
            foreach (var bundle in plan.Bundles.Where(b => b.Fabric == fabric.Name && Kind(plan, fabric, b) is null))
                yield return Without(bundle.At, $"the {bundle.Links} links between `{bundle.A.Group}` and `{bundle.B.Group}`: they lead from no server or leaf of `{fabric.Name}` upwards");
            yield return Without(fabric.At, $"serial numbers and MAC addresses of the switches of `{fabric.Name}`, which nobody knows before they are there: put them under `boot`");
        }
    }

    static bool IsMeant(FabricPlan fabric) => fabric.Protocol.StartsWith("Ethernet", StringComparison.Ordinal) && fabric.Tiers.Count > 0 && fabric.Tiers.All(t => t.Role is "leaf" or "spine");

    static void Write(Plan plan, FabricPlan fabric, Stream output)
    {
        using var lines = Lines.On(output);
        var bundles = plan.Bundles.Where(b => b.Fabric == fabric.Name && Kind(plan, fabric, b) is not null).ToList();
        Begin(lines, Wiring, "VLANNamespace", "default");
        lines.WriteLine("  ranges:");
        lines.WriteLine("  - {from: 1000, to: 2999}");
        Begin(lines, "vpc.githedgehog.com/v1beta1", "IPv4Namespace", "default");
        lines.WriteLine("  subnets:");
        lines.WriteLine("  - \"10.0.0.0/16\"");

        var breakouts = Breakouts(plan, bundles);
        foreach (var (group, role) in Switches(plan, fabric))
            for (var device = 0; device < group.Count; device++)
            {
                Begin(lines, Wiring, "Switch", Name(group.Name.Format(device)));
                lines.WriteLine($"  role: {(role == "spine" ? "spine" : "server-leaf")}");
                lines.WriteLine($"  profile: {Lines.Quoted(ProfileOf(group.Model))}");
                if (!breakouts.TryGetValue((group.Id, device), out var split)) continue;
                lines.WriteLine("  portBreakouts:");
                foreach (var (cage, mode) in split) lines.WriteLine($"    {Lines.Quoted(Cage(cage))}: {mode}");
            }
        foreach (var group in plan.Groups.Where(g => bundles.Any(b => b.A.Group == g.Id && Kind(plan, fabric, b) == Server)))
            for (var device = 0; device < group.Count; device++)
            {
                Begin(lines, Wiring, "Server", Name(group.Name.Format(device)));
                lines.WriteLine($"  description: {Lines.Quoted(group.Model)}");
            }

        foreach (var wire in Wire.Of(plan, bundles.Where(b => Kind(plan, fabric, b) == Server)))
        {
            var (server, leaf, port) = (Name(wire.DeviceA), Name(wire.DeviceB), Port(plan, wire.Bundle.B, wire.Link.PortB));
            Begin(lines, Wiring, "Connection", Name($"{server}--unbundled--{leaf}--{port.Replace('/', '-')}"));
            lines.WriteLine("  unbundled:");
            lines.WriteLine("    link:");
            lines.WriteLine($"      server: {{port: {Lines.Quoted($"{server}/{LinuxName.For(wire.PortA)}")}}}");
            lines.WriteLine($"      switch: {{port: {Lines.Quoted($"{leaf}/{port}")}}}");
        }
        // One connection for all links between two switches, which may come apart: those of a fabric's switches are few enough to be held.
        foreach (var pair in Wire.Of(plan, bundles.Where(b => Kind(plan, fabric, b) == Uplink)).GroupBy(w => (Spine: w.DeviceB, Leaf: w.DeviceA)))
        {
            var (spine, leaf) = (Name(pair.Key.Spine), Name(pair.Key.Leaf));
            Begin(lines, Wiring, "Connection", $"{spine}--fabric--{leaf}");
            lines.WriteLine("  fabric:");
            lines.WriteLine("    links:");
            foreach (var wire in pair)
            {
                lines.WriteLine($"    - spine: {{port: {Lines.Quoted($"{spine}/{Port(plan, wire.Bundle.B, wire.Link.PortB)}")}}}");
                lines.WriteLine($"      leaf: {{port: {Lines.Quoted($"{leaf}/{Port(plan, wire.Bundle.A, wire.Link.PortA)}")}}}");
            }
        }
    }

    static void Begin(StreamWriter lines, string version, string kind, string name)
    {
        lines.WriteLine("---");
        lines.WriteLine($"apiVersion: {version}");
        lines.WriteLine($"kind: {kind}");
        lines.WriteLine($"metadata: {{name: {Lines.Quoted(name)}, namespace: default}}");
        lines.WriteLine("spec:");
    }

    const string Server = "server", Uplink = "uplink";

    /// <summary>What links are for hhfab; null for those that it has no words for.</summary>
    static string? Kind(Plan plan, FabricPlan fabric, Bundle bundle)
    {
        var (a, b) = (RoleIn(bundle.A), RoleIn(bundle.B));
        return b == "leaf" && a is null && plan.Group(bundle.A.Group).Role is not ("external" or "router") ? Server : a == "leaf" && b == "spine" ? Uplink : null;

        string? RoleIn(BundleEnd end) => fabric.Tiers.FirstOrDefault(t => t.Groups.Contains(end.Group))?.Role;
    }

    static IEnumerable<(DeviceGroup Group, string Role)> Switches(Plan plan, FabricPlan fabric) => fabric.Tiers.SelectMany(t => t.Groups.Select(g => (plan.Group(g), t.Role)));

    /// <summary>For each switch the cages that are split, and how: "2x400G".</summary>
    static Dictionary<(string Group, int Device), SortedDictionary<int, string>> Breakouts(Plan plan, List<Bundle> bundles)
    {
        var switches = plan.Switches();
        var known = new Dictionary<(string, int), SortedDictionary<int, string>>();
        foreach (var wire in Wire.Of(plan, bundles))
        {
            Add(wire.Bundle.A, wire.Link.DeviceA, wire.Link.PortA);
            Add(wire.Bundle.B, wire.Link.DeviceB, wire.Link.PortB);

            void Add(BundleEnd end, int device, int port)
            {
                if (end.Split == 1 || !switches.Contains(end.Group)) return;
                if (!known.TryGetValue((end.Group, device), out var cages)) known.Add((end.Group, device), cages = []);
                cages[plan.Bank(end).CageOf(port, end.Split)] = FormattableString.Invariant($"{end.Split}x{wire.Bundle.SpeedGbps}G");
            }
        }
        return known;
    }

    static string Port(Plan plan, BundleEnd end, int port)
    {
        var bank = plan.Bank(end);
        var cage = Cage(bank.CageOf(port, end.Split));
        return end.Split == 1 ? cage : FormattableString.Invariant($"{cage}/{bank.Position(port, end.Split) % end.Split + 1}");
    }

    static string Cage(int cage) => FormattableString.Invariant($"E1/{cage + 1}");

    static string ProfileOf(string model) => Profiles.TryGetValue(model, out var profile) ? profile : Name(model);

    /// <summary>A name as Kubernetes takes it: small letters, digits, dashes and dots.</summary>
    static string Name(string name) => string.Concat(name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' ? c : '-'));
}
