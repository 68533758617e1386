namespace ClusterDsl.Analyzers.Tests;

/// <summary>Values of the interpreter are C#'s: each program gives under it what it gives under the runtime.</summary>
public class ValueTests
{
    [Fact]
    public void A_struct_that_is_no_variable_is_copied_before_a_method_changes_it() => Agreement.On(
        """
        var h = new Holder(); h.P.Up(); h.F.Up(); h.R.Up(); Holder.Make().Up();
        var l = new List<Counter> { new() }; l[0].Up(); var a = new Counter[1];
        a[0].Up(); foreach (var c in a) c.Up(); var x = a[0]; x.Up(); void In(in Counter c) => c.Up();
        In(x); return new object[] { h.P.N, h.F.N, h.R.N, l[0].N, a[0].N, x.N };
        """,
        types: """
        struct Counter { public int N; public void Up() => N++; }
        class Holder { public Counter P { get; set; } public Counter F; public readonly Counter R;
        public static Counter Make() => new(); public Holder() { R.Up(); } }
        """);

    [Fact]
    public void A_struct_is_copied_by_assignment_argument_boxing_and_function_and_keeps_its_box() => Agreement.On(
        """
        var a = new Counter { N = 1 }; var b = a; b.Up(); object o = a; ((IUp)o).Up();
        ((IUp)o).Up(); var c = (Counter)o; c.Up(); object p = o; ((IUp)p).Up();
        Counter Take(Counter k) { k.Up(); return k; } var d = Take(a); Counter? n = a;
        n?.Up(); n.Value.Up(); T Up<T>(T t) where T : IUp { t.Up(); return t; }
        var e = Up(a); Func<int> f = a.Up2; f(); var g = f(); return new object[] { a.N, b.N, ((Counter)o).N, c.N, ((Counter)p).N, d.N, n!.Value.N, e.N, g };
        """,
        types: """
        interface IUp { void Up(); }
        struct Counter : IUp { public int N; public void Up() => N++; public int Up2() => ++N;
        }
        """);

    [Fact]
    public void A_reference_is_another_name_for_an_element_a_field_and_a_variable() => Agreement.On(
        """
        var a = new[] { 1, 2, 3 }; ref var r = ref a[1]; r += 10; void Add(ref int n, Action look) { n += 5;
        look(); } var seen = 0; Add(ref a[0], () => seen = a[0]); ref int Find(int[] xs, int v) { for (var i = 0; i < xs.Length; i++) if (xs[i] == v) return ref xs[i];
        throw new Exception(); } Find(a, 3) = 99; Find(a, 12)++; var s = new S();
        Add(ref s.X, () => seen += s.X); ref var q = ref s; q.X++; r = ref a[2];
        r = 7; var b = new Box(); Add(ref b.V, () => seen += b.V); return string.Join(",", a) + "|" + seen + "|" + s.X + "|" + b.V;
        """,
        types: """
        struct S { public int X; }
        class Box { public int V; }
        """);

    [Fact]
    public void An_out_argument_may_be_a_field_or_an_element() => Agreement.On(
        """
        var b = new Box(); int.TryParse("42", out b.V); int.TryParse("7", out b.A[1]);
        int.TryParse("z", out _); return b.V + b.A[1];
        """,
        types: """
        class Box { public int V; public int[] A = new int[2]; }
        """);

    [Fact]
    public void A_deconstruction_locates_its_targets_then_evaluates_then_assigns() => Agreement.On(
        """
        var log = ""; int[] a = [0, 0, 0]; int I(int i) { log += "i" + i; return i;
        } int V(int v) { log += "v" + v; return v; } (a[I(0)], a[I(1)]) = (V(5), V(6));
        var x = 1; var y = 2; (x, y) = (y, x); long w; (w, var z) = (3, 4.5); var p = new P { A = 1 };
        (p.A, _) = new D(8, 9); foreach (var (k, (m, n)) in new[] { (1, (2, 3)) }) log += k + m + n;
        var (q, rr) = new KeyValuePair<string, int>("k", 3); var (e1, e2) = new E();
        return log + x + y + w + z + p.A + q + rr + e1 + e2;
        """,
        types: """
        class P { public int A { get; set; } }
        record D(int X, int Y);
        class E { public int V = 4; }
        static class Ext { public static void Deconstruct(this E e, out int a, out string b) { a = e.V;
        b = "e"; } }
        """);

    [Fact]
    public void Generic_code_knows_arrays_tuples_and_defaults_of_its_type_parameters() => Agreement.On(
        """
        T[] Make<T>(T a, T b) => [a, b]; List<T[]> Chunks<T>(IEnumerable<T> xs) { var l = new List<T[]>();
        foreach (var x in xs) l.Add([x]); l.Add(new T[2]); return l; } (T, int)[] Pairs<T>(T x) => new (T, int)[] { (x, 1) };
        T? Def<T>() => default; return Make(1, 2).Length + Chunks(new[] { 1, 2 }).Count + Pairs("a")[0].Item1 + Def<int>() + (Def<string>() ?? "null") + Def<Tier>() + Outer<int>.Inner.Of(3).V + new Outer<string>.Inner { V = "x" }.V;
        """,
        types: """
        enum Tier { A, B }
        class Outer<T> { public class Inner { public T V = default!; public static Inner Of(T v) => new() { V = v };
        } }
        """);

