using ClusterDsl.Analyzers.Hosting;

namespace ClusterDsl.Analyzers.Tests;

/// <summary>Where two types, two functions or two objects are nearly the same, the interpreter tells them apart as the runtime does.</summary>
public class CornerTests
{
    [Fact]
    public void Named_functions_are_equal_over_the_same_variables() => Agreement.On(
        """
        Action<string> p = Say, q = Say; void Say(string s) { } Func<int> f = Stat; Func<int> g = Stat;
        static int Stat() => 1; return (p == q) + "" + p.Equals(q) + (f == g) + (p + q == q + p) + ((p + q) - q == p);
        """);

    [Fact]
    public void Own_delegates_are_equal_when_they_call_the_same_in_the_same_order() => Agreement.On(
        """
        Op a = A, b = B; Op ab = a + b, ba = b + a; Op ab2 = a + b; return (ab == ab2) + "" + (ab == ba) + (ab == b) + ((ab - b) == a) + ((ab + ab2) - ab == ab2) + (a == null) + ((a - a) == null) + ab.Equals(ab2);
        """,
        members: """
        static void A() { } static void B() { }
        """,
        types: """
        delegate void Op();
        """);

    [Fact]
    public void A_list_of_an_explicitly_comparable_type_can_be_sorted() => Agreement.On(
        """
        var l = new List<P> { new(3), new(1), new(2) }; l.Sort(); var a = l.OrderByDescending(x => x).ToArray();
        Array.Sort(a); return string.Join(",", l.Select(x => x.N)) + l.Max()!.N + l.Min()!.N + string.Join(",", a.Select(x => x.N)) + Comparer<P>.Default.Compare(l[0], l[1]) + l.BinarySearch(l[1]);
        """,
        types: """
        class P(int n) : IComparable<P> { public int N => n; int IComparable<P>.CompareTo(P? o) => n.CompareTo(o!.N);
        }
        """);

    [Fact]
    public void A_struct_that_compares_itself_with_objects_can_be_sorted() => Agreement.On(
        """
        var l = new List<Q> { new(3), new(1), new(2) }; l.Sort(); var d = new SortedSet<Q>(l); return string.Join(",", l.Select(x => x.N)) + d.Count + d.Min.N;
        """,
        types: """
        struct Q(int n) : IComparable { public int N => n; int IComparable.CompareTo(object? o) => n.CompareTo(((Q)o!).N);
        }
        """);

    [Fact]
    public void An_Equals_that_overrides_nothing_is_found_by_nobody_else() => Agreement.On(
        """
        object a = new F(1), b = new F(1); var x = new F(1); var y = new F(1); return a.Equals(b) + "" + x.Equals(y) + x.Equals((object)y) + object.Equals(a, b) + object.Equals(x, y) + new List<F> { x }
        .Contains(y) + new[] { x }.Contains(y) + new List<object> { x }.Contains(y) + new List<F> { x }
        .IndexOf(y) + EqualityComparer<F>.Default.Equals(x, y);
        """,
        types: """
        class F(int n) { public int N => n; public bool Equals(F? o) => o is not null && o.N == n; }
        """);

    [Fact]
    public void A_record_with_its_own_equality_hands_it_down() => Agreement.On(
        """
        R a = new D(1, 2), b = new D(1, 3), c = new D(2, 2); R p = new R(5), q = new R(-5); return (a == b) + "" + (a == c) + a.Equals(b) + (p == q) + p.Equals(q) + ((object)p).Equals(q) + (p == a) + new[] { a, b, c }
        .Distinct().Count() + new[] { p, q }.Distinct().Count() + (new D(1, 2) == new D(1, 2)) + (new D(-1, 2) == new D(1, 2));
        """,
        types: """
        record R(int N) { public virtual bool Equals(R? o) => o is not null && EqualityContract == o.EqualityContract && Math.Abs(N) == Math.Abs(o.N);
        public override int GetHashCode() => Math.Abs(N); } record D(int N, int M) : R(N);
        """);

