using Microsoft.CodeAnalysis;

namespace ClusterDsl.Analyzers.Interpretation;

/// <summary>
/// Which members of the framework a definition may use: those that compute a value from their arguments and nothing else.
/// </summary>
internal static class AllowList
{
    const string Clock = "reads the clock";
    const string Chance = "is random";
    const string Reflection = "uses reflection";

    static readonly HashSet<string> Types =
    [
        "System.Object", "System.String", "System.Char", "System.Boolean", "System.Byte", "System.SByte", "System.Int16",
        "System.UInt16", "System.Int32", "System.UInt32", "System.Int64", "System.UInt64", "System.Single", "System.Double",
        "System.Decimal", "System.Math", "System.MathF", "System.Nullable", "System.Nullable`1", "System.Tuple", "System.ValueTuple",
        "System.Index", "System.Range", "System.TimeSpan", "System.DateTime", "System.DateOnly", "System.Array", "System.Enum",
        "System.ValueType", "System.Convert", "System.StringComparer", "System.Delegate", "System.MulticastDelegate",
        "System.MemoryExtensions", "System.IComparable", "System.IComparable`1", "System.IEquatable`1", "System.IFormattable",
        "System.IDisposable", "System.Linq.Enumerable", "System.Linq.IGrouping`2", "System.Linq.ILookup`2", "System.Linq.Lookup`2",
        "System.Linq.IOrderedEnumerable`1", "System.Text.StringBuilder", "System.Collections.IEnumerable",
        "System.Collections.IEnumerator", "System.Collections.ICollection", "System.Collections.IList",
        "System.Globalization.CultureInfo", "System.ReadOnlySpan`1", "System.Span`1",
    ];

    static readonly Dictionary<string, string> Members = new()
    {
        ["System.DateTime.Now"] = Clock,
        ["System.DateTime.UtcNow"] = Clock,
        ["System.DateTime.Today"] = Clock,
        ["System.DateTime.ToLocalTime"] = "reads the time zone",
        ["System.DateTime.ToUniversalTime"] = "reads the time zone",
        ["System.Object.GetType"] = Reflection,
        ["System.Object.GetHashCode"] = "differs from run to run",
        ["System.String.GetHashCode"] = "differs from run to run",
        ["System.Delegate.Method"] = Reflection,
        ["System.Delegate.DynamicInvoke"] = Reflection,
        ["System.Delegate.CreateDelegate"] = Reflection,
        ["System.Exception.StackTrace"] = "differs from run to run",
        ["System.Exception.TargetSite"] = Reflection,
        ["System.Linq.Enumerable.Shuffle"] = Chance,
        ["System.Linq.Enumerable.AsParallel"] = "starts threads",
        ["System.Globalization.CultureInfo.CurrentCulture"] = "reads the culture",
        ["System.Globalization.CultureInfo.CurrentUICulture"] = "reads the culture",
        ["System.Globalization.CultureInfo.GetCultureInfo"] = "depends on the machine's cultures",
        ["System.Globalization.CultureInfo.CultureInfo"] = "depends on the machine's cultures",
        ["System.String.Intern"] = "has side effects",
    };

    // The longest prefix that fits says why.
    static readonly (string Prefix, string Reason)[] Reasons =
    [
        ("System.Console", "has side effects"),
        ("System.IO.", "reads or writes files"),
        ("System.Environment", "reads the environment"),
        ("System.AppContext", "reads the environment"),
        ("System.Random", Chance),
        ("System.Guid", "differs from run to run"),
        ("System.Security.", "differs from run to run"),
        ("System.Diagnostics.Stopwatch", Clock),
        ("System.Diagnostics.", "reaches outside the definition"),
        ("System.TimeProvider", Clock),
        ("System.DateTimeOffset", Clock),
        ("System.TimeZoneInfo", "reads the time zone"),
        ("System.Threading.", "starts or waits for threads"),
        ("System.Reflection.", Reflection),
        ("System.Type", Reflection),
        ("System.Activator", Reflection),
        ("System.AppDomain", Reflection),
        ("System.Runtime.", "reaches into the runtime"),
        ("System.GC", "reaches into the runtime"),
        ("System.Net.", "uses the network"),
        ("System.Globalization.", "depends on the culture"),
    ];

    /// <summary>Why a member cannot be used; null where it can.</summary>
    public static string? Refusal(ISymbol member)
    {
        var type = member.ContainingType;
        if (type is null || HostTypes.IsLibrary(member.ContainingAssembly)) return null;
        if (!IsFramework(member.ContainingAssembly)) return "is compiled elsewhere, out of sight of the compiler,";
        var name = HostTypes.MetadataName(type.OriginalDefinition);
        if (Members.TryGetValue(name + "." + MemberName(member), out var reason)) return reason;
        if (Allows(type, name)) return null;
        foreach (var (prefix, why) in Reasons)
            if (name.StartsWith(prefix, StringComparison.Ordinal)) return why;
        return "is not among the calls that can be evaluated";
    }

    static bool Allows(INamedTypeSymbol type, string name)
    {
        if (Types.Contains(name) || name.StartsWith("System.ValueTuple`", StringComparison.Ordinal)
            || name.StartsWith("System.Tuple`", StringComparison.Ordinal) || type.TypeKind == TypeKind.Delegate) return true;
        if (name.StartsWith("System.Collections.Generic.", StringComparison.Ordinal)
            || name.StartsWith("System.Collections.ObjectModel.", StringComparison.Ordinal)
            || name.StartsWith("System.Collections.Immutable.", StringComparison.Ordinal)) return true;
        for (var t = type; t is not null; t = t.BaseType)
            if (t is { Name: nameof(Exception), ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true } })
                return true;
        return false;
    }

    static string MemberName(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } => member.ContainingType.Name,
        IMethodSymbol { AssociatedSymbol: { } property } => property.Name,
        _ => member.Name,
    };

    static bool IsFramework(IAssemblySymbol? assembly) =>
        assembly?.Name is { } name && (name is "mscorlib" or "netstandard" or "System" || name.StartsWith("System.", StringComparison.Ordinal));
}
