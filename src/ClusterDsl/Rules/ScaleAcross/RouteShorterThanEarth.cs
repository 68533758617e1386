using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A route that is shorter than the earth between its two ends: one of the three figures is wrong.</summary>
sealed class RouteShorterThanEarth() : AcrossRule("CDL6001", "Route shorter than the earth between its sites")
{
    public override bool CanBeAccepted => false;

    protected override IEnumerable<Finding> Check(InterconnectDraft line)
    {
        if (Earth.LeastKm(line.A, line.B) is not { } least) yield break;
        foreach (var path in line.Paths)
        {
            (int Mm, Origin At)[] routes = path.Design.Protection is { } second
                ? [(path.Design.LengthMm, path.Design.At.Argument("length")), (second.LengthMm, second.At)]
                : [(path.Design.LengthMm, path.Design.At.Argument("length"))];
            foreach (var route in routes)
                if (route.Mm / 1_000_000.0 < least)
                    yield return Report(line.Design, route.At,
                        $"{Name(path)} is {Km(route.Mm)} long, but `{line.A.Name}` and `{line.B.Name}` are at least {Text.Decimal(Math.Round(least, 1))} km apart as the crow flies. Correct the length, or what `.At(…)` says of one of the sites.");
        }
    }
}
