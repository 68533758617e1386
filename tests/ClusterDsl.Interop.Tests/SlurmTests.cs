using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ClusterDsl.Interop.Tests;

/// <summary>Slurm's controller reads the tree that is written for it.</summary>
public sealed partial class SlurmTests
{
    [ToolTheory("slurmctld")]
    [InlineData("DgxSuperPod", "superpod-4su", 127, 5)]
    [InlineData("AlibabaHpn", "hpn-segment", 128, 2)]
    [InlineData("ScheduledFabric", "scheduled-2k", 256, 65)]
    public void The_controller_finds_every_node_under_one_switch(string example, string cluster, int nodes, int switches)
    {
        using var exports = new Exports(Exports.Example(example, cluster), new SlurmTopology());
        var log = Controller(exports);
        Assert.DoesNotContain("fatal", log);
        var levels = Level().Matches(log).Select(m => int.Parse(m.Groups[1].Value)).ToList();
        Assert.Equal(switches, levels.Count);
        var leaves = Leaf().Matches(log).SelectMany(m => Hosts(m.Groups[1].Value)).ToList();
        Assert.Equal(nodes, leaves.Count);
        Assert.Equal(nodes, leaves.Distinct().Count());
    }

    [ToolFact("slurmctld")]
    public void A_switch_that_is_not_there_is_refused()
    {
        using var exports = new Exports(Exports.Example("DgxSuperPod", "superpod-1su"), new SlurmTopology());
        File.AppendAllText(exports["topology.conf"], "SwitchName=other Switches=nobody\n");
        Assert.Contains("invalid child", Controller(exports));
    }

    /// <summary>What the controller logs until it has read the tree or refused it. It speaks to nobody.</summary>
    static string Controller(Exports exports)
    {
        var nodes = string.Join(",", File.ReadLines(exports["topology.conf"]).Select(line => line.Split("Nodes=")).Where(line => line.Length == 2).Select(line => line[1]));
        File.WriteAllText(exports["slurm.conf"], $"""
            ClusterName=test
            SlurmctldHost=localhost
            AuthType=auth/none
            CredType=cred/none
            SlurmUser=root
            StateSaveLocation={exports.Folder}
            SlurmctldPidFile={exports["pid"]}
            SlurmctldPort=16817
            TopologyPlugin=topology/tree
            SelectType=select/cons_tres
            MpiDefault=none
            ProctrackType=proctrack/linuxproc
            NodeName={nodes} CPUs=1 NodeAddr=127.0.0.1 State=CLOUD
            PartitionName=p Nodes=ALL Default=YES State=UP

            """);
        using var controller = Tool.Start("slurmctld", ["-D", "-c", "-vvv", "-f", exports["slurm.conf"]], exports.Folder);
        var log = new System.Text.StringBuilder();
        void Keep(object _, DataReceivedEventArgs line) { lock (log) log.AppendLine(line.Data); }
        controller.OutputDataReceived += Keep;
        controller.ErrorDataReceived += Keep;
        controller.BeginOutputReadLine();
        controller.BeginErrorReadLine();
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < TimeSpan.FromSeconds(30) && !controller.WaitForExit(100);)
            lock (log)
                if (Done().IsMatch(log.ToString())) break;
        controller.Kill(entireProcessTree: true);
        controller.WaitForExit();
        lock (log) return log.ToString();
    }

    /// <summary>"dgx-[001-003,007]" one by one.</summary>
    static IEnumerable<string> Hosts(string list)
    {
        foreach (Match part in Part().Matches(list))
            if (!part.Groups[2].Success) yield return part.Value;
            else
                foreach (var run in part.Groups[2].Value.Split(',').Select(r => r.Split('-')))
                    for (var i = int.Parse(run[0]); i <= int.Parse(run[^1]); i++) yield return $"{part.Groups[1].Value}{i}";
    }

    [GeneratedRegex(@"([^,\[\]]+)(?:\[([^\]]*)\])?")]
    private static partial Regex Part();

    [GeneratedRegex("Switch level:(\\d+) name:")]
    private static partial Regex Level();

    [GeneratedRegex("Switch level:0 name:\\S+ nodes:(\\S+) ")]
    private static partial Regex Leaf();

    [GeneratedRegex("fatal:|switch_desc_index")]
    private static partial Regex Done();
}
