using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace ClusterDsl.EndToEnd.Tests;

/// <summary>
/// A plan that somebody edited by hand gives a plan that can be built, or one message that says where it is wrong: whatever was
/// left out, written twice, or put in the place of something else.
/// </summary>
public class HostilePlanTests
{
    /// <summary>Edits tried of one plan; of a long one, spread over all of it.</summary>
    const int Most = 1_500;

    /// <summary>Not a measurement: bounds that only a runaway reader exceeds.</summary>
    const int MostSeconds = 10, MostMebibytes = 512;

    public static TheoryData<string> Clusters => [.. Built.Clusters];

    [Theory]
    [MemberData(nameof(Clusters))]
    public void Any_edit_of_a_plan_gives_a_plan_or_says_where_it_is_wrong(string cluster) => Survives(PlanJson.Write(Built.Of(cluster).Plan), Most);

    [Fact]
    public void Any_edit_of_a_small_plan_gives_tables_or_says_where_it_is_wrong() => Survives(PlanJson.Write(Samples.Tiny()), int.MaxValue);

    [Fact]
    public void A_plan_without_edits_survives() => Assert.Null(Fault(PlanJson.Write(Samples.Tiny())));

    static void Survives(string text, int most)
    {
        var root = JToken.Parse(text);
        var edits = Edits(root).ToList();
        var every = Math.Max(1, edits.Count / most);
        var faults = new Dictionary<string, string>();
        for (var i = 0; i < edits.Count; i += every)
        {
            var (start, bytes) = (Environment.TickCount64, GC.GetAllocatedBytesForCurrentThread());
            var (edited, what) = edits[i]();
            var fault = Fault(edited);
            // Of faults at one place the first speaks for all.
            if (fault is not null) faults.TryAdd(string.Concat(fault.Split('\n').Skip(1).Where(l => l.Contains("ClusterDsl.", StringComparison.Ordinal)).Take(1)), $"{what}: {fault}");
            Assert.True(Environment.TickCount64 - start < MostSeconds * 1_000, $"{what}: takes too long");
            Assert.True(GC.GetAllocatedBytesForCurrentThread() - bytes < MostMebibytes * (1L << 20), $"{what}: takes too much memory");
        }
        Assert.True(faults.Count == 0, string.Join("\n\n", faults.Values));
    }

    /// <summary>What is wrong with how a text is taken; null where it gives a plan, or a message with a place.</summary>
    static string? Fault(string text)
    {
        try
        {
            Walk(PlanJson.Read(text));
            return null;
        }
        catch (FormatException e) when (e.Message.StartsWith("plan, line ", StringComparison.Ordinal))
        {
            return null;
        }
        // Found when every cable is looked at: a format that cannot say it refuses.
        catch (ArgumentException e) when (e.Message.EndsWith(" is cabled twice", StringComparison.Ordinal))
        {
            return null;
        }
        catch (Exception e)
        {
            return e.ToString();
        }
    }

    /// <summary>Looks at all that a build looks at, and of a plan that is not too long at every cable.</summary>
    static void Walk(Plan plan)
    {
        PlanJson.Write(plan);
        if (plan.HasErrors) return; // it is never built
        foreach (var bundle in plan.Bundles)
            foreach (var k in new[] { 0, bundle.Links / 2, bundle.Links - 1 })
            {
                var link = bundle.LinkAt(k);
                Place(plan, bundle.A, link.DeviceA, link.PortA);
                Place(plan, bundle.B, link.DeviceB, link.PortB);
            }
        if (plan.Links > 1_000 || plan.Groups.Sum(g => (long)g.Count) > 1_000) return;
        PlanSummary.Line(plan);
        foreach (var file in Artifact.All.SelectMany(a => a.Files(plan))) file.Write(Stream.Null);
    }

    static void Place(Plan plan, BundleEnd end, int device, int port)
    {
        var group = plan.Group(end.Group);
        Assert.InRange(device, 0, group.Count - 1);
        group.Name.Format(device);
        plan.Model(group).Bank(end.Bank).NameOf(port, end.Split);
        if (group.Placement is not { } placement) return;
        Assert.InRange(placement.Rack(device), 0, plan.Hall(placement).Racks - 1);
        plan.Hall(placement).RackName(placement.Rack(device));
        placement.Unit(device);
    }

    /// <summary>Every value of a text left out, or put in the place of something else.</summary>
    static IEnumerable<Func<(string Text, string What)>> Edits(JToken root)
    {
        foreach (var path in ((JContainer)root).Descendants().Where(t => t is not JProperty).Select(t => t.Path).ToList())
        {
            yield return () => Edited(path, "left out", token => (token.Parent is JProperty property ? property : token).Remove());
            foreach (var other in new[] { "-1", "0", "1", "7", "64", "65536", "2147483647", "-2147483648", "\"\"", "\"a:b\"", "[]", "[1, 2]", "{}", "true", "null" })
                yield return () => Edited(path, "is " + other, token => token.Replace(JToken.Parse(other)));
            if (root.SelectToken(path) is not JArray { Count: > 0 }) continue;
            yield return () => Edited(path, "is shorter", token => token.Last!.Remove());
            yield return () => Edited(path, "is longer", token => ((JArray)token).Add(token.Last!.DeepClone()));
            yield return () => Edited(path, "is turned round", token => token.Replace(new JArray(token.Reverse())));
        }

        (string, string) Edited(string path, string what, Action<JToken> edit)
        {
            var copy = root.DeepClone();
            edit(copy.SelectToken(path)!);
            return (copy.ToString(Formatting.Indented), $"{path} {what}");
        }
    }
}
