namespace ClusterDsl.Analyzers.Tests;

/// <summary>What is outside the language is underlined exactly, and what is beside it is not.</summary>
public class LanguageRuleTests
{
    const string Site = """.Site("dc", s => s.Nodes("n", Nodes.DgxH100, 4))""";

    static Task Body(string body, string more = "") => Verify.Diagnostics(Samples.Define(body, more));

    [Theory]
    [InlineData("Console.WriteLine(\"x\")", "Console.WriteLine reads or writes the console and cannot be part of a definition; leave it to the program that uses the cluster")]
    [InlineData("System.IO.File.ReadAllText(\"x\")", "File.ReadAllText reads or writes files and cannot be part of a definition; write the value down as a constant")]
    [InlineData("Environment.GetEnvironmentVariable(\"x\")", "Environment.GetEnvironmentVariable reads the environment of the machine that compiles and cannot be part of a definition; write the value down as a constant")]
    [InlineData("new Random()", "new Random is random and cannot be part of a definition; compute the value from an index, or write it down")]
    [InlineData("Guid.NewGuid()", "Guid.NewGuid differs from run to run and cannot be part of a definition; compute the value from an index, or write it down")]
    [InlineData("System.Threading.Thread.Sleep(5)", "Thread.Sleep starts or waits for threads and cannot be part of a definition; compute the value where it is needed")]
    [InlineData("System.Reflection.Assembly.GetExecutingAssembly()", "Assembly.GetExecutingAssembly uses reflection and cannot be part of a definition; name the type or member in the code")]
    [InlineData("System.Text.RegularExpressions.Regex.IsMatch(\"a\", \"b\")", "Regex.IsMatch can take unbounded time on some texts and cannot be part of a definition; use StartsWith, Split, IndexOf or a loop over the characters")]
    [InlineData("System.Diagnostics.Stopwatch.StartNew()", "Stopwatch.StartNew reads the clock and cannot be part of a definition; write the date or time down, as in new DateTime(2026, 1, 31)")]
    [InlineData("System.IO.Path.Combine(\"a\", \"b\")", "Path.Combine depends on the operating system that compiles and cannot be part of a definition; join the parts with '/'")]
    [InlineData("GC.Collect()", "GC.Collect reaches into the runtime and cannot be part of a definition; leave it out; a definition has no need of it")]
    [InlineData("System.Threading.Tasks.Task.Run(() => 1)", "Task.Run starts or waits for threads and cannot be part of a definition; compute the value where it is needed")]
    [InlineData("new System.Net.Http.HttpClient()", "new HttpClient uses the network and cannot be part of a definition; write the value down as a constant")]
    [InlineData("DateTime.Parse(\"2026-01-31T00:00:00Z\")", "DateTime.Parse reads the time zone of the machine and cannot be part of a definition; write the date down, as in new DateTime(2026, 1, 31), or use DateOnly")]
    [InlineData("new System.Collections.Concurrent.ConcurrentBag<int>()", "new ConcurrentBag<int> is made for threads, which a definition has none of, and cannot be part of a definition; use the collections of System.Collections.Generic")]
    [InlineData("System.Numerics.BigInteger.Pow(10, 1000000000)", "BigInteger.Pow can grow without bound and cannot be part of a definition; use long or decimal")]
    [InlineData("System.Globalization.CultureInfo.DefaultThreadCurrentCulture", "CultureInfo.DefaultThreadCurrentCulture depends on the culture of the machine and cannot be part of a definition; use the invariant culture or ordinal comparison")]
    [InlineData("StringComparer.CurrentCulture", "StringComparer.CurrentCulture depends on the culture of the machine and cannot be part of a definition; use the invariant culture or ordinal comparison")]
    public async Task CDL0001_says_why_a_call_cannot_be_evaluated(string call, string message)
    {
        var found = await Verify.Diagnostics(Samples.Define($"{{|CDL0001:{call}|}}; return Cluster.Named(\"c\");"));
        Assert.Equal(message, found.Single().GetMessage());
    }

    [Fact]
    public Task CDL0001_underlines_the_clock() => Body("""return Cluster.Named("c" + {|CDL0001:DateTime.Now|}.Day);""");

