namespace ClusterDsl.Analyzers.Tests;

/// <summary>Calls reach what they reach at run time, with the arguments they have there.</summary>
public class CallTests
{
    [Theory]
    [InlineData("in the order of the text",
        """return A.X + "," + A.Y + "," + A.Z;""",
        "",
        """class A { public static readonly int X = Y + 1; public static readonly int Y = 5; public static readonly int Z; static A() { Z = X * 10 + Y; } }""")]
    [InlineData("once",
        """return A.L.Count + A.M + A.L.Count;""",
        "",
        """class A { public static readonly List<int> L = Make(); public static readonly int M = L.Count; static List<int> Make() => new() { 1, 2 }; static A() { L.Add(7); } }""")]
    [InlineData("in a circle",
        """return A.X + "," + B.Y;""",
        "",
        """class A { public static readonly int X = B.Y + 1; } class B { public static readonly int Y = A.X + 1; }""")]
    [InlineData("and fail for good",
        """var log = ""; for (var i = 0; i < 2; i++) try { var x = A.X; } catch (TypeInitializationException e) { log += e.TypeName + "|" + e.Message + "|" + e.InnerException!.Message; } return log;""",
        "",
        """class A { public static readonly int X = int.Parse("q"); static A() { } }""")]
    [InlineData("and fail in the constructor",
        """var log = ""; try { var x = new A(); } catch (TypeInitializationException e) { log += e.InnerException!.Message; } return log;""",
        "",
        """class A { public static readonly int X = 1; static A() { throw new InvalidOperationException("no"); } }""")]
    [InlineData("before the first call",
        """return A.F() + A.Log.Count;""",
        "",
        """class A { public static readonly List<string> Log = new(); static A() { Log.Add("c"); } public static int F() => Log.Count * 10; }""")]
    [InlineData("in the parts of a type",
        """return A.X + A.Y;""",
        "",
        """partial class A { public static readonly int X = 2; } partial class A { public static readonly int Y = X * 2; public static readonly int Z = int.Parse("z".Length > 3 ? "q" : "1"); }""")]
    [InlineData("for each construction of a generic type",
        """A<int>.L.Add(1); A<string>.L.Add(2); A<string>.L.Add(2); return A<int>.L.Count + "" + A<string>.L.Count;""",
        "",
        """class A<T> { public static readonly List<int> L = new(); }""")]
    [InlineData("for a static method of a generic type",
        """return A<int>.Get() + A<string>.Get() + A<int>.Get();""",
        "",
        """class A<T> { static readonly List<T> L = new(); static readonly string N = "n" + default(T); public static string Get() { L.Add(default!); return N + L.Count; } }""")]
    public void Static_members_are_set_up_as_at_run_time(string name, string body, string members = "", string types = "")
    {
        Assert.NotEmpty(name);
        Agreement.On(body, members, types);
    }

    [Theory]
    [InlineData("params into a list",
        """return A(1, 2, 3);""",
        """static int A(params List<int> xs) => xs.Sum();""")]
    [InlineData("params into a span",
        """return B(4, 5);""",
        """static int B(params ReadOnlySpan<int> xs) { var s = 0; foreach (var x in xs) s += x; return s; }""")]
    [InlineData("params into a sequence",
        """return C("a", "b");""",
        """static string C(params IEnumerable<string> xs) => string.Join("+", xs);""")]
    [InlineData("evaluated in the order written",
        """var log = ""; int L(int x) { log += x; return x; } var r = F(c: L(3), a: L(1)) + F(b: L(5), c: L(6), a: L(4)); return log + "=" + r;""",
        """static string F(int a, int b = 9, int c = 8) => a + "-" + b + "-" + c;""")]
    [InlineData("what the caller is called and what it wrote",
        """return Here() + At(1 + 2) + new string('x', Line() > 0 ? 1 : 0);""",
        """static string Here([System.Runtime.CompilerServices.CallerMemberName] string m = "") => m; static string At(int x, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(x))] string e = "") => e; static int Line([System.Runtime.CompilerServices.CallerLineNumber] int l = 0) => l;""")]
    [InlineData("what the caller wrote, through a helper",
        """string Check(int n) { try { Positive(n * 2); return "ok"; } catch (ArgumentException e) { return e.Message; } } return Check(1) + Check(-1);""",
        """static void Positive(int n, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(n))] string what = "") { if (n < 0) throw new ArgumentException(what + " is " + n); }""")]
    [InlineData("defaults and params of lambdas",
        """var f = (int x = 5, int y = 2) => x * y; var g = (params int[] xs) => xs.Sum(); return f() + f(3) + f(3, 3) + g() + g(1, 2, 3);""")]
    [InlineData("ref and out of local functions",
        """int acc = 0; void Add(ref int x, int by = 3) => x += by; Add(ref acc); Add(ref acc, 4); bool Try(out int r) { r = acc * 2; return true; } return Try(out var q) ? q : 0;""")]
    [InlineData("in and out of methods",
        """return Sum(in Data) + Out();""",
        """static readonly int Data = 4; static int Sum(in int a) => a + 1; static int Out() { Get(out int a, out var b); return a + b; static void Get(out int x, out int y) { x = 1; y = x + 1; } }""")]
    public void Arguments_are_those_of_run_time(string name, string body, string members = "", string types = "")
    {
        Assert.NotEmpty(name);
        Agreement.On(body, members, types);
    }