    [Fact]
    public void A_type_argument_supplies_the_static_members_of_its_interface() => Agreement.On(
        """
        return Gen.Name<A>() + Gen.Name<B>() + Gen.Sum(new[] { 1, 2, 3 }) + Gen.Sum(new[] { 1.5, 2 }) + Gen.Parse<int>("12") + Gen.Parse<double>("1.5") + Gen.Big(3, 4) + Gen.Add(new M(1), new M(2)).V + Gen.New<A>().X + Gen.Conv<long, int>(5);
        """,
        types: """
        interface INamed { static abstract string Name { get; } static virtual string Kind() => "k";
        }
        class A : INamed { public static string Name => "A"; public int X = 3;
        }
        class B : INamed { public static string Name { get; } = "B"; public static string Kind() => "b";
        }
        record struct M(int V) : System.Numerics.IAdditionOperators<M, M, M> { public static M operator +(M a, M b) => new(a.V + b.V);
        }
        static class Gen {
        public static string Name<T>() where T : INamed => T.Name + T.Kind();
        public static T Sum<T>(IEnumerable<T> xs) where T : System.Numerics.INumber<T> { var s = T.Zero;
        foreach (var x in xs) s += x; s++; return s; }
        public static T Parse<T>(string s) where T : IParsable<T> => T.Parse(s, System.Globalization.CultureInfo.InvariantCulture);
        public static T Big<T>(T a, T b) where T : System.Numerics.INumber<T> => T.Max(a, b) * T.CreateChecked(2) - T.One > a ? -b : a;
        public static T Add<T>(T a, T b) where T : System.Numerics.IAdditionOperators<T, T, T> => a + b;
        public static T New<T>() where T : new() => new T();
        public static T Conv<F, T>(F f) where F : System.Numerics.INumber<F> where T : System.Numerics.INumber<T> => T.CreateChecked(f);
        }
        """);

    [Fact]
    public void An_own_enumeration_formats_parses_and_computes_as_at_run_time() => Agreement.On(
        """
        var m = M.A | M.C; var s = ""; foreach (var f in new[] { "G", "F", "D", "X" }) s += m.ToString(f) + "," + E.B.ToString(f) + "," + ((E)200).ToString(f) + "," + ((L)(-1)).ToString(f) + ";";
        s += $"{m:X}|{E.B,5}|{E.B:d}|{(M)0}|{(M)8}|{(M)9}"; s += string.Join(",", Enum.GetValues<E>()) + string.Join(",", Enum.GetNames<M>()) + Enum.Parse<E>("B") + Enum.Parse<M>("A, C") + Enum.Parse<E>("2") + Enum.TryParse<E>("Q", out var q) + q + Enum.TryParse("b", true, out E b2) + b2 + Enum.IsDefined(E.A) + Enum.IsDefined((E)77) + m.HasFlag(M.C) + Enum.GetName(E.C);
        var d = new Dictionary<E, int> { [E.A] = 1 }; d.TryGetValue(E.C, out var no);
        E[] arr = new E[2]; object o = E.B; s += d[E.A] + "" + no + arr[1] + string.Join("", arr) + (o is E.B) + (o.Equals(E.B)) + (E.C - E.A) + (E.A + 1) + (E.A < E.B) + default(E) + o;
        var e = E.A; e++; e |= E.C; e ^= E.A; s += e + "" + ~E.A + (byte)~E.A + (int)L.Big + new List<E>().FirstOrDefault() + (E?)null + (E?)E.A;
        return s;
        """,
        types: """
        enum E : byte { A = 1, B, C = 4 }
        [Flags] enum M { None, A = 1, B = 2, C = 4, AB = 3 }
        enum L : long { Neg = -1, Zero, Big = 5 }
        """);

    [Fact]
    public void A_checked_conversion_to_an_enumeration_overflows() => Agreement.On(
        """
        try { var i = 300; return checked((E)i); } catch (OverflowException e) { return e.Message;
        }
        """,
        types: """
        enum E : byte { A = 1 }
        """);

    [Fact]
    public void Boxes_are_equal_by_reference_and_values_by_value() => Agreement.On(
        """
        object a = 5, b = 5; object s = "x" + 1, t = "x" + 1; var u = a; int? n = null;
        object? bn = n; object o5 = (int?)5; return new object?[] { (object)5 == (object)5, a == b, a.Equals(b), a == u, s == t, (string)s == (string)t, s.Equals(t), n.ToString(), n.GetValueOrDefault(), n.GetValueOrDefault(3), n.HasValue, n.Equals(null), n.GetHashCode(), bn is null, o5 is int, new R(1) == new R(1), (object)new R(1) == (object)new R(1), new R(1).Equals(new D(1, 2)), new D(1, 2) == new D(1, 2), (1, "a") == (1, "a"), (1L, 2) == (1, 2L), (double.NaN, 1) == (double.NaN, 1), (1, (2, 3)) != (1, (2, 4)), new P(1).Equals(new P(1)), n == null, n > 1, n + 1 };
        """,
        types: """
        record R(int X); record D(int X, int Y) : R(X); struct P(int x) { public int X = x;
        }
        """);