    [Fact]
    public Task CDL0001_underlines_the_link_of_a_chain_that_is_at_fault() => Body("""return Cluster.Named("c".Trim().{|CDL0001:GetHashCode|}().ToString());""");

    [Fact]
    public Task CDL0001_is_reported_once_for_each_place() => Body(
        """for (var i = 0; i < 9; i++) {|CDL0001:Console.WriteLine(i)|}; return Cluster.Named("c").Site({|CDL0001:Environment.NewLine|}, s => s.Hall("h", null!)).Site("dc", s => {|CDL0001:Console.Beep()|});""");

    [Fact]
    public Task CDL0001_in_one_statement_leaves_the_others_to_be_checked() => Body(
        """var now = {|CDL0001:DateTime.UtcNow|}; var later = now.AddDays(1); {|CDL0001:Console.WriteLine()|}; return Cluster.Named({|CDL1002:"a/b"|});""");

    [Fact]
    public Task CDL0001_in_a_fluent_call_leaves_the_rest_of_the_chain_to_be_checked() => Body(
        """
        return Cluster.Named("c").Site("dc", s => s
            .Nodes("n", Nodes.DgxH100, {|CDL0001:Environment.ProcessorCount|})
            .Nodes({|CDL1002:"a/b"|}, Nodes.DgxH100, 4));
        """);

    [Fact]
    public Task CDL0001_does_not_fire_for_the_hashes_that_an_own_hash_is_made_of() => Body(
        """return Cluster.Named("c" + new HashSet<Key> { new("a"), new("a") }.Count);""",
        "class Key(string s) { public override bool Equals(object? o) => o is Key; public override int GetHashCode() => HashCode.Combine(s.GetHashCode(), 1); }");

    [Fact]
    public Task What_a_call_that_does_not_compile_would_have_declared_is_not_missed() => Body(
        """
        return Cluster.Named("c").Site("dc", s => s
            .Nodes("dgx", Nodes.Missing, 4)
            .Fabric("f", f => f.InfiniBand(InfiniBand.Ndr).Connect("dgx").Leaves(Switches.Qm9700).Spines(Switches.Qm9700)));
        """);

    [Fact]
    public Task CDL0001_does_not_fire_for_the_pure_part_of_the_framework() => Body(
        """var d = new DateTime(2026, 1, 1).AddDays(3); return Cluster.Named("c" + d.Day + Math.Max(1, 2) + "x".Trim().ToUpperInvariant().ToLowerInvariant());""");

    [Fact]
    public Task CDL0001_in_a_helper_of_several_clusters_is_reported_once() => Verify.Diagnostics("""
        [Cluster] static partial class C
        {
            static Cluster One() => Named("a");
            static Cluster Two() => Named("b");
            static Cluster Named(string name) { {|CDL0001:Console.WriteLine()|}; return Cluster.Named(name); }
        }
        """);

    [Fact]
    public async Task What_a_helper_says_wrong_of_several_clusters_is_one_finding_that_names_them()
    {
        var found = await Verify.Diagnostics("""
            [Cluster] static partial class C
            {
                static Cluster Two() => Of("two");
                static Cluster One() => Of("one");
                static Cluster Of(string name) => Cluster.Named(name).Site({|CDL1002:"d c"|}, s => { });
            }
            """);
        Assert.StartsWith("two, one: the site's name `d c`", found.Single().GetMessage());
    }

    [Fact]
    public Task CDL0001_fires_for_state_that_other_code_may_change() =>
        Body("""return Cluster.Named("c" + {|CDL0001:Count|} + Fixed);""", "static int Count = 3; static readonly int Fixed = 3;");

    [Fact]
    public Task CDL0001_fires_for_assigning_to_state() =>
        Body("""{|CDL0001:Count|} = 4; return Cluster.Named("c");""", "static int Count = 3;");

    [Fact]
    public Task CDL0002_fires_for_await() =>
        Body("""return Cluster.Named("c" + {|CDL0002:Late()|});""", "static async System.Threading.Tasks.Task<int> Late() { await System.Threading.Tasks.Task.Yield(); return 1; }");

    [Fact]
    public Task CDL0003_underlines_whoever_reads_an_endless_iterator_to_its_end() => Body(
        """return Cluster.Named("c" + {|CDL0003:Ones()|}.Sum());""",
        "static IEnumerable<long> Ones() { while (true) yield return 1; }");