    [Fact]
    public void A_record_whose_equality_ignores_the_kind_is_equal_to_its_heirs() => Agreement.On(
        """
        R a = new D(1, 2), b = new D(1, 3); R p = new R(5), q = new R(-5); var d = new D(1, 2); var e = new D(-1, 2);
        return (a == b) + "" + (p == q) + p.Equals(q) + ((object)p).Equals(q) + (p == a) + (a == p) + (d == e) + d.Equals(e) + new[] { p, q }
        .Distinct().Count();
        """,
        types: """
        record R(int N) { public virtual bool Equals(R? o) => o is not null && Math.Abs(N) == Math.Abs(o.N);
        public override int GetHashCode() => Math.Abs(N); } record D(int N, int M) : R(N);
        """);

    [Fact]
    public void A_query_tells_own_types_apart() => Agreement.On(
        """
        object[] l = [new Sq(2), new Ci(1), 3, "x", Kind.A, (1, 2), new Pt(3), null!]; var s = new List<IShape> { new Sq(2), new Ci(3) }
        ; return l.OfType<IShape>().Count() + "," + l.OfType<Sq>().Count() + l.OfType<Ci>().Sum(c => c.R) + l.OfType<Kind>().Count() + l.OfType<int>().Sum() + l.OfType<string>().First() + l.OfType<Pt>().Single().X + s.OfType<Ci>().Single().R + s.Cast<object>().OfType<Sq>().Count() + l.OfType<object>().Count() + l.OfType<Other>().Count();
        """,
        types: """
        interface IShape { } record Sq(int A) : IShape; record Ci(int R) : IShape; enum Kind { A } enum Other { A }
        record struct Pt(int X);
        """);

    [Fact]
    public void A_cast_of_a_sequence_to_the_wrong_own_type_throws() => Agreement.On(
        """
        object[] l = [new Sq(2), new Ci(1)]; var s = ""; try { foreach (var x in l.Cast<Sq>()) s += x.A;
        } catch (InvalidCastException e) { s += e.Message; } try { foreach (Sq x in l) s += x.A; }
        catch (InvalidCastException e) { s += e.Message; } IEnumerable<IShape> u = new List<Sq> { new(1) }
        ; return s + u.Cast<Sq>().Count() + l.Cast<IShape>().Count();
        """,
        types: """
        interface IShape { } record Sq(int A) : IShape; record Ci(int R) : IShape;
        """);

    [Fact]
    public void A_generic_type_is_told_from_its_other_constructions() => Agreement.On(
        """
        object a = new G<int>(1), b = new G<string>("x"), c = new H<int>(2); return (a is G<int>) + "" + (a is G<string>) + (b is G<string>) + (c is G<int>) + (c is I<int>) + (c is I<long>) + ((a as G<string>) == null) + T<int>(a) + T<string>(a) + new object[] { a, b, c }
        .OfType<G<int>>().Count() + new object[] { a, b, c }.OfType<I<int>>().Count();
        """,
        members: """
        static bool T<X>(object o) => o is G<X> g && g.V is X;
        """,
        types: """
        interface I<T> { } record G<T>(T V); record H<T>(T V) : G<T>(V), I<T>;
        """);

    [Fact]
    public void Params_of_a_span_may_be_empty() => Agreement.On(
        """
        return D() + D(1, 2) * 10 + Sum([1, 2, 3]);
        """,
        members: """
        static int D(params Span<int> xs) => xs.Length; static int Sum(params ReadOnlySpan<int> xs) { var s = 0;
        foreach (var x in xs) s += x; return s; }
        """);

    [Fact]
    public void A_date_is_written_in_formats_that_know_no_zone() => Agreement.On(
        """
        return new DateTime(2026, 1, 2).ToString("yyyy-MM-dd") + new DateTime(2026, 1, 2).ToString("O") + $"{new DateTime(2026, 1, 2):d}" + new DateOnly(2026, 1, 2);
        """);

    [Fact]
    public void After_an_initialiser_has_failed_its_type_is_failed() => Agreement.On(
        """
        var s = ""; try { s += S.A; } catch (TypeInitializationException e) { s += e.InnerException!.Message;
        } try { s += S.B; } catch (TypeInitializationException e) { s += "T" + e.Message; } try { s += S.C;
        } catch (TypeInitializationException) { s += "T"; } return s;
        """,
        types: """
        static class S { public static readonly int A = int.Parse("x"); public static readonly int B = 2;
        public static int C => B; }
        """);

