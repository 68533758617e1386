using System.Runtime.CompilerServices;

namespace ClusterDsl.Analyzers.Tests.Infrastructure;

/// <summary>The pages of the rules, in the repository.</summary>
internal static class Pages
{
    public static string Folder => Path.Combine(Here(), "..", "..", "..", "analyzers", "rules");

    static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
