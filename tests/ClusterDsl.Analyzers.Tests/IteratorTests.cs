namespace ClusterDsl.Analyzers.Tests;

/// <summary>Methods with 'yield' run when they are asked, as far as they are asked, and in the order they do at run time.</summary>
public class IteratorTests
{
    [Theory]
    [InlineData("nothing runs before the first element is asked for",
        """var log = ""; IEnumerable<int> N() { log += "s"; for (var i = 0; i < 3; i++) { log += "[" + i; yield return i; log += "]"; } log += "e"; } var q = N(); log += "made"; foreach (var x in q) log += "b" + x; log += q.Take(2).Sum(); return log;""")]
    [InlineData("an infinite one is read as far as it is asked for",
        """return string.Join(",", Naturals().Where(n => n % 3 == 0).Take(4)) + Fib().SkipWhile(x => x < 100).First() + Naturals().Zip(Fib(), (a, b) => a * b).ElementAt(5);""",
        """static IEnumerable<int> Naturals() { var n = 0; while (true) yield return n++; } static IEnumerable<long> Fib() { long a = 0, b = 1; for (;;) { yield return a; (a, b) = (b, a + b); } }""")]
    [InlineData("finally runs when the reader leaves",
        """var log = ""; IEnumerable<int> N() { try { yield return 1; log += "x"; yield return 2; } finally { log += "F"; } } foreach (var n in N()) { log += n; break; } foreach (var n in N()) log += n; _ = N().First(); return log;""")]
    [InlineData("nested finally blocks run from the inside",
        """var log = ""; IEnumerable<int> N() { try { try { yield return 1; } finally { log += "a"; } yield return 2; } finally { log += "b"; } log += "end"; } foreach (var n in N().Take(1)) log += n; log += "|"; foreach (var n in N()) { log += n; if (n == 2) break; } log += "|" + N().Sum(); return log;""")]
    [InlineData("an exception ends it",
        """var log = ""; IEnumerable<int> N() { try { yield return 1; throw new InvalidOperationException("bad"); } finally { log += "F"; } } try { foreach (var n in N()) log += n; } catch (InvalidOperationException e) { log += e.Message; } var it = N().GetEnumerator(); it.MoveNext(); try { it.MoveNext(); } catch { log += "c"; } log += it.MoveNext(); return log;""")]
    [InlineData("yield break ends it, in a try block too",
        """IEnumerable<int> N(int stop) { for (var i = 0; ; i++) { if (i == stop) yield break; yield return i; } } IEnumerable<int> None() { yield break; } IEnumerable<int> InTry() { yield return 1; try { if (1 > 0) yield break; } catch { } yield return 2; } return N(3).Count() + "" + None().Count() + InTry().Count();""")]
    [InlineData("yield inside if, switch, goto case, do, while, foreach and using",
        """var log = ""; IEnumerable<string> N(int k) { if (k > 0) yield return "if"; else { yield return "else"; } switch (k) { case 0: yield return "zero"; break; case 1: yield return "one"; goto case 2; case 2: yield return "two"; break; default: yield return "many"; yield break; } var j = 0; do { yield return "do" + j; } while (++j < 2); while (j > 0) { j--; if (j == 1) continue; yield return "w" + j; } foreach (var x in new[] { "p", "q" }) { yield return x; if (x == "p") continue; yield return x + x; break; } using (var r = new Res(s => log += s)) { yield return "using"; } using var d = new Res(s => log += s + "2"); { yield return "decl"; } } return string.Join(",", N(0)) + "|" + string.Join(",", N(1)) + "|" + string.Join(",", N(5)) + log;""",
        "",
        """class Res(Action<string> log) : IDisposable { public void Dispose() => log("-d"); }""")]
    [InlineData("what it uses is released when the reader leaves",
        """var log = ""; IEnumerable<int> N() { using var a = new Res("a", s => log += s); foreach (var i in new[] { 1, 2, 3 }) { using var b = new Res("b" + i, s => log += s); yield return i; } } foreach (var n in N()) { log += n; if (n == 2) break; } return log;""",
        "",
        """class Res(string n, Action<string> log) : IDisposable { public void Dispose() => log("-" + n); }""")]
    [InlineData("over a tree, and over permutations",
        """return string.Join(",", new Node(1, new Node(2, new Node(3)), new Node(4)).All().Select(n => n.V)) + string.Join(" ", Perm("abc"));""",
        """static IEnumerable<string> Perm(string s) { if (s.Length < 2) { yield return s; yield break; } for (var i = 0; i < s.Length; i++) foreach (var p in Perm(s.Remove(i, 1))) yield return s[i] + p; }""",
        """class Node(int v, params Node[] kids) { public int V => v; public IEnumerable<Node> All() { yield return this; foreach (var k in kids) foreach (var n in k.All()) yield return n; } }""")]
    [InlineData("properties, extension methods, generic ones, and ones without a type of element",
        """var s = ""; foreach (object o in Plain()) s += o; foreach (var x in Prop) s += x; return s + string.Join("", new[] { 1, 2, 3 }.EveryOther()) + string.Join("", Pairs("ab", "cd"));""",
        """static System.Collections.IEnumerable Plain() { yield return 1; yield return "a"; } static IEnumerable<char> Prop { get { yield return 'p'; yield return 'q'; } } static IEnumerable<T> EveryOther<T>(this IEnumerable<T> xs) { var take = true; foreach (var x in xs) { if (take) yield return x; take = !take; } } static IEnumerable<(char A, char B)> Pairs(string a, string b) { foreach (var x in a) foreach (var y in b) yield return (x, y); }""")]
    [InlineData("an enumerator by hand",
        """var e = N(3); var s = ""; while (e.MoveNext()) s += e.Current; e.Dispose(); return s + e.MoveNext();""",
        """static IEnumerator<int> N(int n) { while (n-- > 0) yield return n; }""")]
    [InlineData("each reading begins anew",
        """IEnumerable<int> N(int n) { while (n-- > 0) yield return n; } var q = N(3); return q.Count() + "" + q.Count() + q.Zip(q, (a, b) => a * b).Sum();""")]
    [InlineData("local functions share the variables they capture",
        """var k = 1; IEnumerable<int> N() { for (var i = 0; i < 2; i++) yield return i + k; } var q = N(); k = 10; var a = q.Sum(); var qs = new List<IEnumerable<int>>(); for (var j = 0; j < 3; j++) { IEnumerable<int> M() { yield return j; } qs.Add(M()); } return a + string.Join(",", qs.Select(x => x.First()));""")]
    [InlineData("lambdas in it keep the variables of their turn",
        """IEnumerable<Func<int>> N() { for (var i = 0; i < 3; i++) { var j = i; yield return () => i * 10 + j; } } return string.Join(",", N().ToList().Select(f => f())) + string.Join(",", N().Select(f => f()));""")]
    [InlineData("its checks wait for the first element",
        """IEnumerable<int> N(string s) { if (s is null) throw new ArgumentNullException(nameof(s)); yield return s.Length; } var q = N(null!); try { q.First(); } catch (ArgumentNullException e) { return e.ParamName; } return "none";""")]
    [InlineData("two of them take turns",
        """var log = ""; IEnumerable<int> A() { log += "a1"; yield return 1; log += "a2"; yield return 2; } IEnumerable<int> B(IEnumerable<int> xs) { foreach (var x in xs) { log += "b"; yield return x * 2; } } foreach (var x in B(B(A()))) log += x; return log;""")]
    [InlineData("queries over it",
        """return Racks().GroupBy(r => r.Row).Select(g => g.Key + g.Count()).Aggregate((a, b) => a + b) + Racks().OrderByDescending(r => r.N).First();""",
        """static IEnumerable<R> Racks() { foreach (var row in new[] { "A", "B" }) for (var n = 0; n < 2; n++) yield return new(row, n); }""",
        """record R(string Row, int N);""")]
    [InlineData("a struct is copied when the call is made",
        """var s = new S { N = 1 }; var q = s.Up(); s.N = 50; return string.Join(",", q) + string.Join(",", q) + s.N;""",
        "",
        """struct S { public int N; public IEnumerable<int> Up() { yield return N++; yield return N++; } }""")]
    [InlineData("its exception is reported if nobody catches it",
        """foreach (var x in N()) ; return 1;""",
        """static IEnumerable<int> N() { yield return 1; throw new InvalidOperationException("late"); }""")]
    [InlineData("try and catch between two elements",
        """var log = ""; IEnumerable<int> N() { yield return 1; try { log += "t"; throw new Exception("q"); } catch (Exception e) when (e.Message == "q") { log += "c"; } finally { log += "f"; } yield return 2; } return N().Sum() + log;""")]
    public void An_iterator_runs_as_it_does_at_run_time(string name, string body, string members = "", string types = "")
    {
        Assert.NotEmpty(name);
        Agreement.On(body, members, types);
    }
}
