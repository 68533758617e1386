namespace ClusterDsl.Analyzers.Tests;

/// <summary>A row of the page that says what the language is: a kind of C# and a program that has it.</summary>
/// <param name="Kind">What it is called.</param>
/// <param name="Body">The statements of a method that returns a value; what is refused in it is marked.</param>
/// <param name="Beside">Types beside the method's class.</param>
internal sealed record Row(string Kind, string Body, string Beside = "");

/// <summary>The rows of <c>analyzers/rules/language.md</c>. Each is a test, and the page is written from them.</summary>
internal static class LanguageTable
{
    public static readonly IReadOnlyList<(string Title, Row[] Rows)> Evaluated =
    [
        ("Statements",
        [
            new("locals and constants", "const int n = 4; var s = n + 1; return s;"),
            new("`if`, `else`", "var n = 3; if (n > 2) return 1; else return 2;"),
            new("`while`, `do`, `for`", "var s = 0; for (var i = 0; i < 4; i++) { var k = i; while (k > 0) k--; do s++; while (s < i); } return s;"),
            new("`foreach`, over own types too", "var s = 0; foreach (var (a, b) in new[] { (1, 2), (3, 4) }) s += a * b; return s;"),
            new("`break`, `continue`, `return`", "foreach (var n in new[] { 1, 2, 3 }) { if (n == 1) continue; if (n == 3) break; return n; } return 0;"),
            new("`switch`, `goto case`, `goto default`", "switch (1) { case 1: goto case 2; case 2: return 2; default: return 0; }"),
            new("`try`, `catch`, `when`, `finally`, `throw`", "try { throw new FormatException(\"f\"); } catch (Exception e) when (e.Message == \"f\") { return 1; } finally { }"),
            new("`using` statements and declarations", "using var e = new List<int> { 1 }.GetEnumerator(); return e.MoveNext();"),
            new("`yield return`, `yield break`", "IEnumerable<int> Odd() { for (var i = 1; ; i += 2) yield return i; } return Odd().Take(3).Sum();"),
            new("`checked`, `unchecked`", "unchecked { return int.MaxValue + 3 * int.Parse(\"1\"); }"),
            new("local functions", "int Twice(int n) => n * 2; return Twice(4);"),
        ]),
        ("Expressions",
        [
            new("arithmetic, comparison, logic, shifts", "return (7 / 2 + 1.5 > 4 && !(3 < 2)) ? 1 << 4 : ~0;"),
            new("assignments of every kind", "var n = 1; n += 2; n++; int? m = null; m ??= n; (n, var k) = (m.Value, 2); return n * k;"),
            new("`?.`, `??`, `?:`, `is`, `as`", "string? s = null; object o = \"a\"; return (s?.Length ?? 3) + (o is string t ? t.Length : 0);"),
            new("interpolated, verbatim and raw strings", "return $\"rack-{7:D2}\" + @\"\\\";"),
            new("tuples and deconstruction", "var (a, b) = (1, \"x\"); return b + a;"),
            new("arrays, indices and ranges", "int[] a = [1, 2, 3]; return a[^1] + a[1..].Length;"),
            new("collection expressions and initialisers", "List<int> l = [1, .. new[] { 2, 3 }]; var d = new Dictionary<string, int> { [\"a\"] = l.Count }; return d[\"a\"];"),
            new("`new`, object initialisers, `with`", "var r = new Rack(\"A\") { Units = 42 }; return (r with { Row = \"B\" }).ToString();", "record Rack(string Row) { public int Units { get; init; } }"),
            new("lambdas, method groups, delegates", "Func<int, int> f = n => n + 1; return new[] { 1, 2 }.Select(f).Select(Math.Abs).Sum();"),
            new("queries", "return (from n in new[] { 3, 1, 2 } where n > 1 orderby n select n * 2).First();"),
            new("`switch` expressions", "return 5 switch { < 3 => \"few\", > 3 and < 9 => \"some\", _ => \"many\" };"),
            new("named, optional and `params` arguments", "static string F(int a = 1, params int[] rest) => a + \"/\" + rest.Length; return F() + F(2, 3, 4) + F(a: 5);"),
            new("`out`, `ref` and `in` arguments", "int.TryParse(\"12\", out var n); return n;"),
            new("`nameof`, `default`", "return nameof(String.Length) + default(int);"),
        ]),
        ("Patterns",
        [
            new("constants, types, `var`, `_`, `null`, `not`", "object o = 3; return o is not null and int n and not 4 ? n : 0;"),
            new("comparisons, `and`, `or`", "return 7 is > 3 and < 9 or 12;"),
            new("properties and positions", "return new Rack(\"A\", 7) is (\"A\", var n) { Row.Length: 1 } ? n : 0;", "record Rack(string Row, int Number);"),
            new("lists", "return new[] { 1, 2, 3 } is [1, .. var rest] ? rest.Length : 0;"),
        ]),
        ("Types",
        [
            new("classes, inheritance, interfaces, default members", "INamed n = new Spine(); return n.Hello();", "interface INamed { string Name { get; } string Hello() => \"hello \" + Name; } class Leaf : INamed { public virtual string Name => \"leaf\"; } class Spine : Leaf { public override string Name => \"spine\"; }"),
            new("records, structs, enumerations", "var p = new Point(1, 2); var q = p; q.X = 5; return p.ToString() + Tier.Spine;", "record struct Point(int X, int Y); enum Tier { Leaf, Spine }"),
            new("generic types and methods", "return new Pair<int>(1, 2).Swap().ToString();", "record Pair<T>(T A, T B) { public Pair<T> Swap() => new(B, A); }"),
            new("extension methods and blocks", "return 4.Twice() + 4.Half;", "static class More { public static int Twice(this int n) => n * 2; extension(int n) { public int Half => n / 2; } }"),
            new("own operators, indexers and conversions", "return (new Metres(2) + new Metres(3)).ToString();", "record struct Metres(int N) { public static Metres operator +(Metres a, Metres b) => new(a.N + b.N); }"),
            new("own exceptions", "try { throw new TooFew(3); } catch (TooFew e) { return e.Message; }", "class TooFew(int n) : Exception(\"only \" + n);"),
            new("own collections, comparers and comparable types", "return new[] { 1, 3, 2 }.OrderBy(n => n, new Downwards()).First();", "class Downwards : IComparer<int> { public int Compare(int a, int b) => b - a; }"),
            new("`const` and `static readonly` members, static constructors", "return Sizes.Unit * Sizes.Half;", "static class Sizes { public const int Unit = 32; public static readonly int Half; static Sizes() { Half = Unit / 2; } }"),
            new("anonymous types", "var r = new { Row = \"A\", Units = 42 }; return r.Row + r.Units;"),
        ]),
    ];