    [Fact]
    public Task CDL0003_underlines_the_loop_of_an_iterator_that_never_yields() => Body(
        """return Cluster.Named("c" + None().Sum());""",
        "static IEnumerable<long> None() { {|CDL0003:while (true)|} { if (Never) yield return 1; } } static readonly bool Never = false;");

    [Fact]
    public Task CDL0002_fires_for_typeof_lock_using_and_goto() => Body(
        """
        var t = {|CDL0002:typeof(int)|};
        if (Fixed > 3) { lock (t) { } }
        return Cluster.Named("c");
        """, "static readonly int Fixed = 3;");

    [Fact]
    public Task CDL0002_fires_for_dynamic() => Body("""dynamic d = 1; var x = {|CDL0002:d + 1|}; return Cluster.Named("c");""");

    [Fact]
    public Task CDL0002_does_not_fire_for_what_is_never_executed() =>
        Body("""if (Fixed > 3) { lock ("x") { goto end; } } end: return Cluster.Named("c");""".Replace("end: ", "").Replace("goto end;", ""), "static readonly int Fixed = 3;");

    [Fact]
    public Task CDL0003_underlines_the_loop_that_does_not_end() =>
        Body("""var n = 0; for (var i = 0; i < 1000; i++) n++; {|CDL0003:while (true)|} { for (var i = 0; i < 3; i++) n++; }""");

    [Fact]
    public Task CDL0003_underlines_the_query_that_does_not_end() =>
        Body("""return Cluster.Named("c" + {|CDL0003:Enumerable.Range(0, int.MaxValue)|}.Sum(x => (long)x));""");

    [Fact]
    public Task CDL0003_does_not_fire_for_long_loops_that_end() =>
        Body("""var n = 0; for (var i = 0; i < 100_000; i++) n += i; return Cluster.Named("c" + n.ToString().Length);""");

    [Fact]
    public Task CDL0004_underlines_what_throws() =>
        Body("""var a = new int[2]; return Cluster.Named("c" + {|CDL0004:a[2]|});""");

    [Fact]
    public Task CDL0004_underlines_the_throw_statement_in_a_helper() =>
        Body("""return Cluster.Named(Name(0));""", """static string Name(int n) { if (n == 0) {|CDL0004:throw new ArgumentException("no units");|} return "c"; }""");

    [Fact]
    public Task CDL0004_underlines_the_call_of_the_framework_that_throws() =>
        Body("""return Cluster.Named("c" + {|CDL0004:int.Parse("x")|});""");

    [Fact]
    public Task CDL0004_does_not_fire_for_what_is_caught() =>
        Body("""try { int.Parse("x"); } catch (FormatException) { } return Cluster.Named("c");""");

    [Fact]
    public Task CDL0004_fires_for_null_in_place_of_a_cluster() => Verify.Diagnostics(
        "[Cluster] public static partial class C { public static Cluster {|CDL0004:Define|}() => null!; }");

    [Fact]
    public Task CDL0005_underlines_the_call_that_recurses() =>
        Body("""return Cluster.Named(Deep(0));""", "static string Deep(int n) => {|CDL0005:Deep(n + 1)|};");

    [Fact]
    public Task CDL0005_does_not_fire_for_moderate_recursion() =>
        Body("""return Cluster.Named("c" + Deep(100));""", "static int Deep(int n) => n == 0 ? 0 : Deep(n - 1);");

    [Theory]
    [InlineData("new int[int.MaxValue]")]
    [InlineData("new int[2000, 2000]")]
    [InlineData("new string('x', 2_000_000)")]
    [InlineData("\"x\".PadLeft(2_000_000)")]
    [InlineData("new List<int>(2_000_000)")]
    [InlineData("1.ToString(\"D99999999\")")]
    [InlineData("string.Format(\"{0:D99999999}\", 1)")]
    public Task CDL0006_underlines_what_is_too_large(string large) => Body($"var x = {{|CDL0006:{large}|}}; return Cluster.Named(\"c\");");

    [Fact]
    public Task CDL0006_fires_for_a_string_that_doubles() =>
        Body("""var s = "x"; while (true) {|CDL0006:s += s|};""");