    [Fact]
    public void A_type_fails_when_its_field_is_read_and_stays_failed() => Agreement.On(
        """
        var s = ""; s += S.C(); try { s += S.A; } catch (TypeInitializationException e) { s += e.InnerException!.Message;
        } try { s += S.B; } catch (TypeInitializationException e) { s += "T" + e.Message; } return s;
        """,
        types: """
        static class S { public static readonly int B = 2; public static readonly int A = int.Parse("x");
        public static string C() => "c"; }
        """);

    [Fact]
    public void A_deconstructed_record_has_inherited_parts() => Agreement.On(
        """
        object o = new Derived(1, "x"); return (o is Base { A: 1 } b ? b.ToString() : "no") + (o is Derived(var a, var s) ? a + s : "") + (o as Other == null) + ((Base)o == new Derived(1, "x")) + ((Base)o with { A = 5 }
        ) + o.Equals(new Derived(1, "x"));
        """,
        types: """
        record Base(int A); record Derived(int A, string S) : Base(A); record Other(int A) : Base(A);
        """);

    [Fact]
    public void An_empty_collection_expression_makes_a_dictionary() => Agreement.On(
        """
        var p = new Plan { Name = "n", Halls = { ["h1"] = new() { Rows = 2 }, ["h2"] = new() { Rows = 3, Tags = { "x", "y" }
        } } }; p.Halls["h1"].Rows += 5; var copy = p.Halls.ToDictionary(k => k.Key, k => k.Value.Rows);
        return p.Name + copy["h1"] + p.Halls["h2"].Tags.Count + string.Join(",", copy.Select(kv => kv)) + p.Halls.Keys.Last() + p.Total;
        """,
        types: """
        class Plan { public required string Name { get; init; } public Dictionary<string, Hall> Halls { get;
        } = []; public int Total => Halls.Values.Sum(h => h.Rows); } class Hall { public int Rows { get;
        set; } public List<string> Tags { get; } = []; }
        """);

    [Fact]
    public void A_generic_method_of_an_interface_reaches_what_implements_it() => Agreement.On(
        """
        var v = new Visitor(); IShape[] s = [new Sq(2), new Ci(1), new Gr(new Sq(1), new Gr())]; return string.Join(",", s.Select(x => x.Accept(v))) + v.Count;
        """,
        types: """
        interface IShape { T Accept<T>(IVisitor<T> v); } interface IVisitor<T> { T Visit(Sq s); T Visit(Ci c);
        T Visit(Gr g); } record Sq(int A) : IShape { public T Accept<T>(IVisitor<T> v) => v.Visit(this);
        } record Ci(int R) : IShape { public T Accept<T>(IVisitor<T> v) => v.Visit(this); } class Gr(params IShape[] k) : IShape { public IShape[] K => k;
        public T Accept<T>(IVisitor<T> v) => v.Visit(this); } class Visitor : IVisitor<double> { public int Count { get;
        private set; } public double Visit(Sq s) { Count++; return s.A * s.A; } public double Visit(Ci c) { Count++;
        return Math.PI * c.R; } public double Visit(Gr g) { Count++; return g.K.Sum(k => k.Accept(this));
        } }
        """);

    [Fact]
    public void A_registry_makes_what_it_was_told_to() => Agreement.On(
        """
        var r = new Registry<IPlan>(); r.On("a", () => new Small()); r.On("b", () => new Big(3)); return string.Join(",", r.Names.Select(n => r.Make(n).Size)) + r.Try("c", out var p) + (p is null) + r.Try("b", out p) + p!.Size;
        """,
        types: """
        interface IPlan { int Size { get; } } class Small : IPlan { public int Size => 1; } record Big(int Size) : IPlan;
        class Registry<T> where T : class { readonly Dictionary<string, Func<T>> _f = []; public void On(string n, Func<T> f) => _f.Add(n, f);
        public IEnumerable<string> Names => _f.Keys.Order(); public T Make(string n) => _f[n](); public bool Try(string n, out T? t) { t = _f.TryGetValue(n, out var f) ? f() : null;
        return t is not null; } }
        """);

