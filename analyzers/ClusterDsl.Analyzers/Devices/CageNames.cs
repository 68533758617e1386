using System.Reflection;

namespace ClusterDsl.Analyzers.Devices;

/// <summary>The cages of the catalogue by the names that people write: <c>OSFP-RHS</c>, <c>osfp-rhs</c>, <c>OsfpRhs</c>.</summary>
internal static class CageNames
{
    static readonly Dictionary<string, (string Member, Cage Cage)> Known = Read();

    /// <summary>The names, as the catalogue writes them.</summary>
    public static IEnumerable<string> All => Known.Values.Select(k => k.Cage.Name).Distinct();

    public static Cage? Of(string name) => Known.TryGetValue(Plain(name), out var known) ? known.Cage : null;

    /// <summary>The member of <see cref="Cage"/> that gives this cage.</summary>
    public static string MemberOf(Cage cage) => Known[Plain(cage.Name)].Member;

    /// <summary>The speed of its fastest lane; twisted pair is not told by lanes.</summary>
    public static int LaneGbps(Lane lane) => lane switch { Lane.Nrz25 => 25, Lane.Pam4x50 => 50, Lane.Pam4x100 => 100, Lane.Pam4x200 => 200, _ => 10 };

    public static bool Carries(Cage cage, int gbps) => gbps <= cage.Lanes * LaneGbps(cage.Fastest);

    static Dictionary<string, (string, Cage)> Read()
    {
        var known = new Dictionary<string, (string, Cage)>();
        foreach (var property in typeof(Cage).GetProperties(BindingFlags.Public | BindingFlags.Static))
            if (property.GetValue(null) is Cage cage)
                known[Plain(cage.Name)] = known[Plain(property.Name)] = (property.Name, cage);
        // Without more said, a switch's: for modules with their own fins.
        known["osfp"] = known[Plain(Cage.OsfpIhs.Name)];
        return known;
    }

    static string Plain(string name) => new([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
