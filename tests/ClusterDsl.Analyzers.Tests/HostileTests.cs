using System.Diagnostics;
using Microsoft.CodeAnalysis;

namespace ClusterDsl.Analyzers.Tests;

/// <summary>No source, however odd or unfinished, takes the compiler down or keeps it busy.</summary>
public class HostileTests
{
    [Theory]
    [InlineData("while (true) ;")]
    [InlineData("for (;;) { }")]
    [InlineData("var l = new List<object>(); while (true) l.Add(new int[1000000]);")]
    [InlineData("var l = new List<int> { 1 }; while (true) l.AddRange(l);")]
    [InlineData("var d = new Dictionary<int, string>(); for (var i = 0; ; i++) d[i] = new string('x', 1000000);")]
    [InlineData("foreach (var a in Enumerable.Range(0, int.MaxValue).SelectMany(x => Enumerable.Range(0, int.MaxValue))) ;")]
    [InlineData("Enumerable.Repeat(1, int.MaxValue).ToList();")]
    [InlineData("Enumerable.Range(0, int.MaxValue).OrderBy(x => -x).First();")]
    [InlineData("string.Join(\",\", Enumerable.Repeat(new string('x', 100000), 100000));")]
    [InlineData("string.Concat(Enumerable.Repeat(new string('x', 1000000), 100000));")]
    [InlineData("var b = new StringBuilder(); while (true) b.Append(new string('x', 1000000));")]
    [InlineData("var s = new string('a', 1000000); s.Replace(\"a\", s);")]
    [InlineData("int F(int n) => F(n + 1) + F(n + 2); F(0);")]
    [InlineData("int F(int n) => n < 2 ? n : F(n - 1) + F(n - 2); F(60);")]
    [InlineData("Func<int, int> f = null!; f = x => f(x + 1); f(0);")]
    [InlineData("IEnumerable<int> q = [1]; for (var i = 0; i < 5000; i++) q = q.Select(x => x + 1); q.ToList();")]
    [InlineData("var a = new object[1]; a[0] = a; Deep(a); void Deep(object o) { foreach (var x in (object[])o) Deep(x); }")]
    [InlineData("new Loop().ToString();")]
    [InlineData("var x = Loop.A;")]
    [InlineData("try { throw new Exception(); } finally { throw new ArgumentException(); }")]
    [InlineData("new[] { 3, 1, 2 }.OrderBy(x => { while (true) ; return x; }).ToList();")]
    [InlineData("var l = new List<int> { 3, 1, 2 }; l.Sort((a, b) => { while (true) ; });")]
    [InlineData("try { while (true) ; } catch { } finally { }")]
    [InlineData("var n = 1; while (true) { try { n = n / 0; } catch { } }")]
    [InlineData("Cluster c = null!; c.Site(\"x\", null!);")]
    [InlineData("var c = Cluster.Named(null!).Site(null!, null!); c.Site(\"x\", s => s.Nodes(null!, null!, int.MinValue).Hall(null!, null!)); _ = c.Plan;")]
    [InlineData("for (var i = 0; i < 100000; i++) Console.WriteLine(i);")]
    [InlineData("var big = long.MaxValue; checked { big++; }")]
    [InlineData("decimal d = decimal.MaxValue; d *= 2;")]
    [InlineData("var i = int.MinValue; i /= -1;")]
    [InlineData("Span<int> s = stackalloc int[5]; s[0] = 1;")]
    [InlineData("unsafe { int x = 1; int* p = &x; }")]
    [InlineData("ref var r = ref Loop.Array[0]; r = 3;")]
    [InlineData("var z = 5; z.Missing().More(q => q.X);")]
    [InlineData("var (a, b) = 5; foreach (var q in 7) ; int y = \"s\"; y++;")]
    [InlineData("object o = new { A = 1 }; dynamic d = o; d.B();")]
    [InlineData("Func<int> f = async () => 1; await System.Threading.Tasks.Task.Yield();")]
    [InlineData("int[,] m = { { 1, 2 }, { 3 } }; var t = m[0, 5];")]
    [InlineData("goto x; x: ; switch (3) { case 3: goto case 4; case 4: break; }")]
    [InlineData("var e = new Loop() is { Self: { Self: { } } }; _ = new Loop().Self.Self;")]
    [InlineData("using var s = new System.IO.MemoryStream(); s.WriteByte(1);")]
    [InlineData("var t = typeof(Loop).Assembly.GetTypes();")]
    [InlineData("var x = $\"{1,999999999}\";")]
    [InlineData("var s = $\"{1:X999999999}\";")]
    [InlineData("var s = \"abc\"[5..9]; var q = new int[3][^9];")]
    [InlineData("Link? l = null; for (var i = 0; i < 100000; i++) l = new Link(l); l!.ToString();")]
    [InlineData("Link? l = null, m = null; for (var i = 0; i < 50000; i++) { l = new Link(l); m = new Link(m); } var same = l == m;")]
    [InlineData("var a = new Link(null); a.Next = a; a.ToString(); new HashSet<Link> { a };")]
    [InlineData("IEnumerable<int> q = [1]; for (var i = 0; i < 50000; i++) q = q.Skip(0).Cast<int>(); q.Count();")]
    [InlineData("var s = new string('a', 1000000); while (true) s = s.Replace('a', 'b');")]
    [InlineData("var s = new string('a', 1000000); while (true) s.Contains(\"b\");")]
    [InlineData("var s = new string('a', 1000000); var t = new string('a', 1000000); while (s == t) ;")]
    [InlineData("while (true) new string('x', 1 << 20).ToUpperInvariant();")]
    [InlineData("while (true) new List<int>(1 << 20);")]
    [InlineData("var c = Cluster.Named(\"c\"); while (true) _ = c.PlanUnder(ClusterDsl.Rules.Thresholds.Default);")]
    public async Task A_hostile_definition_is_a_diagnostic_at_most(string body)
    {
        var watch = Stopwatch.StartNew();
        await Survives(Samples.Define(body + "\nreturn Cluster.Named(\"c\");", """
            record Link(Link? Next) { public Link? Next { get; set; } = Next; }

            class Loop
            {
                public static int A = B, B = A + 1;
                public static int[] Array = [1];
                public Loop Self => new Loop();
                public override string ToString() => new Loop().ToString() + this;
            }
            """));
        // Not a measurement: a bound that only a runaway evaluation exceeds.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"took {watch.Elapsed}");
    }

    [Fact]
    public void A_small_stack_is_enough()
    {
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                Survives(Samples.Define("""
                    int F(int n) { foreach (var x in new[] { n }.Select(y => y)) { if (n > 0) { switch (n % 2) { default: return new[] { n }.Select(z => F(z + 1)).Sum() + 1; } } } return 0; }
                    return Cluster.Named("c" + F(1));
                    """)).GetAwaiter().GetResult();
                Survives(Samples.Define("return Cluster.Named(" + string.Join(" + ", Enumerable.Repeat("\"c\"+1.ToString()", 2000)) + ");")).GetAwaiter().GetResult();
            }
            catch (Exception exception)
            {
                failure = exception;
            }
        }, 1 << 20);
        thread.Start();
        thread.Join();
        Assert.Null(failure);
    }

    static async Task Survives(string source)
    {
        var compilation = Source.Compile(source);
        await Verify.All(compilation);
        var generated = Generating.Driver().RunGenerators(compilation).GetRunResult().Results.Single();
        Assert.True(generated.Exception is null, generated.Exception?.ToString());
    }
}