    [Fact]
    public void The_value_of_nothing_is_an_exception() => Agreement.On(
        """
        int? n = null; try { return n.Value; } catch (InvalidOperationException e) { return e.Message;
        }
        """);

    [Fact]
    public void A_compound_assignment_computes_wide_and_narrows() => Agreement.On(
        """
        byte b = 200; b += 100; b <<= 1; b >>= 2; short s = -5; s >>>= 1; s *= 3;
        sbyte sb = 127; sb++; char c = 'a'; c += (char)2; ulong u = 1; u <<= 63;
        u |= 1; uint ui = 0; ui--; int i = 5; i += i++ + ++i; int[] a = [1, 2];
        var k = 0; a[k++] += k; string str = "a"; str += 1; str += 'c'; str += 1.5;
        str += null; str += true; object o = "q"; o += "w"; int? n = 4; n += 2;
        n <<= 1; int? z = null; z += 1; double d = 1; d /= 3; float f = 1; f /= 3;
        f += 0.1f; decimal m = 1.10m; m *= 2; bool t = true; t &= false; t |= true;
        t ^= true; return new object?[] { b, s, sb, c, u, ui, i, a[0], str, o, n, z, d, f, m, t, b-- , --c };
        """);

    [Fact]
    public void Own_operators_and_conversions_apply_wherever_the_language_asks_for_them() => Agreement.On(
        """
        var v = new V(1); v++; ++v; var w = v++; V x = 5; x += 2; x = x + 3; int i = (int)x;
        var r = v & w; var y = new V(0) || new V(7); var z = new V(0) && new V(7);
        if (x) i += 100; foreach (V q in new[] { 1, 2 }) i += q.N; string s = "";
        s += x; long l = x; int Len(V k) => k.N; return new object[] { v.N, w.N, x.N, i, r.N, y.N, z.N, s, l, Len(9), -x, v < w, (V)8 == new V(8), !v };
        """,
        types: """
        record struct V(int N) { public static V operator ++(V v) => new(v.N + 1);
        public static V operator +(V a, V b) => new(a.N + b.N); public static V operator &(V a, V b) => new(a.N & b.N);
        public static V operator |(V a, V b) => new(a.N | b.N); public static bool operator true(V v) => v.N != 0;
        public static bool operator false(V v) => v.N == 0; public static implicit operator V(int n) => new(n);
        public static explicit operator int(V v) => v.N; public static implicit operator long(V v) => v.N;
        public static V operator -(V v) => new(-v.N); public static bool operator <(V a, V b) => a.N < b.N;
        public static bool operator >(V a, V b) => a.N > b.N; public static bool operator !(V v) => v.N == 0;
        }
        """);

    [Fact]
    public void Functions_are_combined_and_compared() => Agreement.On(
        """
        var log = ""; Action a = () => log += "a"; Action b = () => log += "b";
        a += b; a(); a -= b; a(); Func<int, int> f = x => { log += x; return x;
        }; f += x => x * 2; var r = f(3); MyAct m = n => log += n; m += n => log += n * 2;
        m(5); Func<int> p = Two, q = Two; Action? none = a - a; return log + r + (p == q) + (none is null) + (St == (Func<int>)Program.Two);
        """,
        members: """
        static readonly Func<int> St = Two; static int Two() => 2;
        """,
        types: """
        delegate void MyAct(int n);
        """);

    [Fact]
    public void Arithmetic_overflows_rounds_and_throws_as_at_run_time() => Agreement.On(
        """
        var l = new List<string>(); void T(Func<object> f) { try { l.Add(f().ToString()!);
        } catch (Exception e) { l.Add(e.Message); } } int z = 0, min = int.MinValue, m1 = -1;
        double d = 1e20; decimal big = decimal.MaxValue; T(() => 1 / z); T(() => 1 % z);
        T(() => min / m1); T(() => 1m / z); T(() => 1.0 / z); T(() => checked((int)d));
        T(() => unchecked((byte)300.7)); T(() => (int)big); T(() => checked(min - 1));
        T(() => big * 2); T(() => checked((byte)(m1 + z))); T(() => checked(-min));
        T(() => (uint)z - 6u); T(() => (byte)d); T(() => (long)(d * double.NaN));
        T(() => double.NaN == double.NaN); T(() => double.NaN != double.NaN); T(() => 0.1f + 0.2f);
        T(() => (double)(0.1f + 0.2f)); T(() => 1.10m + 1.1m); T(() => 'a' + 'b');
        T(() => (char)('a' + 1)); T(() => 5 / 2 * 2.0); T(() => (0.1f * 3).ToString());
        T(() => 1e15 + 0.3); T(() => -0.0); T(() => float.MaxValue * 2); T(() => (object)(short)-1 is short);
        return l;
        """);

