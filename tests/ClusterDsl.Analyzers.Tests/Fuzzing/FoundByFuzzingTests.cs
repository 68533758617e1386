namespace ClusterDsl.Analyzers.Tests.Fuzzing;

/// <summary>What random programs found, each as small as it became.</summary>
public class FoundByFuzzingTests
{
    [Theory]
    [InlineData("The other value of GetValueOrDefault is computed even when it is not needed",
        "var log = \"\"; int Other() { log += \"asked\"; return 1; } int? n = -7; return n.GetValueOrDefault(Other()) + log;")]
    [InlineData("A text cut beyond its end names the parameter of Substring",
        "var n = 3; return \"{}\"[n..];")]
    [InlineData("A text unboxed as a number is told by the names of the framework",
        "object text = \"\"; return (int)text;")]
    [InlineData("A derived record is deconstructed as its base",
        "var (row, number) = Id<Cab>(new TallCab(\"a\", 3, true)); return row + number;")]
    [InlineData("An action added to another is called after it",
        "var log = \"\"; Action<int> each = x => log += x; each += y => log += \"second \" + y; each(4); return log;")]
    [InlineData("An element changed through a reference is changed",
        "var numbers = new[] { 3, 8 }; ref var second = ref numbers[1]; second += 10; return numbers;")]
    [InlineData("A large number that a dictionary would give otherwise is no size",
        "return new Dictionary<string, int> { [\"a\"] = 5 }.GetValueOrDefault(\"b\", 2_000_000);")]
    [InlineData("A large number that is written into a text is no size",
        "return new StringBuilder(\"a\").Append(int.MaxValue / 3).Insert(0, 2_000_000).ToString();")]
    public void It_comes_to_what_it_comes_to_at_run_time(string name, string body)
    {
        Assert.NotEmpty(name);
        Agreement.On(body, "static T Id<T>(T value) => value;", """
            public record Cab(string Row, int Number);
            public sealed record TallCab(string Row, int Number, bool Wide) : Cab(Row, Number);
            """);
    }
}
