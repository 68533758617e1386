namespace ClusterDsl.Analyzers.Tests;

/// <summary>Statements end as they do at run time.</summary>
public class ControlFlowTests
{
    [Theory]
    [InlineData("a statement releases in the opposite order",
        """var log = ""; using (var a = new Res("a", x => log += x)) using (new Res("b", x => log += x)) { log += "body"; } return log;""",
        "",
        """class Res(string n, Action<string> log) : IDisposable { public void Dispose() => log("-" + n); }""")]
    [InlineData("a declaration releases at the end of its block",
        """var log = ""; { using var a = new Res("a", x => log += x); using Res b = new("b", x => log += x), c = new("c", x => log += x); log += "body"; } log += "after"; return log;""",
        "",
        """class Res(string n, Action<string> log) : IDisposable { void IDisposable.Dispose() => log("-" + n); }""")]
    [InlineData("null, an exception and a return",
        """var log = ""; Res? z = null; using (z) log += "n"; int F() { using var a = new Res("a", x => log += x); return log.Length; } var k = F(); try { using var q = new Res("q", x => log += x); throw new Exception("boom"); } catch (Exception e) { log += e.Message; } return log + k;""",
        "",
        """class Res(string n, Action<string> log) : IDisposable { public void Dispose() => log("-" + n); }""")]
    [InlineData("at the end of each turn of a loop",
        """var log = ""; for (var i = 0; i < 4; i++) { using var a = new Res(i + "", x => log += x); if (i == 1) continue; if (i == 2) break; log += "."; } return log;""",
        "",
        """class Res(string n, Action<string> log) : IDisposable { public void Dispose() => log("-" + n); }""")]
    [InlineData("enumerators of the framework",
        """var log = 0; using (var e = new List<int> { 1, 2 }.GetEnumerator()) while (e.MoveNext()) log += e.Current; using IEnumerator<int> f = ((IEnumerable<int>)new[] { 5 }).GetEnumerator(); f.MoveNext(); return log + f.Current;""")]
    [InlineData("behind the interface",
        """var log = ""; IDisposable d = new Res(x => log += x); using (d) { } void Use(IDisposable q) => q.Dispose(); Use(d); return log;""",
        "",
        """class Res(Action<string> log) : IDisposable { public void Dispose() => log("d"); }""")]
    public void Using_releases_as_at_run_time(string name, string body, string members = "", string types = "")
    {
        Assert.NotEmpty(name);
        Agreement.On(body, members, types);
    }

    [Theory]
    [InlineData("from section to section and to the default",
        """string F(int n) { var s = ""; switch (n) { case 0: s += "0"; goto case 1; case 1: s += "1"; goto default; case 2: s += "2"; break; default: s += "d"; goto case 2; } return s; } return F(0) + " " + F(1) + " " + F(2) + " " + F(9);""")]
    [InlineData("out of a loop",
        """string F(string n) { var s = ""; switch (n) { case "a": for (var i = 0; ; i++) { if (i == 2) goto case "b"; s += i; } case "b": s += "b"; break; } return s; } return F("a") + F("b") + F("c");""")]
    [InlineData("over an enumeration",
        """string F(T n) { switch (n) { case T.A: goto case T.B; case T.B: return "b"; default: return "x"; } } return F(T.A) + F((T)7);""",
        "",
        """enum T { A, B }""")]
    public void Goto_case_goes_on_as_at_run_time(string name, string body, string members = "", string types = "")
    {
        Assert.NotEmpty(name);
        Agreement.On(body, members, types);
    }

    [Theory]
    [InlineData("a collection that hands out the enumerator of its list",
        """var b = new Bag { 1, 2, 3 }; var s = ""; foreach (var x in b) s += x; return s + b.Where(x => x > 1).Sum() + b.Count() + string.Join("|", b) + new List<int>(b).Count + b.First() + b.ToList().Count;""",
        "",
        """class Bag : IEnumerable<int> { readonly List<int> _l = []; public void Add(int x) => _l.Add(x); public IEnumerator<int> GetEnumerator() => _l.GetEnumerator(); System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); }""")]
    [InlineData("a collection with an enumerator of its own",
        """var s = ""; foreach (var x in new Count(3)) s += x; using var e = new Count(2).GetEnumerator(); while (e.MoveNext()) s += e.Current; return s + new Count(4).Sum();""",
        "",
        """class Count(int n) : IEnumerable<int> { public IEnumerator<int> GetEnumerator() => new E(n); System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); class E(int n) : IEnumerator<int> { int _i = -1; public int Current => _i; object System.Collections.IEnumerator.Current => _i; public bool MoveNext() => ++_i < n; public void Reset() { } public void Dispose() { } } }""")]
    [InlineData("a collection with an iterator",
        """var b = new Bag(3); var s = ""; foreach (var x in b) s += x; return s + b.Where(x => x > 1).Sum() + b.Count() + string.Join("|", b);""",
        "",
        """class Bag(int n) : IEnumerable<int> { public IEnumerator<int> GetEnumerator() { for (var i = 0; i < n; i++) yield return i; } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); }""")]
    [InlineData("a type with the methods alone",
        """var s = ""; foreach (var x in new Down(3)) s += x; foreach (int x in new Down(2)) s += x; return s;""",
        "",
        """class Down(int n) { public E GetEnumerator() => new E(n); public class E(int n) { int _n = n; public int Current => _n; public bool MoveNext() => _n-- > 0; } }""")]
    [InlineData("an extension method and a struct",
        """var s = ""; foreach (var x in 3) s += x; return s;""",
        "",
        """static class X { public static E GetEnumerator(this int n) => new E(n); } struct E(int n) { int _n = n; public int Current => _n; public bool MoveNext() => _n-- > 0; }""")]
    [InlineData("the enumerator is released",
        """var log = ""; foreach (var x in new Down(s => log += s)) { log += x; if (x == 1) break; } return log;""",
        "",
        """class Down(Action<string> log) { public E GetEnumerator() => new E(log); public sealed class E(Action<string> log) : IDisposable { int _n = 3; public int Current => _n; public bool MoveNext() => _n-- > 0; public void Dispose() => log("d"); } }""")]
    public void Foreach_reads_own_types_as_at_run_time(string name, string body, string members = "", string types = "")
    {
        Assert.NotEmpty(name);
        Agreement.On(body, members, types);
    }