    [Fact]
    public void Text_is_formatted_in_no_culture() => Agreement.On(
        """"
        var d = new DateTime(2026, 1, 2, 3, 4, 5); var s = ""; s += $"{1234.5:N2}|{-5,6:D3}|{0.5:P}|{255:X4}|{d:yyyy-MM-dd}|{TimeSpan.FromMinutes(90):c}|{"x",-3}|{'c',3}|{null}|{1.0}|{1e-7}|{1m/3m:F3}|{(int?)5:D2}|{new R(1.5, null)}|{new[]{1}}|{(1, "a")}|{true,-6}|{1_000_000:#,0}|{12.3:0.00}|{new F()}|{new F():q}";
        s += string.Format("{0,8:F1}|{1}|{2:X}", 3.14159, 2.5m, 10); s += $$"""{{1}} {x}""";
        s += string.Concat(1, 2.5, 'c', null, true); s += 1.0f + "" + 1e20 + 1.5m + double.NaN + double.PositiveInfinity + float.Epsilon + decimal.MaxValue;
        return s;
        """",
        types: """"
        record R(double A, string? B); class F : IFormattable { public string ToString(string? f, IFormatProvider? p) => "F:" + f;
        }
        """");

    [Fact]
    public void Records_print_compare_and_copy_by_what_they_declare() => Agreement.On(
        """
        var d = new D("n", 1) { Z = 3 }; R r = d; var c = r with { Name = "m" };
        var e = (D)c with { Age = 9 }; var g = new G<int>(4); var ps = new PS(1, 2) with { Y = 5 };
        return d + "|" + c + "|" + e + "|" + g + "|" + ps + "|" + (r == (R)d) + (c == r) + new Empty() + new Hid(3) + new Pr(2) + new { A = 1, B = "x" }
        + new Init { V = 5 }.V + (new Init { V = 5 } with { V = 7 }).V + new Req { N = 3 }.N;
        """,
        types: """
        record R(string Name) { public virtual int K => 1; public int[]? Arr; }
        record D(string Name, int Age) : R(Name) { public int Z { get; init; }
        public override int K => 2; private int Q = 3; }
        record G<T>(T V); record struct PS(int X, int Y); record Empty; record Hid(int A) { protected virtual bool PrintMembers(StringBuilder b) { b.Append("hid");
        return true; } } record Pr(int A) : Hid(A) { public int B => 4; } record Init { int _v;
        public int V { get => _v; init => _v = value * 2; } } class Req { public required int N { get;
        set; } }
        """);

    [Fact]
    public void Members_are_initialised_before_the_constructor_of_the_base() => Agreement.On(
        """
        return new Der(5).Log;
        """,
        types: """
        class Base { public string Log = ""; public int B = T.S("B"); public Base() { Log += V();
        } public virtual string V() => "base"; } class Der : Base { readonly int _x = T.S("x");
        readonly string _y; public Der(int n) : base() { _y = "set"; Log += V() + n + T.Log2;
        } public override string V() => _x + (_y ?? "null") + "."; }
        static class T { public static readonly List<string> L = new(); public static string Log2 => string.Join("", L);
        public static int S(string s) { L.Add(s); return L.Count; } }
        """);

    [Fact]
    public void Initialisers_nest() => Agreement.On(
        """
        var a = new A { N = { X = 1, L = { 1, 2 } }, D = { ["k"] = 2, ["j"] = 3 }, S = { Q = 4 }, [3] = "three" };
        var d = new Dictionary<string, List<int>> { ["a"] = new() { 1 }, ["b"] = [2, 3] };
        return a.N.X + a.N.L.Count + a.D["k"] + a.D["j"] + a.S.Q + a[3] + d["b"][^1] + d.Count;
        """,
        types: """
        class A { public N N { get; } = new(); public Dictionary<string, int> D { get;
        } = new(); public S S; string _i = ""; public string this[int i] { get => _i;
        set => _i = i + value; } } class N { public int X; public List<int> L { get;
        } = new(); } struct S { public int Q; }
        """);

    [Fact]
    public void Indices_from_the_end_and_ranges_work_on_own_types() => Agreement.On(
        """
        var b = new Buf(); b[^1] = 9; return b[^1] + b[1..3] + (b is [1, .., 9] ? "y" : "n") + (new List<int> { 1, 2, 3 } is [_, .. var r] ? "r" : "") + ("abc" is ['a', ..] ? "s" : "") + "hello"[^2] + new[] { 1, 2, 3 }[^2..].Length + new List<int> { 1, 2 }[^1];
        """,
        types: """
        class Buf { readonly int[] _a = [1, 2, 3, 4]; public int Length => _a.Length;
        public int this[int i] { get => _a[i]; set => _a[i] = value; } public string Slice(int s, int n) => s + ":" + n;
        }
        """);

    [Fact]
    public void A_collection_expression_makes_any_collection() => Agreement.On(
        """
        int[] x = [1, 2]; List<int> l = [.. x, 3, .. from q in x select q * 10];
        IReadOnlyList<int> ro = [.. l]; ICollection<int> c = [1]; c.Add(2); HashSet<string> h = [.. "a b a".Split(' ')];
        System.Collections.Immutable.ImmutableArray<int> im = [1, 2]; System.Collections.Immutable.ImmutableList<int> il = [1, 2, 3];
        ReadOnlySpan<int> sp = [5, 6]; IEnumerable<object> ob = [1, "a"]; long[] lo = [1, 2];
        List<Tier> t = [Tier.A]; SortedSet<int> so = [3, 1]; Own own = [1, 2];
        int?[] ni = [1, null]; return l.Sum() + ro.Count + c.Count + h.Count + im.Length + il.Count + sp.Length + ob.Count() + lo[1] + t.Count + so.Min + own.Sum + (ni[1] is null ? 1 : 0);
        """,
        types: """
        enum Tier { A } class Own : IEnumerable<int> { public int Sum; public void Add(int i) => Sum += i;
        public IEnumerator<int> GetEnumerator() => throw new Exception(); System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => throw new Exception();
        }
        """);

    [Fact]
    public void Patterns_of_every_kind_match_what_they_match_at_run_time() => Agreement.On(
        """
        string F(object? o) => o switch { null => "null", int and > 5 and not 7 => "i>5", 7 => "7", double.NaN => "nan", double d when d > 1 => "d" + d, string { Length: > 2 and < 5 }
        s => s, (int a, string b) => a + b, R { X: 1, In.Y: "q" } => "R1", R(var x, _) when x > 5 => "x" + x, int[] and [1, .., var z] => "z" + z, List<int> { Count: 0 }
        => "empty", Tier.B => "B", Tier => "tier", 'c' => "ch", 5L => "5L", V { N: not 0 }
        v => "V" + v.N, var other => other.ToString()! }; return string.Join(";", new object?[] { null, 6, 7, 5, double.NaN, 2.5, "abcd", "a", (1, "x"), new R(1, new In("q")), new R(9, new In("")), new[] { 1, 2, 3 }, new List<int>(), Tier.B, Tier.A, 'c', 5L, new V { N = 2 } }.Select(F));
        """,
        types: """
        record R(int X, In In); record In(string Y); enum Tier { A, B } struct V { public int N;
        }
        """);

    [Fact]
    public void A_switch_expression_without_a_matching_arm_says_the_value() => Agreement.On(
        """
        try { return 5 switch { 1 => "a", _ when Program.No => "b" }; } catch (Exception e) { return (e is InvalidOperationException) + e.Message;
        }
        """,
        members: """
        public static bool No => false;
        """);

    [Fact]
    public void A_cast_fails_with_the_words_of_the_runtime() => Agreement.On(
        """
        var l = new List<string>(); void T(Func<object?> f) { try { l.Add(f()?.ToString() ?? "null");
        } catch (Exception e) { l.Add(e.Message); } } object o = "s", i = 5, n = null!, e = E.A, r = new R(1), st = new S();
        T(() => (int)o); T(() => (long)i); T(() => (int)n); T(() => (int?)n); T(() => (string)i);
        T(() => (byte)e); T(() => (E)(object)(byte)1); T(() => (R)o); T(() => (Q)r);
        T(() => (IComparable)r); T(() => r as Q); T(() => i as int?); T(() => o as string);
        T(() => (S)o); T(() => (int)(int?)n); T(() => st is ValueType); T(() => e is Enum);
        T(() => ((object)new int[0]) is IEnumerable<int>); T(() => (E)77); T(() => st);
        T(() => new Gen<int>.In()); return l;
        """,
        types: """
        enum E : byte { A = 1 } record R(int X); class Q; struct S { } class Gen<T> { public class In;
        }
        """);

    [Fact]
    public void A_method_of_a_struct_changes_the_variable_it_is_called_on() => Agreement.On(
        """
        var s = new St(3); s.Add(4).Add(5); var t = s.Copy(); t.Add(1); St.Static(ref s);
        s.Reset(out var old); return s.V + "," + t.V + "," + old + "," + new St(9).Self().V + s.Nest();
        """,
        types: """
        struct St { public int V; int[] _log; public St(int v) : this() { V = v;
        Bump(); _log = [V]; } void Bump() => V++; public St Add(int n) { V += n;
        return this; } public St Copy() => this; public static void Static(ref St s) => s.V *= 2;
        public void Reset(out int old) { old = V; this = new St(100); this.V++;
        } public readonly St Self() { var c = this; c.V = -1; return c; } public int Nest() { var s = this;
        s.V = 0; Inner(ref this); return V + s.V; } static void Inner(ref St s) => s.V = 55;
        }
        """);

    [Fact]
    public void A_struct_within_a_struct_is_changed_in_place_and_copied_with_it() => Agreement.On(
        """
        var o = new Outer(); o.I.N = 5; o.I.Up(); var p = o; p.I.Up(); var arr = new Outer[2];
        arr[1].I.N = 3; arr[1].I.Up(); var b = (Outer[])arr.Clone(); b[1].I.Up();
        var l = arr.ToList(); var q = l[1]; q.I.Up(); (Inner A, int B) t = (o.I, 1);
        t.A.N = 77; t.A.Up(); var u = t; u.A.Up(); var c = new C(); c.O.I.Up();
        c.Arr[0].Up(); return new object[] { o.I.N, p.I.N, arr[1].I.N, b[1].I.N, l[1].I.N, q.I.N, t.A.N, u.A.N, c.O.I.N, c.Arr[0].N };
        """,
        types: """
        struct Inner { public int N; public void Up() => N++; } struct Outer { public Inner I;
        } class C { public Outer O; public Inner[] Arr = new Inner[1]; }
        """);

    [Fact]
    public void A_base_call_reaches_what_the_runtime_wrote() => Agreement.On(
        """
        return new A().ToString() + new B(1) + new S2().ToString() + new Rk(1).Equals(new Rk(1)) + (new A().Equals(new A()));
        """,
        types: """
        class A { public override string ToString() => base.ToString() + "!"; public override bool Equals(object? o) => base.Equals(o);
        public override int GetHashCode() => 1; } record P(int X); record B(int X) : P(X) { public override string ToString() => base.ToString() + "?";
        } struct S2 { public override string ToString() => base.ToString() + "*";
        } record Rk(int X) { public virtual bool Equals(Rk? o) => o is not null && X == o.X;
        public override int GetHashCode() => X; }
        """);

    [Fact]
    public void An_interface_sets_the_property_that_implements_it() => Agreement.On(
        """
        IP p = new Pq { X = 1 }; p.X = 5; p.X++; IP e = new Ex(); e.X = 3; return p.X + e.X + ((IReadOnlyCollection<int>)new List<int> { 1 }).Count;
        """,
        types: """
        interface IP { int X { get; set; } } class Pq : IP { public int X { get;
        set; } } class Ex : IP { int _x; int IP.X { get => _x * 2; set => _x = value;
        } }
        """);

    [Fact]
    public void A_coalescing_assignment_converts_and_writes_once() => Agreement.On(
        """
        int? a = null; long b = a ?? 5L; string? s = null; var d = new Dictionary<string, string?>();
        d["a"] = null; d["a"] ??= "z"; d["a"] ??= "y"; int?[] arr = new int?[1];
        arr[0] ??= 3; var h = new H(); h.P ??= "p"; h.L ??= []; h.L.Add(1); int? q = null;
        q ??= 4; double? w = null; w ??= 4; return b + (s ?? "d") + d["a"] + arr[0] + h.P + h.L.Count + q + w;
        """,
        types: """
        class H { public string? P { get; set; } public List<int>? L; }
        """);

    [Fact]
    public void Operands_are_evaluated_left_to_right() => Agreement.On(
        """
        var log = ""; int L(int n) { log += n; return n; } int x = 1; int F() { x = 10;
        return 1; } var r = x + F(); x = 1; x += F(); var y = L(1) + L(2) * L(3);
        var z = new[] { L(4), L(5) }[L(0)]; int i = 0; int[] a = new int[3]; a[i++] = i;
        a[i] = i = 2; i = i++ + 1; var t = (L(6), L(7)); string s = $"{L(8)}{L(9)}";
        return log + r + x + y + z + i + string.Join("", a) + s;
        """);

    [Fact]
    public void A_spread_enumerates_own_sequences_and_converts_each_element() => Agreement.On(
        """
        IEnumerable<int> It() { yield return 1; yield return 2; } var c = new Own2();
        long[] a = [.. It(), .. c]; List<object> o = [.. It()]; foreach (ref var x in a.AsSpan()) x *= 2;
        foreach (long y in new[] { 1, 2 }) a[0] += y; return a.Sum() + o.Count;
        """,
        types: """
        class Own2 : IEnumerable<int> { public IEnumerator<int> GetEnumerator() { yield return 5;
        } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
        }
        """);

    [Fact]
    public void A_struct_may_enumerate_and_have_properties_and_indexers() => Agreement.On(
        """
        var s = 0; foreach (var x in new En(3)) s += x; var g = new Grid(2, 2);
        g[1, 1] = 5; g[1, 1]++; g[0, 1] += 3; var r = new Rng { Start = 1, End = 4 };
        var (a, b) = r; r = r with { End = 9 }; var q = r; q.Start = 7; var arr = new[] { r, q };
        arr[0].Start++; arr[1] = arr[0]; arr[1].End = 0; return s + "," + g[1, 1] + g[0, 1] + "," + a + b + r + q + arr[0] + arr[1] + r.Length + (r == q) + r.Equals(arr[0]);
        """,
        types: """
        struct En(int n) { int _i = -1; readonly int _n = n; public int Current => _i;
        public bool MoveNext() => ++_i < _n; public En GetEnumerator() => this;
        }
        class Grid(int w, int h) { readonly int[,] _c = new int[w, h]; public int this[int x, int y] { get => _c[x, y];
        set => _c[x, y] = value; } }
        record struct Rng { public int Start { get; set; } public int End; public readonly int Length => End - Start;
        public void Deconstruct(out int s, out int e) { s = Start; e = End; } }
        """);

    [Fact]
    public void Own_structs_and_enumerations_are_keys() => Agreement.On(
        """
        var d = new Dictionary<P, string> { [new P(1, 2)] = "a" }; var h = new HashSet<(int, E)> { (1, E.A), (1, E.A) };
        var g = new[] { new P(1, 1), new P(1, 2) }.GroupBy(p => p.X).ToDictionary(x => x.Key, x => x.ToList());
        var m = g[1][0]; m.Y = 9; var o = new SortedDictionary<E, int> { [E.B] = 2, [E.A] = 1 };
        var mx = new[] { E.A, E.B }.Max(); var ord = new[] { new P(2, 1), new P(1, 5) }.OrderBy(p => p.X).ThenByDescending(p => p.Y).First();
        return d[new P(1, 2)] + h.Count + g[1][0].Y + m.Y + string.Join(",", o.Keys) + mx + ord + d.TryGetValue(new P(9, 9), out _) + d.ContainsKey(default);
        """,
        types: """
        record struct P(int X, int Y); enum E { A, B }
        """);

    [Fact]
    public void A_class_inherits_from_a_generic_one() => Agreement.On(
        """
        var s = new Sub(); s.Add(3); s.Add(4); var c = new Cache<string, P>(k => new P(k.Length));
        var b = c["abc"]; b.N++; return s.Total() + s.Default() + c["abc"].N + c.Count + Base<int>.Make(5).Length + s.Pick<string>("x", null!) + new Pair<int, string>(1, "a") + (new Pair<int, string>(1, "a") == new Pair<int, string>(1, "a"));
        """,
        types: """
        abstract class Base<T> { protected readonly List<T> Items = []; public void Add(T t) => Items.Add(t);
        public T? Default() => default; public abstract int Total(); public static T[] Make(T t) => [t, t];
        public U Pick<U>(U a, U b) => a ?? b; } class Sub : Base<int> { public override int Total() => Items.Sum();
        }
        class Cache<K, V>(Func<K, V> make) where K : notnull { readonly Dictionary<K, V> _d = new();
        public V this[K k] => _d.TryGetValue(k, out var v) ? v : _d[k] = make(k);
        public int Count => _d.Count; } struct P(int n) { public int N = n; } record Pair<A, B>(A First, B Second);
        """);

    [Fact]
    public void Own_operators_are_lifted_to_nothing() => Agreement.On(
        """
        L? a = new L(2), b = null; L? c = a + b, d = a + new L(3); int? n = (int?)a;
        L? e = (L?)5; double x = new L(4); decimal m = 3; m += 1; float f = 16777217;
        f += 1; byte by = 5; by = (byte)(by << 7); var t = (int)1.9f + (int)-1.9;
        object o = 1; o = (long)(int)o; return new object?[] { c is null, d!.Value.N, n, e!.Value.N, x, m, f, by, t, o, a == new L(2), a != b, a > b, -a!.Value.N };
        """,
        types: """
        record struct L(int N) { public static L operator +(L a, L b) => new(a.N + b.N);
        public static explicit operator int(L l) => l.N; public static explicit operator L(int n) => new(n);
        public static implicit operator double(L l) => l.N / 3.0; public static bool operator >(L a, L b) => a.N > b.N;
        public static bool operator <(L a, L b) => a.N < b.N; }
        """);

    [Fact]
    public void A_nullable_struct_is_the_struct_or_nothing() => Agreement.On(
        """
        P? p = new P(1, 2); P? q = null; var r = p.Value with { X = 5 }; var l = new List<P?> { p, null };
        return $"{p}|{q}|{p?.X}|{q?.X}|{p == q}|{p != null}|{r}|{l[1] is null}|{p!.Value.Moved().X}|{l.Count(x => x.HasValue)}|{(p is { X: 1 } z ? z.Y : 0)}|{q.GetValueOrDefault()}|{q ?? new P(7, 7)}";
        """,
        types: """
        record struct P(int X, int Y) { public P Moved() { X += 10; return this;
        } }
        """);

    [Fact]
    public void Records_of_one_family_are_equal_only_within_their_type() => Agreement.On(
        """
        A a = new B(1, 2), b = new B(1, 2), c = new A(1); var s = new HashSet<A> { a, b, c };
        var d = a with { }; return (a == b) + "" + a.Equals(c) + c.Equals(a) + s.Count + (d == a) + ReferenceEquals(d, a) + d + new HashSet<A> { a, b }.Count;
        """,
        types: """
        record A(int X); sealed record B(int X, int Y) : A(X) { public List<int>? L { get;
        init; } }
        """);

    [Fact]
    public void Elements_that_nobody_wrote_are_the_default_of_their_type() => Agreement.On(
        """
        var g = new P[2, 2]; g[1, 1].X = 3; var j = new P[2][]; j[0] = new P[1];
        j[0][0].X++; var t = new Q(); var u = default(Q); var w = new Q[1]; E[,] e = new E[1, 2];
        var z = (default(P), default(E)); return g[1, 1].X + g[0, 0].X + j[0][0].X + (j[1] is null ? "n" : "") + t.V + u.V + w[0].V + e[0, 1] + z + string.Join(",", new E[2]) + Array.IndexOf(new[] { E.A, E.B }, E.B) + new[] { new P { X = 1 }
        }.Contains(new P { X = 1 });
        """,
        types: """
        struct P { public int X; public override string ToString() => "P" + X;
        } struct Q { public int V = 5; public Q() { } } enum E { A, B }
        """);

    [Fact]
    public void Functions_share_the_struct_they_capture() => Agreement.On(
        """
        var c = new C(); void Up() => c.N++; Up(); Up(); Func<int> f = () => c.N;
        c.N += 5; var d = c; Up(); var list = new List<Action>(); for (var i = 0; i < 3; i++) { var k = new C { N = i };
        list.Add(() => { k.N += 10; c.N += k.N; }); } foreach (var a in list) { a();
        a(); } return c.N + "," + d.N + "," + f();
        """,
        types: """
        struct C { public int N; }
        """);

    [Fact]
    public void References_pass_through_calls_and_returns() => Agreement.On(
        """
        var m = new M(); Fill(ref m.Cells[1], 3); Swap(ref m.Cells[0], ref m.Cells[1]);
        ref var big = ref Max(ref m.Cells[0], ref m.Cells[1]); big += 100; ref readonly var ro = ref m.Cells[0];
        var before = ro; m.Cells[0] = 1; bool Try(int n, out int h, ref int acc) { h = n / 2;
        acc += h; return true; } var acc = 1; _ = Try(8, out var h, ref acc) && Try(h, out h, ref acc);
        return string.Join(",", m.Cells) + before + ro + h + acc;
        """,
        members: """
        static void Fill(ref int c, int v) => c = v; static void Swap<T>(ref T a, ref T b) => (a, b) = (b, a);
        static ref int Max(ref int a, ref int b) { if (a > b) return ref a; return ref b;
        }
        """,
        types: """
        class M { public int[] Cells = new int[2]; }
        """);

    [Fact]
    public void Enumerations_are_lifted_and_matched() => Agreement.On(
        """
        E? e = E.B; E? n = null; string F(E? x) => x switch { E.A => "a", E.B => "b", null => "n", _ => "?" };
        int G(long v) { switch (v) { case 1: return 1; case > 5 and < 10: return 2;
        case var o when o < 0: return 3; default: return 0; } } var k = (e | E.C, n | E.A, e == E.B, n == null, e > E.A, (int?)e, (E?)3, (int)e!.Value);
        return F(e) + F(n) + F((E)9) + k + G(1) + G(7) + G(-3) + G(100) + ((E)3).HasFlag(E.A) + Enum.GetValues<E>().Sum(x => (int)x) + string.Format("{0:D} {0} {0:X}", E.C) + $"{n}{e,4}";
        """,
        types: """
        [Flags] enum E { None, A = 1, B = 2, C = 4 }
        """);

    [Fact]
    public void An_own_indexer_is_read_and_written_once_for_each_use() => Agreement.On(
        """
        var g = new G(); g["a"] += 2; g["a"]++; g["b"] -= 1; var x = g["c"]++ + ++g["c"];
        g.T.V += 3; var o = new O { L = { 1 }, G = { ["q"] = 4 } }; o.L[0] *= 5;
        o.G["q"] <<= 2; (o.L[0], g["z"]) = (g["a"], o.L[0]); return g["a"] + "," + g["b"] + "," + g["c"] + x + g.T.V + o.L[0] + o.G["q"] + g["z"] + g.Log;
        """,
        types: """
        class G { readonly Dictionary<string, int> _d = new(); public string Log = "";
        public T T = new(); public int this[string k] { get { Log += "g"; return _d.GetValueOrDefault(k);
        } set { Log += "s"; _d[k] = value; } } } class T { public int V { get;
        set; } } class O { public List<int> L { get; } = []; public G G { get;
        } = new(); }
        """);

    [Fact]
    public void Generic_arithmetic_is_that_of_its_numbers() => Agreement.On(
        """
        return H.Avg(new[] { 1, 2, 4 }) + "|" + H.Avg(new[] { 1.5, 2.5 }) + "|" + H.Clamp(15, 0, 10) + "|" + H.Clamp(2.5m, 3m, 4m) + "|" + H.Pow((byte)200, 2) + "|" + H.IsNeg(-3L) + "|" + H.Max2("a", "b") + "|" + H.ParseAll<int>("1,2,3").Sum() + H.Def<int?>() + H.Def<(int, string)>();
        """,
        types: """
        static class H { public static T Avg<T>(T[] xs) where T : System.Numerics.INumber<T> { var s = T.Zero;
        foreach (var x in xs) s += x; return s / T.CreateChecked(xs.Length); }
        public static T Clamp<T>(T v, T lo, T hi) where T : IComparable<T> => v.CompareTo(lo) < 0 ? lo : v.CompareTo(hi) > 0 ? hi : v;
        public static T Pow<T>(T x, int n) where T : System.Numerics.INumber<T> { var r = T.One;
        for (var i = 0; i < n; i++) r *= x; return r; } public static bool IsNeg<T>(T x) where T : System.Numerics.INumber<T> => T.IsNegative(x) && x < T.Zero;
        public static T Max2<T>(T a, T b) where T : IComparable<T> => a.CompareTo(b) > 0 ? a : b;
        public static List<T> ParseAll<T>(string s) where T : IParsable<T> => s.Split(',').Select(p => T.Parse(p, null)).ToList();
        public static string Def<T>() => $"[{default(T)}]"; }
        """);

    [Fact]
    public void A_struct_in_a_tuple_is_changed_where_the_tuple_is() => Agreement.On(
        """
        var t = (A: new S { N = 1 }, B: 2); t.A.Up(); t.B++; var u = t; u.A.N = 9;
        (int, int)[] ps = [(1, 2)]; ps[0].Item1 += 5; var kv = new KeyValuePair<string, S>("k", t.A);
        kv.Value.Up(); var ls = new List<(S, int)> { t }; var w = ls[0]; w.Item1.Up();
        IEnumerable<S> q = new[] { t.A, u.A }.Select(x => { x.Up(); return x; });
        return t.A.N + "," + u.A.N + ps[0] + kv.Value.N + ls[0].Item1.N + w.Item1.N + string.Join(";", q.Select(x => x.N)) + t.A.N + (t == u) + t.Equals(u);
        """,
        types: """
        record struct S { public int N; public void Up() => N++; }
        """);
}
