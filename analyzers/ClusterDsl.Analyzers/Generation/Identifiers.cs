using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace ClusterDsl.Analyzers.Generation;

/// <summary>C# identifiers from any names; those that would collide are numbered.</summary>
internal sealed class Identifiers(IEnumerable<string> taken)
{
    readonly HashSet<string> _taken = [.. taken];

    /// <summary>An identifier that is not in use yet: "scale-out.1" becomes ScaleOut1.</summary>
    public string Take(string name)
    {
        var identifier = Pascal(name);
        var free = identifier;
        for (var i = 2; !_taken.Add(free); i++) free = identifier + i;
        return free;
    }

    static string Pascal(string name)
    {
        var result = new StringBuilder();
        var upper = true;
        foreach (var c in name)
        {
            if (!SyntaxFacts.IsIdentifierPartCharacter(c) || c == '_')
            {
                upper = true;
                continue;
            }
            result.Append(upper ? char.ToUpperInvariant(c) : c);
            upper = false;
        }
        if (result.Length == 0 || !SyntaxFacts.IsIdentifierStartCharacter(result[0])) result.Insert(0, '_');
        return result.ToString();
    }

    /// <summary>The name, with an @ where it is a keyword.</summary>
    public static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
