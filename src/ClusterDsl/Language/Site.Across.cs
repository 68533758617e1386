using System.Globalization;
using System.Runtime.CompilerServices;
using ClusterDsl.Model;

namespace ClusterDsl;

/// <content>Where a site is, and what it offers.</content>
partial class Site
{
    /// <summary>Where the site is. No route between two sites can be shorter than the earth between them (CDL6001).</summary>
    /// <param name="latitude">Degrees north, -90 to 90 (CDL1003); south is negative.</param>
    /// <param name="longitude">Degrees east, -180 to 180 (CDL1003); west is negative.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Site At(double latitude, double longitude, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = _design.Cluster.Once(_design, Origin.Here(file, line));
        if (Degrees(latitude, 90, "latitude", at) & Degrees(longitude, 180, "longitude", at)) _design.Where = (latitude, longitude, at);
        return this;
    }

    bool Degrees(double value, int most, string what, Origin at)
    {
        if (value >= -most && value <= most) return true;
        _design.Cluster.Violations.Add(new Violation(
            $"the {what} of `{_design.Name}` is {value.ToString("0.######", CultureInfo.InvariantCulture)}; it must be -{most} to {most} degrees", at.Argument(what)));
        return false;
    }

    /// <summary>What the site can power of computing, cooling aside. More is CDL6014; of several sites, one that does not say is CDL6015.</summary>
    /// <param name="power">For everything in its racks: 1 W to 2 GW (CDL1003).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Site Power(Power power, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = _design.Cluster.Once(_design, Origin.Here(file, line));
        var watts = _design.Cluster.Within(power.Watts, 1, 2_000_000_000, $"the power of `{_design.Name}` in watts", at.Argument("power"), out var legal, "Watts");
        _design.SaysPower = true;
        if (legal) _design.Power = (watts, at.Argument("power"));
        return this;
    }

    /// <summary>What the site has room for. More racks are CDL6016. Left out, room is not checked.</summary>
    /// <param name="racks">In all of its halls: 1 to 1,048,576 (CDL1003).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Site Space(int racks, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = _design.Cluster.Once(_design, Origin.Here(file, line));
        var room = _design.Cluster.Within(racks, 1, Limits.Racks, $"the racks of `{_design.Name}`", at.Argument("racks"), out var legal);
        if (legal) _design.Space = (room, at.Argument("racks"));
        return this;
    }

    /// <summary>The addresses of the site's networks. Those of two sites of a cluster may not overlap (CDL6017).</summary>
    /// <param name="prefix">In CIDR form, "10.1.0.0/16" or "fd00:1::/32", the bits behind the slash zero (CDL1003).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Site Addresses(string prefix, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = _design.Cluster.Once(_design, Origin.Here(file, line)).Argument("prefix");
        if (AddressPrefix.Parse(prefix ?? "") is { } parsed) _design.Addresses = (parsed, at);
        else _design.Cluster.Violations.Add(new Violation($"{Text.Shown(prefix ?? "")} is no block of addresses; write one as `10.1.0.0/16`, with zeroes behind the bits that are fixed", at));
        return this;
    }
}