    [Fact]
    public void A_record_refuses_what_it_cannot_be() => Agreement.On(
        """
        var s = ""; foreach (var n in new[] { 0, 5, 200 }) try { s += new Pod("a", n).Size; } catch (ArgumentOutOfRangeException e) { s += e.ParamName + e.ActualValue + e.Message;
        } return s;
        """,
        types: """
        record Pod(string Name, int Size) { public int Size { get; } = Size is > 0 and < 100 ? Size : throw new ArgumentOutOfRangeException(nameof(Size), Size, "1 to 99");
        }
        """);

    [Fact]
    public void Exceptions_of_every_kind_say_what_they_say_at_run_time() => Agreement.On(
        """
        return Try(() => 3 / int.Parse("0")) + Try(() => new[] { 1 }[1]) + Try(() => ((string?)null)!.Length) + Try(() => new Dictionary<string, int>()["k"]) + Try(() => (int)(object)"x") + Try(() => Enumerable.Empty<int>().First()) + Try(() => checked(int.MaxValue + int.Parse("1"))) + Try(() => throw new Bad("n", 3)) + Try(() => new List<int> { 1 }
        [3]) + Try(() => int.Parse("x"));
        """,
        members: """
        static string Try(Func<int> f) { try { return f() + ";"; } catch (Bad b) when (b.Code == 3) { return "bad" + b.Message;
        } catch (Exception e) { return e.GetBaseException().Message + ";"; } finally { } }
        """,
        types: """
        class Bad(string w, int code) : InvalidOperationException($"{w} is bad") { public int Code => code;
        }
        """);

    [Fact]
    public void Structs_behind_interfaces_keep_their_own_copies() => Agreement.On(
        """
        var s = new S { A = 1 }; var arr = new[] { s, s }; arr[0].A = 5; Change(ref arr[1]); s.Inc();
        var l = new List<S> { s }; var c = l[0]; c.Inc(); var boxed = (IInc)s; boxed.Inc(); return s.A + "," + arr[0].A + arr[1].A + l[0].A + c.A + boxed.Value + (s.Equals(l[0])) + new Dictionary<string, S> { ["k"] = s }
        ["k"].A;
        """,
        members: """
        static void Change(ref S s) => s = new S { A = 77 };
        """,
        types: """
        interface IInc { void Inc(); int Value { get; } } struct S : IInc { public int A; public void Inc() => A++;
        public readonly int Value => A; }
        """);

    [Fact]
    public void Static_instances_refer_to_each_other() => Agreement.On(
        """
        return string.Join(",", Fabric.All.Select(f => f.ToString())) + Fabric.Ndr.Next!.Name + Fabric.ByName["hdr"].Speed + (Fabric.Hdr < Fabric.Ndr) + Fabric.All.Min()!.Name;
        """,
        types: """
        sealed class Fabric : IComparable<Fabric> { public static readonly Fabric Hdr = new("hdr", 200);
        public static readonly Fabric Ndr = new("ndr", 400) { Next = Hdr }; public static readonly IReadOnlyList<Fabric> All = [Ndr, Hdr];
        public static readonly IReadOnlyDictionary<string, Fabric> ByName = All.ToDictionary(f => f.Name);
        Fabric(string n, int s) => (Name, Speed) = (n, s); public string Name { get; } public int Speed { get;
        } public Fabric? Next { get; init; } public int CompareTo(Fabric? o) => Speed.CompareTo(o?.Speed ?? 0);
        public static bool operator <(Fabric a, Fabric b) => a.CompareTo(b) < 0; public static bool operator >(Fabric a, Fabric b) => a.CompareTo(b) > 0;
        public override string ToString() => $"{Name}@{Speed}"; }
        """);

