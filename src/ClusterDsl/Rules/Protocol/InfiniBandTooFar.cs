using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>An InfiniBand link that is longer than the credits of its ports last.</summary>
sealed class InfiniBandTooFar() : DesignRule("CDL7006", "InfiniBand beyond its distance", "Protocol", Severity.Error)
{
    public override IEnumerable<Finding> Check(Draft draft)
    {
        foreach (var line in draft.Interconnects)
        {
            if (line.Joined is not { A.Protocol: "InfiniBand" }) continue;
            var far = from path in line.Paths
                      from end in path.Ends
                      where end.Model is InfiniBandSwitch && Longest(path) > ((InfiniBandSwitch)end.Model).LongHaul.Millimetres
                      orderby Longest(path) descending
                      select (Path: path, Model: (InfiniBandSwitch)end.Model);
            foreach (var (path, model) in far.Take(1))
                yield return Report(line.Design, line.Design.Joins!.Value.At,
                    $"`{line.Design.Joins.Value.Fabric}` is InfiniBand, which sends no more than the far end gave credit for: {model.Id} {(model.LongHaul.Millimetres == 0 ? "is made for links inside halls" : $"has credits for {Text.Decimal(model.LongHaul.Millimetres / 1e6)} km")}, `{line.Design.Name}/{path.Design.Name}` is {Text.Decimal(Longest(path) / 1e6)} km. Use long-haul InfiniBand equipment within its distance{(model.LongHaul.Millimetres == 0 ? " (`LongHaul` of the model)" : "")}, or join the sites by Ethernet.");
        }
    }

    static int Longest(PathDraft path) => Math.Max(path.Design.LengthMm, path.Design.Protection?.LengthMm ?? 0);
}