    [Fact]
    public Task CDL0006_does_not_fire_for_large_numbers_in_collections() =>
        Body("""var l = new List<int> { 2_000_000_000 }; return Cluster.Named("c" + l.Count + l.Contains(2_000_000_000));""");

    [Fact]
    public Task CDL0007_fires_for_a_class_that_is_not_static() => Verify.Diagnostics(
        "[Cluster] public partial class {|CDL0007:C|} { public static Cluster Define() => Cluster.Named(\"c\"); }");

    [Fact]
    public Task CDL0007_fires_for_a_class_that_is_not_partial() => Verify.Diagnostics(
        "[Cluster] public static class {|CDL0007:C|} { public static Cluster Define() => Cluster.Named(\"c\"); }");

    [Fact]
    public Task CDL0007_fires_for_a_class_in_a_class_that_is_not_partial() => Verify.Diagnostics(
        "class Outer { [Cluster] internal static partial class {|CDL0007:C|} { public static Cluster Define() => Cluster.Named(\"c\"); } }");

    [Fact]
    public Task CDL0007_fires_for_a_class_that_defines_nothing() => Verify.Diagnostics(
        "[Cluster] public static partial class {|CDL0007:C|} { public static Cluster Define(int n) => Cluster.Named(\"c\" + n); public static int Other() => 1; }");

    [Theory]
    [InlineData("[Cluster] public static partial class")]
    [InlineData("[Cluster] public static partial class Pod")]
    [InlineData("[Cluster] public static partial class Pod { const int Units = 2; public static Clus")]
    [InlineData("[Cluster] public static partial class Pod { public static Cluster Define(")]
    public Task CDL0007_does_not_fire_for_a_class_that_is_still_being_written(string source) => Verify.Diagnostics(source);

    [Fact]
    public Task CDL0007_does_not_fire_for_a_private_definition() => Verify.Diagnostics(
        "[Cluster] static partial class C { static Cluster Define() => Cluster.Named(\"c\"); }");

    [Fact]
    public Task CDL0008_fires_at_the_second_cluster_of_a_name() => Verify.Diagnostics(
        "[Cluster] static partial class C { static Cluster One() => Cluster.Named(\"c\"); static Cluster Two() => Cluster.Named(\"d\"); static Cluster {|CDL0008:Three|}() => Cluster.Named(\"c\"); }");

    [Fact]
    public async Task CDL0008_says_that_upper_and_lower_case_are_one()
    {
        var found = await Verify.Diagnostics("[Cluster] static partial class C { static Cluster One() => Cluster.Named(\"Pod\"); static Cluster {|CDL0008:Two|}() => Cluster.Named(\"pod\"); }");
        Assert.Equal(
            "Another cluster of this assembly is named 'pod', upper and lower case aside; their artefacts would overwrite each other: give this one a name of its own",
            found.Single().GetMessage());
    }

    [Theory]
    [InlineData("max_oversubscription = lots", "`clusterdsl.max_oversubscription` is `lots`; it must be a number from 1 to 1,000")]
    [InlineData("max_oversubscription = -2", "it must be a number from 1 to 1,000")]
    [InlineData("max_oversubscription = NaN", "it must be a number from 1 to 1,000")]
    [InlineData("max_oversubscription = 2,5", "it must be a number from 1 to 1,000")]
    [InlineData("rack_power_headroom_percent = 100", "it must be a number from 0 to 90")]
    [InlineData("max_oversubscripton = 2", "there is no setting `clusterdsl.max_oversubscripton`. Did you mean `clusterdsl.max_oversubscription`?")]
    [InlineData("colour = red", "There are `clusterdsl.max_oversubscription`, `clusterdsl.rack_power_headroom_percent`, `clusterdsl.max_slack_metres`, `clusterdsl.max_length_difference_metres`, `clusterdsl.max_all_to_all_percent`.")]
    public async Task CDL0009_says_what_is_wrong_with_a_setting(string setting, string message)
    {
        var found = Assert.Single(await Verify.Under("clusterdsl." + setting, Samples.SuperPod.Replace("class SuperPod", "class {|CDL0009:SuperPod|}")));
        Assert.Contains(message, found.GetMessage());
    }

    [Fact]
    public Task CDL0009_is_silent_about_the_settings_of_others() => Verify.Under("dotnet_sort_system_directives_first = true\nother.max_oversubscription = lots", Samples.SuperPod);
}
