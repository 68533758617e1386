namespace ClusterDsl.Analyzers.Tests;

/// <summary>What a program computes under the interpreter is what it computes under the runtime.</summary>
public class ProgramTests
{
    [Theory]
    [MemberData(nameof(Programs))]
    public void The_interpreter_computes_what_the_runtime_computes(string name, string body)
    {
        var source = $$"""
            public static class Program
            {
                public static object Run()
                {
                    {{body}}
                }

                static int Twice(this int n) => n * 2;
                static T Pick<T>(bool first, T a, T b) => first ? a : b;
                static int Sum(params int[] xs) { var s = 0; foreach (var x in xs) s += x; return s; }
                static int Optional(int a, int b = 7, string c = "c") => a * 100 + b * 10 + c.Length;
                static bool TryHalf(int n, out int half) { half = n / 2; return n % 2 == 0; }
                static void Grow(ref int n) => n += 10;
                static int Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2);
                static readonly int[] Primes = [2, 3, 5, 7];
                static int Units { get; } = Primes.Length + Other.Base;
                static class Lazy { public static readonly int A = B + 1, B = 5; }
                static List<T> Repeat<T>(T item, int n) { var l = new List<T>(); for (var i = 0; i < n; i++) l.Add(item); return l; }
            }
            enum Tier : byte { Leaf = 1, Spine, Core }
            [Flags] enum Media { None, Copper = 1, Fibre = 2, Both = 3 }
            record Rack(string Row, int Number) { public int Units { get; init; } = 42; public string Name => Row + Number.ToString("D2"); }
            record Tall(string Row, int Number) : Rack(Row, Number) { public override string ToString() => "tall " + Name; }
            record struct Point(int X, int Y) { public Point Moved(int by) => this with { X = X + by }; public static Point operator +(Point a, Point b) => new(a.X + b.X, a.Y + b.Y); }
            abstract class Shape { public abstract int Area(); public virtual string Kind => "shape"; public int Doubled() => Area() * 2; }
            class Box(int w, int h) : Shape { readonly int _w = w; public int H { get; set; } = h; public override int Area() => _w * H; public override string Kind => "box" + w; }
            class Failure : Exception { public Failure(string m, int code) : base(m) { Code = code; } public int Code { get; } }
            class Stack2<T> { readonly List<T> _items = new(); public void Push(T t) => _items.Add(t); public T this[int i] => _items[i]; public int Count => _items.Count; }
            struct Counter { public int N; public void Up() => N++; }
            interface INamed { string Name { get; } string Hello() => "hello " + Name; }
            interface IGreets { string Greet(); string Word { get; } }
            class Plain : IGreets { public virtual string Greet() => "plain"; public virtual string Word => "p"; }
            class Loud : Plain { public override string Greet() => base.Greet().ToUpperInvariant(); public override string Word => base.Word + "!"; }
            class Named2 : INamed { public string Name => "n"; }
            """;
        var other = "static class Other { public const int Base = 3; public static readonly string Prefix = string.Concat(\"p\", Base); }";
        var compilation = Source.Compile(source, other);
        Assert.NotEmpty(name);
        Agreement.On(compilation);
    }

    public static TheoryData<string, string> Programs()
    {
        var data = new TheoryData<string, string>();
        foreach (var (name, body) in Cases()) data.Add(name, body);
        return data;
    }

