namespace ClusterDsl.Analyzers.Tests.Fuzzing;

/// <summary>What each letter of the grammar may stand for. Named twice, chosen twice as often.</summary>
internal static class Choices
{
    static readonly Dictionary<string, CodeType[]> Types = new()
    {
        // What a variable may be of.
        ["T"] = Of("int int int string string bool long double decimal char uint byte Level Cab Spot Tally int? (int,string) List<int> List<string> int[] Func<int,int> Dictionary<string,int> string? Gauge Box<int>"),
        // What can be printed.
        ["D"] = Of("int int int string string bool long ulong double float decimal char uint byte short Level Wire Cab Spot int? double? Level? (int,string) (Spot,int) string?"),
        // What can be compared and looked up.
        ["K"] = Of("int int string string char long Level Spot (int,string)"),
        // What can be sorted.
        ["O"] = Of("int int string long double char decimal Level (int,string)"),
        // Numbers that operators keep.
        ["N"] = Of("int int int long uint ulong float double decimal"),
        // The integral ones, those with a sign, those that are all of it, and those that become int.
        ["I"] = Of("int int long uint ulong"),
        ["G"] = Of("int int long float double decimal"),
        ["F"] = Of("float double"),
        ["S"] = Of("byte sbyte short ushort char"),
        ["Y"] = Of("byte sbyte short ushort"),
        ["J"] = Of("int long uint ulong byte sbyte short ushort char"),
        ["E"] = Of("Level Wire"),
        // What may be missing.
        ["V"] = Of("int int long double bool decimal Level Spot char"),
    };

    /// <summary>Parts of a program that are no values.</summary>
    static readonly HashSet<string> Parts = ["definition", "member", "block", "stmt", "sites", "content", "accepted", "nodemodel", "group", "fabric", "shown", "caught", "thrown"];

    static CodeType[] Of(string types) => [.. types.Split(' ').Select(t => CodeType.Parse(t.Replace(",", ", ")))];

    public static bool Fits(string letter, CodeType type) => letter == "X" ? !Parts.Contains(type.Name) : Range(letter).Contains(type);

    public static CodeType[] Range(string letter) => Types[letter is "U" or "A" or "B" ? "T" : letter is "M" ? "N" : letter];
}
