using ClusterDsl.Plans;

namespace ClusterDsl.Model;

/// <summary>
/// The sizes of slim flies (Besta and Hoefler, "Slim Fly: A Cost Effective Low-Diameter Network Topology", SC 2014): over a field
/// of q = 4w + δ elements, δ being -1, 0 or 1, there are 2q² routers of (3q - δ) / 2 links.
/// </summary>
static class SlimFlySizes
{
    /// <summary>A router of a larger one would need more links than any switch has ports.</summary>
    public const int Largest = 512;

    public static bool Exists(int q) => q > 2 && q % 4 != 2 && GaloisField.IsOrder(q);

    public static int Routers(int q) => 2 * q * q;

    public static int Degree(int q) => (3 * q - Delta(q)) / 2;

    static int Delta(int q) => q % 4 == 3 ? -1 : q % 4;

    /// <summary>The next size that exists, from this one upwards or downwards; null where none is left.</summary>
    public static int? Nearest(int q, int step)
    {
        for (q += step; q is > 2 and <= Largest; q += step)
            if (Exists(q)) return q;
        return null;
    }
}