    [Theory]
    [InlineData("extension blocks",
        """return "a".Times(3) + "b".Twice + new R(2).Grow(3).A;""",
        "",
        """record R(int A); static class X { extension(string s) { public string Times(int n) => string.Concat(Enumerable.Repeat(s, n)); public string Twice => s.Times(2); } extension(R r) { public R Grow(int by) => r with { A = r.A + by }; } }""")]
    [InlineData("static and generic extension properties",
        """return new[] { 1, 2 }.Last2 + int.Answer;""",
        "",
        """static class X { extension(int) { public static int Answer => 42; } extension<T>(T[] xs) { public T Last2 => xs[^1]; } }""")]
    [InlineData("iterators in extension blocks",
        """return string.Join("", new[] { 1, 2, 3 }.Odd());""",
        "",
        """static class X { extension(IEnumerable<int> xs) { public IEnumerable<int> Odd() { foreach (var x in xs) if (x % 2 == 1) yield return x; } } }""")]
    [InlineData("partial members",
        """return P.F(3) + new P().G;""",
        "",
        """partial class P { public static partial int F(int n); public partial int G { get; } } partial class P { public static partial int F(int n) => n + 1; public partial int G { get => 7; } }""")]
    [InlineData("explicit implementations",
        """I a = new A(); J b = (J)a; return a.M() + b.M() + new A().M() + a.P + ((I)new A()).P;""",
        "",
        """interface I { string M(); int P { get; } } interface J { string M(); } class A : I, J { string I.M() => "i"; string J.M() => "j"; public string M() => "a"; int I.P => 7; }""")]
    [InlineData("default members of interfaces",
        """I a = new A(), b = new B(); return a.M() + b.M() + a.N + b.N + I.S();""",
        "",
        """interface I { int X { get; } string M() => "def" + X; string N => M() + "!"; static string S() => "st"; } class A : I { public int X => 1; } class B : I { public int X => 2; public string M() => "own"; }""")]
    [InlineData("virtual, new, override and sealed",
        """A a = new C(); B b = new C(); return a.V() + b.V() + new C().V() + a.N() + b.N() + new C().N() + ((A)new B()).N();""",
        "",
        """class A { public virtual string V() => "A"; public string N() => "a"; } class B : A { public override string V() => "B" + base.V(); public new virtual string N() => "b"; } class C : B { public sealed override string V() => "C" + base.V(); public override string N() => "c"; }""")]
    [InlineData("abstract classes",
        """return new Sq(3).Describe() + string.Join(",", new Shape[] { new Sq(2), new Ci(1) }.Select(s => s.Area()).OrderBy(x => x));""",
        "",
        """abstract class Shape { public abstract double Area(); public string Describe() => GetName() + Area().ToString("F1"); protected virtual string GetName() => "shape"; } class Sq(double a) : Shape { public override double Area() => a * a; protected override string GetName() => "sq"; } class Ci(double r) : Shape { public override double Area() => 3 * r * r; }""")]
    [InlineData("queries over a type with the methods alone",
        """return (from x in new Box<int>(5) where x > 3 select x + 1).Value + (from x in new Box<int>(2) from y in new Box<int>(3) select x * y).Value;""",
        "",
        """class Box<T>(T v) { public T Value => v; public Box<R> Select<R>(Func<T, R> f) => new(f(v)); public Box<T> Where(Func<T, bool> f) => f(v) ? this : throw new Exception(); public Box<R> SelectMany<U, R>(Func<T, Box<U>> f, Func<T, U, R> g) => new(g(v, f(v).Value)); }""")]
    [InlineData("a join that keeps what has no partner",
        """return (from a in new[] { 1, 2, 3 } join b in new[] { (1, "x"), (1, "y"), (3, "z") } on a equals b.Item1 into g from q in g.DefaultIfEmpty((0, "-")) select a + q.Item2).ToList();""")]
    [InlineData("groups, let, several orders and a query in a query",
        """return (from w in new[] { "apple", "avocado", "banana", "blueberry", "cherry" } group w by w[0] into g where g.Count() > 1 orderby g.Key descending let n = g.Count() select g.Key + ":" + n + string.Join("/", from x in g orderby x.Length, x descending select x)).ToArray();""")]
    [InlineData("typed and nested sources",
        """return (from int x in new object[] { 1, 2 } from y in Enumerable.Range(0, x) select x * 10 + y into z where z % 2 == 0 select z).ToList();""")]
    public void Calls_reach_what_they_reach_at_run_time(string name, string body, string members = "", string types = "")
    {
        Assert.NotEmpty(name);
        Agreement.On(body, members, types);
    }

