namespace ClusterDsl.Analyzers.Interpretation;

/// <summary>Why a member of the framework cannot be used, and what to do instead.</summary>
internal sealed record Refusal(string Reason, string Instead);

/// <summary>The reasons, by the members and types that they concern.</summary>
internal static class Refusals
{
    static readonly Refusal Clock = new("reads the clock", "write the date or time down, as in new DateTime(2026, 1, 31)");
    public static readonly Refusal Zone = new("reads the time zone of the machine", "write the date down, as in new DateTime(2026, 1, 31), or use DateOnly");
    static readonly Refusal Chance = new("differs from run to run", "compute the value from an index, or write it down");
    static readonly Refusal Reflection = new("uses reflection", "name the type or member in the code");
    public static readonly Refusal Hash = new("differs from run to run", "compare with Equals, or use the value itself");
    static readonly Refusal Culture = new("depends on the culture of the machine", "use the invariant culture or ordinal comparison");
    static readonly Refusal Threads = new("starts or waits for threads", "compute the value where it is needed");
    static readonly Refusal Runtime = new("reaches into the runtime", "leave it out; a definition has no need of it");
    public static readonly Refusal Trace = new("shows how the program came here", "use Message");

    public static readonly Refusal CompiledElsewhere =
        new("is compiled elsewhere, out of sight of the compiler,", "write the method in this project, or write the value down");

    static readonly Refusal Unlisted = new("is not among the calls that can be evaluated", "compute the value from numbers, strings and collections");

    /// <summary>Members of types that may be used otherwise, generic or not. A star stands for every type.</summary>
    public static readonly IReadOnlyDictionary<string, Refusal> Members = new Dictionary<string, Refusal>
    {
        ["System.Object.GetHashCode"] = Hash,
        ["System.String.GetHashCode"] = Hash,
        ["System.ValueType.GetHashCode"] = Hash,
        ["System.Tuple.GetHashCode"] = Hash,
        ["System.ValueTuple.GetHashCode"] = Hash,
        ["System.Collections.Generic.EqualityComparer.GetHashCode"] = Hash,
        ["*.GetType"] = Reflection,
        ["*.BeginInvoke"] = Threads,
        ["*.EndInvoke"] = Threads,
        ["System.Object.MemberwiseClone"] = new("copies an object past its constructor", "make it a record and use 'with'"),
        ["System.Exception.StackTrace"] = Trace,
        ["System.Exception.Source"] = Trace,
        ["System.Exception.ToString"] = Trace,
        ["System.Exception.TargetSite"] = Reflection,
        ["System.DateTime.Now"] = Clock,
        ["System.DateTime.UtcNow"] = Clock,
        ["System.DateTime.Today"] = Clock,
        ["System.DateTime.ToLocalTime"] = Zone,
        ["System.DateTime.ToUniversalTime"] = Zone,
        ["System.DateTime.ToFileTime"] = Zone,
        ["System.DateTime.ToFileTimeUtc"] = Zone,
        ["System.DateTime.FromFileTime"] = Zone,
        ["System.DateTime.ToBinary"] = Zone,
        ["System.DateTime.FromBinary"] = Zone,
        ["System.DateTime.IsDaylightSavingTime"] = Zone,
        ["System.DateTime.Parse"] = Zone,
        ["System.DateTime.ParseExact"] = Zone,
        ["System.DateTime.TryParse"] = Zone,
        ["System.DateTime.TryParseExact"] = Zone,
        ["System.Convert.ToDateTime"] = Zone,
        ["System.Guid.NewGuid"] = Chance,
        ["System.Guid.CreateVersion7"] = Chance,
        ["System.Linq.Enumerable.Shuffle"] = Chance,
        ["System.Linq.Enumerable.AsParallel"] = Threads,
        ["System.StringComparer.CurrentCulture"] = Culture,
        ["System.StringComparer.CurrentCultureIgnoreCase"] = Culture,
        ["System.StringComparer.Create"] = Culture,
        ["System.String.Create"] = new("fills memory in place", "use string.Concat, string.Join or an interpolated string"),
        ["System.String.Intern"] = Runtime,
        ["System.String.IsInterned"] = Runtime,
    };

    /// <summary>Types, and namespaces that end in a dot, none of whose members may be used. The first that fits says why.</summary>
    public static readonly IReadOnlyList<(string Name, Refusal Why)> Types =
    [
        ("System.Console", new("reads or writes the console", "leave it to the program that uses the cluster")),
        ("System.IO.Path", new("depends on the operating system that compiles", "join the parts with '/'")),
        ("System.IO.StringWriter", new("is not needed", "use a StringBuilder")),
        ("System.IO.", new("reads or writes files", "write the value down as a constant")),
        ("System.Environment", new("reads the environment of the machine that compiles", "write the value down as a constant")),
        ("System.AppContext", new("reads the environment of the machine that compiles", "write the value down as a constant")),
        ("System.OperatingSystem", new("depends on the operating system that compiles", "write the value down as a constant")),
        ("System.Random", new("is random", "compute the value from an index, or write it down")),
        ("System.Security.", Chance),
        ("System.Text.RegularExpressions.", new("can take unbounded time on some texts", "use StartsWith, Split, IndexOf or a loop over the characters")),
        ("System.Numerics.BigInteger", new("can grow without bound", "use long or decimal")),
        ("System.HashCode", Hash),
        ("System.Diagnostics.Stopwatch", Clock),
        ("System.Diagnostics.", new("reaches outside the definition", "leave it to the program that uses the cluster")),
        ("System.TimeProvider", Clock),
        ("System.DateTimeOffset", Zone),
        ("System.TimeZone", Zone),
        ("System.Uri", new("reads some addresses differently on each operating system", "use a string")),
        ("System.Collections.Concurrent.", new("is made for threads, which a definition has none of,", "use the collections of System.Collections.Generic")),
        ("System.Threading.", Threads),
        ("System.Timers.", Threads),
        ("System.Reflection.", Reflection),
        ("System.Type", Reflection),
        ("System.Activator", Reflection),
        ("System.AppDomain", Reflection),
        ("System.Delegate", Reflection),
        ("System.MulticastDelegate", Reflection),
        ("System.Linq.Expressions.", Reflection),
        ("System.Linq.Queryable", Reflection),
        ("System.Runtime.", Runtime),
        ("System.GC", Runtime),
        ("System.Buffer", Runtime),
        ("System.Net.", new("uses the network", "write the value down as a constant")),
        ("System.Globalization.", Culture),
    ];

    public static Refusal? OfMember(string type, string member) =>
        Members.TryGetValue(type.Split('`')[0] + "." + member, out var refusal) || Members.TryGetValue("*." + member, out refusal) ? refusal : null;

    public static Refusal OfType(string type) =>
        Types.FirstOrDefault(t => t.Name.EndsWith(".", StringComparison.Ordinal)
            ? type.StartsWith(t.Name, StringComparison.Ordinal)
            : type == t.Name || type.StartsWith(t.Name + "`", StringComparison.Ordinal) || type.StartsWith(t.Name + "+", StringComparison.Ordinal)).Why
        ?? Unlisted;
}
