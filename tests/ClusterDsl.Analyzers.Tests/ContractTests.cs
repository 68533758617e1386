namespace ClusterDsl.Analyzers.Tests;

/// <summary>Own types behind the framework's interfaces do for the framework what they do at run time.</summary>
public class ContractTests
{
    [Theory]
    [InlineData("a comparer orders a query and a set",
        """return string.Join(",", new[] { 3, 1, 2 }.OrderBy(x => x, new Desc())) + string.Join(",", new SortedSet<int>(new Desc()) { 1, 5, 3 });""",
        "",
        """class Desc : IComparer<int> { public int Compare(int a, int b) => b.CompareTo(a); }""")]
    [InlineData("an equality comparer keys a dictionary",
        """var d = new Dictionary<string, int>(new Ci()) { ["A"] = 1 }; d["a"] = 5; return d.Count + "," + d["A"] + new[] { "x", "X", "y" }.Distinct(new Ci()).Count() + new[] { "x", "X" }.GroupBy(x => x, new Ci()).Count();""",
        "",
        """class Ci : IEqualityComparer<string> { public bool Equals(string? a, string? b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase); public int GetHashCode(string s) => s.ToUpperInvariant().Length; }""")]
    [InlineData("a comparer of own objects, implemented explicitly",
        """var l = new List<R> { new(3), new(1) }; l.Sort(new ByA()); return l[0].A + string.Join("", new[] { new R(2), new R(9) }.OrderByDescending(x => x, new ByA()).Select(x => x.A)) + new[] { new R(2), new R(9) }.Max(new ByA())!.A;""",
        "",
        """record R(int A); class ByA : IComparer<R> { int IComparer<R>.Compare(R? a, R? b) => a!.A - b!.A; }""")]
    [InlineData("own objects compare themselves",
        """var l = new List<R> { new(3), new(1), new(2) }; l.Sort(); return string.Join("", l.Select(x => x.A)) + l.Max()!.A + l.OrderByDescending(x => x).First().A + new SortedSet<R>(l).First().A + new[] { l[2], l[0] }.Min()!.A;""",
        "",
        """class R(int a) : IComparable<R> { public int A => a; public int CompareTo(R? o) => a.CompareTo(o!.A); }""")]
    [InlineData("own objects equal each other",
        """var l = new List<R> { new(3), new(1) }; return l.Contains(new R(1)) + "" + l.IndexOf(new R(1)) + new[] { new R(1), new R(1) }.Distinct().Count() + new Dictionary<R, int> { [new R(5)] = 9 }[new R(5)];""",
        "",
        """class R(int a) : IEquatable<R> { public int A => a; public bool Equals(R? o) => a == o!.A; public override int GetHashCode() => a; }""")]
    [InlineData("an own list",
        """var l = new L(); IReadOnlyList<int> r = l; return r.Count + r[1] + l.Count() + l.ElementAt(1) + string.Join(",", r.Select(x => x * 2));""",
        "",
        """class L : IReadOnlyList<int> { public int Count => 2; public int this[int i] => i + 10; public IEnumerator<int> GetEnumerator() { yield return 10; yield return 11; } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); }""")]
    public void The_framework_calls_own_types_as_at_run_time(string name, string body, string members = "", string types = "")
    {
        Assert.NotEmpty(name);
        Agreement.On(body, members, types);
    }
}
