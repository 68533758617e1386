using ClusterDsl.Model;

namespace ClusterDsl.Planning;

/// <summary>How far two places of the earth are apart.</summary>
static class Earth
{
    /// <summary>The mean radius of IUGG, in kilometres.</summary>
    const double RadiusKm = 6_371.0088;

    /// <summary>A sphere of that radius is nowhere more than so much longer than the ellipsoid.</summary>
    const double Flattening = 0.0056;

    /// <summary>No way over the ground is shorter, in kilometres; null where a site does not say where it is.</summary>
    public static double? LeastKm(SiteDesign a, SiteDesign b)
    {
        if (a.Where is not { } from || b.Where is not { } to) return null;
        // The haversine formula: exact for places next to each other too.
        var (north, east) = (Half(to.Latitude - from.Latitude), Half(to.Longitude - from.Longitude));
        var h = north * north + Math.Cos(Radians(from.Latitude)) * Math.Cos(Radians(to.Latitude)) * east * east;
        return 2 * RadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(h))) * (1 - Flattening);

        static double Half(double degrees) => Math.Sin(Radians(degrees) / 2);
    }

    static double Radians(double degrees) => degrees * Math.PI / 180;
}