    [Theory]
    [InlineData("""try { throw new InvalidOperationException("no"); } catch (Exception e) { return $"{e}"; }""")]
    [InlineData("""try { throw new InvalidOperationException("no"); } catch (Exception e) { return "it was " + e; }""")]
    [InlineData("""try { throw new InvalidOperationException("no"); } catch (Exception e) { object o = e; return o.ToString(); }""")]
    [InlineData("""try { throw new InvalidOperationException("no"); } catch (Exception e) { return string.Join(",", new[] { e }); }""")]
    public void The_text_of_a_thrown_exception_is_refused(string body) => Refused(
        body, "The text of an exception shows how the program came here and cannot be part of a definition; use Message");

    [Theory]
    [InlineData("""return new DateTime(2026, 1, 2).ToString("zzz");""", "zzz")]
    [InlineData("""return $"{new DateTime(2026, 1, 2):HH:mm zz}";""", "HH:mm zz")]
    [InlineData("""return new DateTime(2026, 1, 2).ToString("U");""", "U")]
    [InlineData("""return string.Format("{0:O}", new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Local));""", "O")]
    public void A_format_that_reads_the_time_zone_is_refused(string body, string format) => Refused(
        body, $"The format '{format}' of a DateTime reads the time zone of the machine and cannot be part of a definition; use a format without 'z', 'K' and 'U'");

    [Fact]
    public void The_hash_of_a_record_is_refused() => Refused(
        "return new R(1).GetHashCode();", "R.GetHashCode differs from run to run and cannot be part of a definition; compare with Equals, or use the value itself",
        "record R(int N);");

    [Fact]
    public void Assigning_a_static_field_is_refused_with_what_to_do_instead() => Refused(
        "S.Count = 3; return 1;", "'Count' is shared by everything that runs, so assigning it cannot be part of a definition; use a local variable, or return the value",
        "static class S { public static int Count; }");

    [Fact]
    public void What_has_no_place_in_a_definition_is_named_in_the_words_of_its_author() => Refused(
        "Span<int> xs = stackalloc int[3]; return xs.Length;", "'stackalloc' cannot be part of a definition; use an array");

    /// <summary>A list that changes while part of it is read by index at run time is read in order here, which notices.</summary>
    [Fact]
    public void A_list_that_is_changed_while_a_query_reads_it_is_underlined() => Refused(
        "var l = new List<int> { 3, 1, 2 }; var s = 0; foreach (var x in l.Take(2)) { s += x; l.Sort(); } return s;",
        "The definition throws InvalidOperationException: Collection was modified; enumeration operation may not execute.");

    static void Refused(string body, string message, string types = "")
    {
        var compilation = Source.Compile($"public static class Program {{ public static object? Run() {{ {body} }} }} {types}");
        var (_, problems, isKnown) = Interpreted.Run(compilation, "Program", "Run");
        Assert.False(isKnown);
        Assert.Equal([message], problems.Select(p => p.Message));
    }

    [Fact]
    public void A_definition_that_cannot_be_evaluated_always_says_why()
    {
        var found = Findings("""
            return Cluster.Named("c" + new Pods().Count());
            """,
            "class Pods : IEnumerable<ICloneable> { public IEnumerator<ICloneable> GetEnumerator() { yield return new Pod(1); } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); } class Pod(int n) : ICloneable { public object Clone() => new Pod(n); }");
        var only = Assert.Single(found);
        Assert.Equal("CDL0002", only.Rule);
        Assert.StartsWith("'Define' cannot be evaluated, and the compiler cannot say where: ", only.Message);
    }

    [Theory]
    [InlineData("return Cluster.Named(undeclared);")]
    [InlineData("int n; return Cluster.Named(\"c\" + n.ToString());")]
    [InlineData("string s; return Cluster.Named(s);")]
    [InlineData("return Cluster.Named(Name());")]
    [InlineData("int n = \"three\"; return Cluster.Named(\"c\" + n);")]
    public void Code_that_does_not_compile_is_left_to_the_compiler(string body) =>
        Assert.Empty(Findings(body, "static string Name() { }").Select(f => f.Message));

    static IReadOnlyList<Found> Findings(string body, string more)
    {
        var compilation = Source.Compile($$"""[Cluster] public static partial class C { public static Cluster Define() { {{body}} } {{more}} }""");
        return [.. Engine.EvaluateAfresh(compilation, default).Findings];
    }
}