    static IEnumerable<(string, string)> Cases() =>
    [
        ("for", "var s = 0; for (var i = 0; i < 10; i++) { if (i == 3) continue; if (i == 8) break; s += i; } return s;"),
        ("while", "var n = 27; var c = 0; while (n != 1) { n = n % 2 == 0 ? n / 2 : 3 * n + 1; c++; } return c;"),
        ("do", "var n = 0; do n += 3; while (n < 10); return n;"),
        ("nested continue", "var s = 0; foreach (var a in new[] {1,2,3}) { for (var b = 0; b < 4; b++) { if (b == a) { if (a > 1) continue; } s += a * b; } } return s;"),
        ("foreach string", "var s = \"\"; foreach (var c in \"abc\") s = c + s; return s;"),
        ("switch statement", "var r = \"\"; for (var i = 0; i < 5; i++) switch (i) { case 0: r += 'z'; break; case 1: case 2: r += \"s\"; continue; case var n when n > 3: r += n; break; default: r += '?'; break; } return r;"),
        ("switch expression", "return Enumerable.Range(0, 6).Select(i => i switch { 0 => \"none\", 1 or 2 => \"few\", > 2 and < 5 => \"some\", _ => \"many\" }).ToList();"),
        ("patterns", "object[] o = [1, \"a\", null!, 2.5, new Rack(\"A\", 3), (1, 2), 'c', Tier.Core]; return o.Select(x => x switch { null => \"null\", int i => \"int\" + i, string { Length: 1 } s => s, Rack { Row: \"A\", Number: var n } => \"rack\" + n, (int a, int b) => a + \"\" + b, char c and >= 'a' => c + \"!\", Tier.Core => \"core\", not double => \"other\", _ => \"dbl\" }).ToArray();"),
        ("list patterns", "int[] a = [1, 2, 3, 4]; return a is [1, .. var mid, 4] && mid is [2, _] ? mid.Length : -1;"),
        ("overflow unchecked", "var n = int.MaxValue; n++; return n;"),
        ("overflow checked", "try { checked { var n = int.MaxValue; n++; return n; } } catch (OverflowException) { return \"overflow\"; }"),
        ("byte arithmetic", "byte b = 250; b += 10; b++; sbyte s = (sbyte)b; return b + \",\" + s;"),
        ("long and int", "long a = 1L << 40; int b = 3; return a * b + (int)a;"),
        ("division", "return new object[] { 7 / 2, -7 / 2, -7 % 3, 7.0 / 2, 7m / 2, (double)1 / 3, 1f / 3 };"),
        ("numeric conversions", "return new object[] { (int)3.99, (int)-3.99, (char)66, (int)'A', (long)int.MinValue, (uint)5, (decimal)1.5, (float)0.1, 'a' + 1, unchecked((byte)300) };"),
        ("shifts", "return new object[] { 1 << 33, -8 >> 1, -8 >>> 28, 0xFFu << 4, 1UL << 63 };"),
        ("bits", "return (0b1010 & 6) | (1 ^ 3) + ~5;"),
        ("nullable lifting", "int? a = 5, b = null; return new object[] { a + 1, (a + b) is null, a > b, b == null, a ?? 0, b ?? 9, a.HasValue, b.GetValueOrDefault(4), (a * 2)!.Value };"),
        ("nullable bool", "bool? t = true, n = null; return new object?[] { t & n, t | n, false & n, n == null };"),
        ("null conditional", "string? s = null; Rack? r = new(\"B\", 7); return new object?[] { s?.Length, r?.Name.Length, s?.Length ?? -1, r?.Row?.ToLower() };"),
        ("coalesce assign", "string? s = null; s ??= \"x\"; s ??= \"y\"; int? i = null; i ??= 4; return s + i;"),
        ("strings", "var s = \"Leaf-07\"; return new object[] { s.ToUpperInvariant(), s.Substring(2, 3), s.IndexOf('-'), s.Replace(\"0\", \"1\"), s.Split('-')[1], s.PadLeft(10, '.'), s.Contains(\"eaf\"), s.StartsWith(\"Le\"), string.Join(\",\", s.Reverse()), s.Trim('L'), s[^1], s[1..4], string.IsNullOrEmpty(s), s == \"Leaf-07\" };"),
        ("interpolation", "var i = 7; var d = 1234.5; return $\"{i:D3}|{i,5}|{i,-5}|{d:N1}|{d}|{Tier.Leaf}|{true}|{'c'}|{(int?)null}|{{}}|{0.1 + 0.2}|{1e20}|{-3}\";"),
        ("verbatim and raw", "return @\"a\\b\" + \"\"\"x\"y\"\"\" + $@\"{1}\\\";"),
        ("format", "return string.Format(\"{0:X2}-{1,4}-{0}\", 255, \"ab\") + (12).ToString(\"000\") + (0.256).ToString(\"P0\", System.Globalization.CultureInfo.InvariantCulture);"),
        ("string builder", "var b = new StringBuilder(); for (var i = 0; i < 3; i++) b.Append(i).Append(','); b.Append($\"[{b[0]}{3:D2}]\"); b.Insert(0, \"x\"); return b.ToString();"),
        ("concat", "object o = 3; string? n = null; return \"a\" + o + n + 'c' + 1.5 + true + null;"),
        ("arrays", "var a = new int[3]; a[0] = 1; a[^1] = 9; var b = new[,] { { 1, 2 }, { 3, 4 } }; b[1, 0] += 5; int[][] j = [[1], [2, 3]]; return a.Sum() * 1000 + b[1, 0] * 10 + j[1].Length + a.Length + b.GetLength(1);"),
        ("array bounds", "var a = new int[2]; try { return a[2]; } catch (IndexOutOfRangeException) { return \"out\"; }"),
        ("ranges", "int[] a = [1, 2, 3, 4, 5]; var r = 1..^1; return string.Join(\"\", a[1..3]) + a[r].Length + \"hello\"[..2] + a[..^3].Length;"),
        ("collection expressions", "int[] a = [1, 2]; List<int> l = [0, .. a, 3]; IEnumerable<int> e = [.. l, 9]; HashSet<int> h = [1, 1, 2]; return e.Count() * 10 + h.Count + l[3];"),
        ("collection initialisers", "var d = new Dictionary<string, int> { [\"a\"] = 1, [\"b\"] = 2 }; var l = new List<int> { 1, 2, 3 }; var e = new Dictionary<string, int> { { \"x\", 5 } }; d[\"a\"] += 10; return d[\"a\"] + l.Count + e[\"x\"] + (d.TryGetValue(\"b\", out var v) ? v : 0);"),
        ("dictionary order", "var d = new Dictionary<string, int>(); foreach (var w in \"the quick brown the fox quick\".Split(' ')) d[w] = d.GetValueOrDefault(w) + 1; return d.Select(p => p.Key + p.Value).ToList();"),
        ("lambdas", "Func<int, int> f = x => x * 2; Func<int, Func<int, int>> add = a => b => a + b; Action<int> noop = _ => { }; noop(1); var n = 0; Action up = () => n++; up(); up(); return f(4) + add(1)(2) * 100 + n * 1000;"),
        ("closures over loops", "var fs = new List<Func<int>>(); for (var i = 0; i < 3; i++) { var k = i; fs.Add(() => k * 10 + i); } foreach (var x in new[] { 7, 8 }) fs.Add(() => x); return fs.Select(f => f()).ToList();"),
        ("closures share", "var n = 1; Func<int> get = () => n; n = 5; Action set = () => n = 9; var a = get(); set(); return a * 10 + n;"),
        ("nested closures", "var fs = new List<Func<Func<int>>>(); for (var i = 0; i < 2; i++) { var a = i; fs.Add(() => { var b = a * 10; return () => a + b; }); } return fs.Select(f => f()()).ToArray();"),
        ("local functions", "int Fact(int n) => n <= 1 ? 1 : n * Fact(n - 1); var k = 2; int Scaled(int x) { k++; return x * k; } static int Stat(int z) => z + 1; return Fact(5) + Scaled(10) + Scaled(10) + Stat(1);"),
        ("local function in lambda", "var total = 0; void Add(int x) => total += x; new List<int> { 1, 2, 3 }.ForEach(x => Add(x)); new List<int> { 4 }.ForEach(Add); return total;"),
        ("method groups", "return new[] { 1, 2 }.Select(Twice).Concat(new[] { -3 }.Select(Math.Abs)).ToList();"),
        ("extension methods", "return 5.Twice().Twice();"),
        ("generics", "return Pick(true, 1, 2) + Pick(false, \"a\", \"b\") + Pick<object>(true, 'c', 2) + Repeat(\"z\", 3).Count + default(int) + Repeat(new Rack(\"A\", 1), 2)[1].Name;"),
        ("generic class", "var s = new Stack2<string>(); s.Push(\"a\"); s.Push(\"b\"); return s[1] + s.Count;"),
        ("params and named", "return Sum() + Sum(1) + Sum(1, 2, 3) + Sum(new[] { 4, 5 }) + Optional(1) + Optional(c: \"long\", a: 2) + Optional(3, 4);"),
        ("argument order", "var log = \"\"; int L(int x) { log += x; return x; } Optional(b: L(2), a: L(1)); return log;"),
        ("out and ref", "var ok = TryHalf(8, out var h); TryHalf(3, out _); var n = 1; Grow(ref n); var a = new[] { 1 }; Grow(ref a[0]); return ok + \" \" + h + n + a[0];"),
        ("recursion", "return Fib(12);"),
        ("statics", "return Units + Lazy.A * 10 + Lazy.B + Other.Prefix;"),
        ("tuples", "var t = (Name: \"x\", Count: 3); var (a, b) = t; (b, var c) = (b + 1, a); t.Count = 8; var u = t; u.Name = \"y\"; return a + b + c + t.Count + t.Name + u.Name + (t == u) + ((1, 2L) == (1, 2)) + t;"),
        ("big tuple", "var t = (1, 2, 3, 4, 5, 6, 7, 8, 9); return t.Item9 * 10 + t.Item1 + \"\" + t;"),
        ("swap", "var a = 1; var b = 2; (a, b) = (b, a); return a * 10 + b;"),
        ("deconstruct foreach", "var d = new Dictionary<string, int> { [\"a\"] = 1 }; var s = \"\"; foreach (var (k, v) in d) s += k + v; foreach (var (i, x) in new[] { (1, \"p\"), (2, \"q\") }) s += x + i; return s;"),
        ("records", "var r = new Rack(\"A\", 7); var q = r with { Number = 8, Units = 48 }; var (row, n) = q; return new object[] { r.Name, q.Name, q.Units, r == new Rack(\"A\", 7), r == q, row + n, r.ToString(), q.Equals(r), new Tall(\"B\", 1).ToString(), new HashSet<Rack> { r, new(\"A\", 7), q }.Count };"),
        ("record structs", "var p = new Point(1, 2); var q = p.Moved(5) + p; p.X = 9; var z = default(Point); return q.ToString() + p + (p == new Point(9, 2)) + z;"),
        ("classes", "Shape s = new Box(3, 4); ((Box)s).H = 10; return s.Area() + s.Kind + s.Doubled() + (s is Box { H: 10 }) + (s as Box)!.H;"),
        ("interfaces", "INamed n = new Named2(); return n.Name + n.Hello();"),
        ("structs copy", "var a = new Counter(); var b = a; b.Up(); b.Up(); a.Up(); var c = b; c.N = 50; var l = new[] { a }; l[0].N = 7; return a.N * 1000 + b.N * 100 + c.N + l[0].N;"),
        ("anonymous types", "var a = new { X = 1, Y = \"b\" }; return a.ToString() + new[] { 3, 1 }.Select(n => new { n, Sq = n * n }).OrderBy(o => o.n).First().Sq + (a.Equals(new { X = 1, Y = \"b\" }));"),
        ("enums", "var t = Tier.Leaf; t++; var m = Media.Copper | Media.Fibre; return new object[] { t.ToString(), (int)t, (Tier)3, t == Tier.Spine, m.ToString(), m.HasFlag(Media.Fibre), (m & Media.Copper) != 0, Tier.Core > Tier.Leaf, $\"{Tier.Core:D}\", new[] { Tier.Core, Tier.Leaf }.Max().ToString(), DayOfWeek.Friday.ToString(), (int)DayOfWeek.Friday };"),
        ("enum dictionary", "var d = new Dictionary<Tier, int> { [Tier.Leaf] = 32, [Tier.Spine] = 16 }; return d[Tier.Spine] + d.Sum(p => p.Value);"),
        ("linq", "return Enumerable.Range(1, 20).Where(n => n % 2 == 0).Select((n, i) => n * i).Skip(2).Take(5).Reverse().ToList();"),
        ("linq grouping", "return Enumerable.Range(0, 10).GroupBy(n => n % 3).OrderByDescending(g => g.Sum()).Select(g => g.Key + \":\" + string.Join(\"/\", g)).ToArray();"),
        ("linq query", "return (from a in new[] { 1, 2, 3 } from b in new[] { 10, 20 } let c = a * b where c > 20 orderby c descending, a select $\"{a}x{b}={c}\").ToList();"),
        ("linq join", "return (from r in new[] { new Rack(\"A\", 1), new Rack(\"B\", 2) } join n in new[] { (1, \"one\"), (2, \"two\") } on r.Number equals n.Item1 group n.Item2 by r.Row into g select g.Key + g.First()).ToList();"),
        ("linq aggregates", "int[] a = [4, 8, 15]; return new object[] { a.Sum(), a.Max(), a.Average(), a.Aggregate(1, (x, y) => x * y), a.Any(x => x > 10), a.All(x => x > 10), a.First(x => x > 4), a.Zip(a.Skip(1), (x, y) => y - x).ToList(), a.ToDictionary(x => x, x => x * 2)[8], a.Contains(15), a.Distinct().Count(), a.SelectMany(x => new[] { x, x }).Count(), a.Chunk(2).Count(), a.MinBy(x => -x), a.Last() };"),
        ("linq deferred", "var n = 1; var q = new[] { 1, 2 }.Select(x => x * n); n = 10; return q.Sum();"),
        ("linq over records", "return new[] { new Rack(\"B\", 2), new Rack(\"A\", 1) }.OrderBy(r => r.Row).ThenBy(r => r.Number).Select(r => r.Name).ToArray();"),
        ("exceptions", "var log = \"\"; try { try { throw new Failure(\"bad\", 7); } finally { log += \"f\"; } } catch (Failure e) when (e.Code == 7) { log += e.Message + e.Code; } try { int.Parse(\"x\"); } catch (FormatException) { log += \"fmt\"; } try { \"abc\".Substring(9); } catch (ArgumentException) { log += \"arg\"; } try { object o = \"s\"; var i = (int)o; } catch (InvalidCastException) { log += \"cast\"; } try { string? s = null; _ = s!.Length; } catch (NullReferenceException) { log += \"null\"; } try { var z = 0; _ = 1 / z; } catch (DivideByZeroException) { log += \"div\"; } return log;"),
        ("interface calls reach overrides", "IGreets g = new Loud(); return g.Greet() + g.Word;"),
        ("rethrow after another", "try { try { throw new ArgumentException(\"a\"); } catch (ArgumentException) { try { try { throw new FormatException(\"b\"); } catch (FormatException) { throw new Exception(\"c\"); } } catch (Exception) { } throw; } } catch (Exception e) { return e.Message; }"),
        ("rethrow", "var log = \"\"; try { try { throw new InvalidOperationException(\"a\"); } catch (Exception e) { log += e.Message; throw; } } catch (InvalidOperationException e) { log += e.Message; } return log;"),
        ("exceptions through linq", "try { return new[] { 1, 0 }.Select(x => 10 / x).ToList(); } catch (DivideByZeroException) { return \"div\"; }"),
        ("finally return", "int F() { var n = 1; try { return n; } finally { n = 5; } } return F();"),
        ("throw expression", "string? s = null; try { return s ?? throw new ArgumentNullException(nameof(s)); } catch (ArgumentNullException e) { return e.ParamName!; }"),
        ("math", "return new object[] { Math.Ceiling(7 / 2.0), Math.Max(3, 4), Math.Sqrt(2), Math.Round(2.5), Math.Round(2.345m, 2), Math.Pow(2, 10), Math.DivRem(7, 2).Remainder, Math.Clamp(15, 0, 10), (int)Math.Log2(1024), int.Max(3, 9) };"),
        ("timespan", "return (TimeSpan.FromMinutes(90) + TimeSpan.FromSeconds(30)).ToString() + new DateTime(2026, 1, 31).AddMonths(1).Day;"),
        ("sorting", "var l = new List<int> { 3, 1, 2 }; l.Sort(); l.Sort((a, b) => b - a); var a = new[] { \"b\", \"a\" }; Array.Sort(a, StringComparer.Ordinal); return string.Join(\"\", l) + a[0];"),
        ("sets and queues", "var q = new Queue<int>([1, 2]); q.Enqueue(3); var s = new Stack<int>(); s.Push(q.Dequeue()); var h = new SortedSet<int> { 5, 1 }; var sd = new SortedDictionary<string, int> { [\"b\"] = 1, [\"a\"] = 2 }; return s.Peek() * 100 + q.Count * 10 + h.First() + string.Join(\"\", sd.Keys);"),
        ("conditional chains", "var x = 5; return x > 3 && x < 10 || x == 0 ? (x is 5 or 6 ? \"a\" : \"b\") : \"c\";"),
        ("short circuit", "var n = 0; bool T() { n++; return true; } _ = false && T(); _ = true || T(); _ = T() & T(); return n;"),
        ("increment forms", "var i = 5; var a = i++ + ++i; var b = i-- - --i; return a * 100 + b * 10 + i;"),
        ("char arithmetic", "var s = \"\"; for (var c = 'a'; c <= 'e'; c++) s += (char)(c + 1); return s;"),
        ("decimal", "return (0.1m + 0.2m).ToString() + 1.10m + (decimal)3 / 7;"),
        ("string switch", "string F(string s) => s switch { \"a\" or \"b\" => \"ab\", { Length: > 3 } => \"long\", [] => \"empty\", _ => s }; return F(\"a\") + F(\"hello\") + F(\"\") + F(\"zz\");"),
        ("span contains", "int[] a = [1, 2, 3]; return a.Contains(2) && !new[] { \"x\" }.Contains(\"y\");"),
        ("string join kinds", "return string.Join(\"-\", 1, \"a\", 'c') + string.Join(',', new[] { 1, 2 }) + string.Join(\"|\", new List<string> { \"p\", \"q\" }) + string.Concat(\"a\", \"b\", \"c\", \"d\", \"e\") + string.Concat(new[] { 1, 2 });"),
        ("delegates compare", "Func<int> f = () => 1; var g = f; return f == g;"),
        ("uninitialised", "int x; if (Units > 0) x = 1; else x = 2; return x;"),
        ("const locals", "const int N = 4; const string P = \"leaf\" + \"-\"; return P + N;"),
        ("nameof", "return nameof(Rack.Units) + nameof(List<int>);"),
        ("checked narrowing", "try { var big = 300; return checked((byte)big); } catch (OverflowException) { return \"o\"; }"),
        ("linq first default", "return new[] { 1 }.Where(x => x > 5).FirstOrDefault() + (new Rack[0].FirstOrDefault() is null ? \"n\" : \"y\");"),
        ("lookup", "var l = new[] { \"a1\", \"b2\", \"a3\" }.ToLookup(s => s[0], s => s[1]); return string.Join(\"\", l['a']) + l.Count;"),
        ("multi catch", "string F(Exception e) { try { throw e; } catch (ArgumentNullException) { return \"n\"; } catch (ArgumentException) { return \"a\"; } catch { return \"*\"; } } return F(new ArgumentException()) + F(new ArgumentNullException()) + F(new Exception());"),
        ("static local state", "var memo = new Dictionary<int, long>(); long F(int n) { if (n < 2) return n; if (memo.TryGetValue(n, out var m)) return m; return memo[n] = F(n - 1) + F(n - 2); } return F(60);"),
    ];
}