    [Theory]
    [InlineData("a condition that throws does not hold",
        """var log = ""; try { throw new Exception("a"); } catch (Exception e) when (Bad(e)) { log += "bad"; } catch (Exception e) { log += e.Message; } return log;""",
        """static bool Bad(Exception e) => throw new InvalidOperationException("in filter");""")]
    [InlineData("conditions are asked before anything below is left",
        """var log = ""; try { try { throw new Exception(); } finally { log += "f"; } } catch (Exception) when ((log += "w") != "") { log += "c"; } return log;""")]
    [InlineData("a condition that does not hold leaves it to the outside",
        """var log = ""; try { try { throw new Exception("x"); } catch (Exception) when (log == "no") { log += "in"; } finally { log += "f"; } } catch (Exception e) when (e.Message == "x") { log += "out"; } return log;""")]
    [InlineData("finally on the way out of loops",
        """var log = ""; int F() { for (var i = 0; i < 5; i++) { try { try { if (i == 1) continue; if (i == 3) return i; log += i; } finally { log += "f"; } } finally { log += "g"; } } return -1; } return F() + log;""")]
    [InlineData("finally, catch and an inner exception",
        """var log = ""; try { try { try { throw new Exception("a"); } finally { log += "1"; } } catch (Exception e) { log += e.Message; throw new Exception("b", e); } finally { log += "2"; } } catch (Exception e) { log += e.Message + e.InnerException!.Message; } return log;""")]
    [InlineData("an exception in finally takes the place of the first",
        """try { try { throw new Exception("a"); } finally { throw new ArgumentException("b"); } } catch (Exception e) { return e.Message; }""")]
    [InlineData("conditions are asked in order",
        """var log = ""; foreach (var n in new[] { 1, 2, 3 }) try { throw new Own(n); } catch (Own e) when (e.Code == 1) { log += "one"; } catch (Own e) when (e is { Code: > 2 }) { log += "big"; } catch (Own) { log += "rest"; } return log;""",
        "",
        """class Own(int code) : Exception { public int Code => code; }""")]
    [InlineData("the message of an own exception that was given none",
        """try { throw new Own(); } catch (Own e) { return e.Message; }""",
        "",
        """class Own : Exception { }""")]
    [InlineData("the message of an own exception that overrides it",
        """try { throw new Own(3); } catch (Exception e) { return e.Message + (e is Own { Code: 3 }) + (e as Own)!.Code; }""",
        "",
        """class Base2 : InvalidOperationException { public Base2(string s) : base(s) { } } class Own(int code) : Base2("base") { public int Code => code; public override string Message => "own " + code + base.Message; }""")]
    [InlineData("such a message that nobody catches",
        """throw new Own(3);""",
        "",
        """class Own(int code) : Exception { public override string Message => "m" + code; }""")]
    [InlineData("an own exception inside one of the framework",
        """try { try { throw new Own("in"); } catch (Own e) { throw new InvalidOperationException("out", e); } } catch (Exception e) when (e.InnerException is Own o) { return o.Message + e.Message + e.GetBaseException().Message; }""",
        "",
        """class Own(string m) : Exception(m) { }""")]
    [InlineData("an own exception nobody catches",
        """throw new Own(3);""",
        "",
        """class Own(int code) : Exception("own " + code) { }""")]
    [InlineData("out of a lambda through the framework",
        """var log = ""; try { new List<int> { 1, 0 }.ForEach(x => { try { log += 10 / x; } finally { log += "f"; } }); } catch (DivideByZeroException e) { log += e.Message; } return log;""")]
    [InlineData("of the framework, which nobody catches",
        """return new Dictionary<string, int>()["k"];""")]
    [InlineData("the name of an argument",
        """try { string s = null!; return s ?? throw new ArgumentNullException(nameof(s)); } catch (ArgumentNullException e) { return e.Message + e.ParamName; }""")]
    [InlineData("the value of an argument",
        """try { throw new ArgumentOutOfRangeException("count", 5, "too many"); } catch (ArgumentException e) { return e.Message; }""")]
    [InlineData("the messages of the framework",
        """string F(Func<object?> a) { try { return a() + ""; } catch (Exception e) { return e.Message; } } var d = new Dictionary<string, int>(); var neg = -1; return new[] { F(() => d["x"]), F(() => new List<int>()[0]), F(() => new int[0].First()), F(() => new int[2].Single()), F(() => int.Parse("zz")), F(() => "abc".Substring(5)), F(() => { d.Add("a", 1); d.Add("a", 2); return 1; }), F(() => new Queue<int>().Dequeue()), F(() => { foreach (var x in (int[])null!) ; return 1; }), F(() => "x"[4]), F(() => new int[neg]), F(() => { string s = null!; foreach (var c in s) ; return 0; }), F(() => ((string)null!).Length), F(() => ((int[])null!)[0]), F(() => ((List<int>)null!).Count) };""")]
    public void Exceptions_travel_as_at_run_time(string name, string body, string members = "", string types = "")
    {
        Assert.NotEmpty(name);
        Agreement.On(body, members, types);
    }
}