    [Theory]
    [InlineData("own delegate types",
        """Op add = (a, b) => a + b; Op mul = Mul; Make<string> m = () => "s"; Op chosen = add; int Apply(Op o) => o(3, 4); return add(1, 2) + mul(2, 3) + m() + Apply(chosen) + Apply(Mul) + add.Invoke(1, 1);""",
        """static int Mul(int a, int b) => a * b;""",
        """delegate int Op(int a, int b); delegate T Make<T>();""")]
    [InlineData("eight parameters",
        """Func<int, int, int, int, int, int, int, int, int> f = (a, b, c, d, e, g, h, i) => a + b * 2 + c + d + e + g + h + i; Action<int, int, int, int, int, int, int, int> q = (a, b, c, d, e, g, h, i) => { }; q(1, 2, 3, 4, 5, 6, 7, 8); Func<int, int, int, int, int, int, int, int> f7 = (a, b, c, d, e, g, h) => h; return f(1, 2, 3, 4, 5, 6, 7, 8) + f7(1, 2, 3, 4, 5, 6, 7);""")]
    [InlineData("variables of every kind of loop",
        """var fs = new List<Func<int>>(); for (int i = 0, j = 10; i < 2; i++, j--) fs.Add(() => i * 100 + j); var w = 0; while (w < 2) { var q = w; fs.Add(() => q); w++; } foreach (var (a, b) in new[] { (1, 2), (3, 4) }) fs.Add(() => a * b); do { var z = w; fs.Add(() => z++ + z); w--; } while (w > 1); return string.Join(",", fs.Select(f => f()));""")]
    [InlineData("local functions that call each other",
        """bool Even(int n) => n == 0 || Odd(n - 1); bool Odd(int n) => n != 0 && Even(n - 1); T Id<T>(T x) => x; static IEnumerable<T> Rep<T>(T x, int n) => Enumerable.Repeat(x, n); return Even(10) + Id("x") + Id(3) + string.Join("", Rep('c', 3));""")]
    [InlineData("local functions that capture what changes",
        """var n = 1; int F() => n; n = 2; var a = F(); for (var i = 0; i < 2; i++) { int G() => i * n; a += G(); n++; } return a;""")]
    [InlineData("in collections",
        """var table = new Dictionary<string, Func<double, double, double>> { ["+"] = (a, b) => a + b, ["max"] = Math.Max }; return table["+"](1, 2) + table["max"](3, 9);""")]
    [InlineData("composed",
        """Func<A, C> Compose<A, B, C>(Func<A, B> f, Func<B, C> g) => x => g(f(x)); return Compose<int, string, int>(x => x + "!", s => s.Length)(1234) + Fold([1, 2, 3], 10, (a, b) => a * b);""",
        """static R Fold<T, R>(T[] xs, R seed, Func<R, T, R> f) { foreach (var x in xs) seed = f(seed, x); return seed; }""")]
    [InlineData("called only if there is one",
        """Action<int>? a = null; a?.Invoke(1); var n = 0; a = x => n += x; a?.Invoke(3); Func<int>? f = null; return n + (f?.Invoke() ?? 9);""")]
    public void Functions_are_those_of_run_time(string name, string body, string members = "", string types = "")
    {
        Assert.NotEmpty(name);
        Agreement.On(body, members, types);
    }
}
