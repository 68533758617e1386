using System.CommandLine;
using ClusterDsl.Artifacts.Verification;
using static ClusterDsl.Tool.Tables;

namespace ClusterDsl.Tool;

/// <summary><c>clusterdsl verify</c>: holds what was built against the plan.</summary>
static class VerifyCommand
{
    public static Command Create(TextWriter output)
    {
        var assembly = Cli.AssemblyArgument();
        var lldp = new Option<string?>("--lldp") { Description = "A folder with what `lldpcli -f json show neighbors details` says on each device, in a file named after it: leaf-01.json." };
        var subnet = new Option<string?>("--ibnetdiscover") { Description = "A file with what `ibnetdiscover` prints." };
        var csv = new Option<string?>("--csv") { Description = "A file with the columns a_device, a_port, b_device, b_port and, where known, speed_gbps." };
        var cluster = new Option<string?>("--cluster") { Description = "Which cluster, where the assembly defines several." };
        var fabrics = new Option<string[]>("--fabric") { Description = "Compare this fabric only; may be repeated. [default: all that such a report can tell of]", DefaultValueFactory = _ => [] };
        var sarif = new Option<string?>("--sarif") { Description = "Also write the differences to this file, as SARIF 2.1.0." };
        var table = new Option<string?>("--table") { Description = "Also write the differences to this file, as CSV." };
        var command = new Command("verify", "Compares the built network with the plan. Exit code 0 as planned, 1 there are differences or devices that did not report, 2 a report cannot be read.")
        {
            assembly, lldp, subnet, csv, cluster, fabrics, sarif, table,
        };
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(assembly);
            var plan = Chosen(path, EmbeddedClusters.Read(path), parsed.GetValue(cluster));
            var named = parsed.GetValue(fabrics)!;
            if (named.FirstOrDefault(name => plan.Fabrics.All(f => f.Name != name)) is { } unknown)
                throw new CommandException($"\"{unknown}\" is no fabric of {plan.Name}; there are {string.Join(", ", plan.Fabrics.Select(f => f.Name))}");
            var report = Report(parsed.GetValue(lldp), parsed.GetValue(subnet), parsed.GetValue(csv));
            var compared = Progress.While($"comparing {plan.Name}", () => Comparison.Of(plan, report, named));
            Write(parsed.GetValue(sarif), "--sarif", file => FindingsSarif.Write([.. report.Faults, .. compared.Differences.Select(d => d.Finding)], [], file));
            Write(parsed.GetValue(table), "--table", file => DifferencesCsv.Write([.. report.Faults.Select(f => new Difference(f, [])), .. compared.Differences], file));
            return Say(output, plan, report, compared);
        });
        return command;
    }

    static Plan Chosen(string assembly, EmbeddedClusters clusters, string? name)
    {
        var names = string.Join(", ", clusters.Plans.Select(p => p.Name));
        if (name is not null) return clusters.Plans.FirstOrDefault(p => p.Name == name) ?? throw new CommandException($"{assembly}: \"{name}\" is no cluster of it{(names.Length > 0 ? $"; there are {names}" : "")}");
        return clusters.Plans.Count switch
        {
            1 => clusters.Plans[0],
            0 => throw new CommandException($"{assembly}: {(clusters.Errors.Count > 0 ? "the clusters that it defines have errors; `clusterdsl check` prints them" : EmbeddedClusters.None)}"),
            _ => throw new CommandException($"{assembly}: it defines several clusters; choose one with --cluster: {names}"),
        };
    }

    static BuiltNetwork Report(string? lldp, string? subnet, string? csv)
    {
        if (new[] { lldp, subnet, csv }.Count(source => source is not null) != 1) throw new CommandException("name what was built with one of --lldp, --ibnetdiscover and --csv");
        if (lldp is not null) return Read(lldp, "--lldp", () => LldpReports.Read(lldp));
        return subnet is not null ? Read(subnet, "--ibnetdiscover", () => Opened(subnet, SubnetReport.Read)) : Read(csv!, "--csv", () => Opened(csv!, CablingReport.Read));

        static BuiltNetwork Read(string path, string option, Func<BuiltNetwork> read) =>
            Disk.At(path, $"name what can be read with {option}", () => Progress.While($"reading {path}", read));

        static BuiltNetwork Opened(string path, Func<string, Stream, BuiltNetwork> read)
        {
            using var file = File.OpenRead(path);
            return read(Path.GetFileName(path), file);
        }
    }

    static void Write(string? path, string option, Action<Stream> write)
    {
        if (path is null) return;
        using var file = Disk.At(path, $"name another file with {option}", () => File.Create(path));
        write(file);
    }

    static int Say(TextWriter output, Plan plan, BuiltNetwork report, Comparison compared)
    {
        foreach (var finding in report.Faults.Concat(compared.Differences.Select(d => d.Finding))) FindingText.Write(output, finding);
        var left = plan.Fabrics.Select(f => f.Name).Except(compared.Fabrics).ToList();
        if (left.Count > 0) output.WriteLine($"not compared: {string.Join(", ", left)}");
        if (compared.ByDevice > 0) output.WriteLine($"{Number(compared.ByDevice)} links are told of by ports that the plan does not know: there the devices were compared, and the ports at the other end");
        if (compared.Beside > 0) output.WriteLine($"{Number(compared.Beside)} reported links are none of the plan's business");
        var rules = compared.Differences.CountBy(d => d.Finding.Rule).ToDictionary();
        output.WriteLine(string.Join(", ", new[]
        {
            $"{plan.Name}: {Number(compared.AsPlanned)} of {Number(compared.Planned)} links as planned", Counted(VerificationRule.Swapped, "swapped"), Counted(VerificationRule.WrongPort, "in wrong ports"),
            Counted(VerificationRule.Missing, "missing"), Counted(VerificationRule.OneWay, "one way"), Counted(VerificationRule.WrongSpeed, "at wrong speed"), Counted(VerificationRule.Unexpected, "unexpected"),
            Counted(VerificationRule.Silent, "not reporting"), compared.NotVerified == 0 ? "" : $"{Number(compared.NotVerified)} links not verified",
        }.Where(text => text.Length > 0)));
        if (compared.Planned == 0) throw new CommandException("no planned link was compared: the report names no switch of the plan");
        return report.Faults.Count > 0 || rules.ContainsKey(VerificationRule.Input) ? Cli.Failed : compared.Differences.Count > 0 ? Cli.HasErrors : Cli.Done;

        string Counted(string rule, string what) => rules.TryGetValue(rule, out var count) ? $"{Number(count)} {what}" : "";
    }
}