    public static readonly IReadOnlyList<(Row Row, string Instead)> Refused =
    [
        (new("`await`, `async`", "return {|CDL0002:Late()|}; static async System.Threading.Tasks.Task<int> Late() { await System.Threading.Tasks.Task.Yield(); return 1; }"), "compute the value where it is needed"),
        (new("`goto` to a label", "var n = 0; again: n++; if (n < 3) {|CDL0002:goto again;|} return n;"), "a loop, `break`, `return`"),
        (new("`lock`", "var o = new object(); {|CDL0002:lock (o) { }|} return 1;"), "leave it out: a definition has no threads"),
        (new("`dynamic`", "dynamic d = 1; return {|CDL0002:d + 1|};"), "a type, an interface or a generic method"),
        (new("`typeof`", "var t = {|CDL0002:typeof(int)|}; return t;"), "`nameof`"),
        (new("events", "{|CDL0002:new Bell().Rung += () => { }|}; return 1;", "class Bell { public event Action? Rung; }"), "a list of functions"),
        (new("classes that inherit from one of the framework's, exceptions excepted", "return {|CDL0002:new Names()|}.Count;", "class Names : List<string>;"), "a field of that type"),
        (new("static fields that are not `readonly`", "return {|CDL0001:State.Count|};", "static class State { public static int Count = 3; }"), "`static readonly` or `const`"),
        (new("writing static fields", "{|CDL0001:State.Count|} = 4; return 1;", "static class State { public static int Count = 3; }"), "a local variable, a parameter or a result"),
    ];
}
