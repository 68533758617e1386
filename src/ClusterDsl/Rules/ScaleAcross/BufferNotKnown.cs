using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Nobody says how large the buffer is that a lossless way needs.</summary>
sealed class BufferNotKnown() : AcrossRule("CDL6013", "Buffer not known", Severity.Warning)
{
    protected override IEnumerable<Finding> Check(InterconnectDraft line)
    {
        if (!Headroom.IsNeeded(line)) yield break;
        foreach (var path in line.Paths.OrderByDescending(Headroom.Of).Take(1))
            foreach (var (_, perRouter, model) in path.Ends.Where(e => Headroom.BufferOf(e.Model) is null).Take(1))
                yield return Report(line.Design, line.Design.Joins!.Value.At,
                    $"{Headroom.Text(line, path)}; {Text.Count(perRouter, "wavelength")} on a router need {Headroom.Megabytes(Headroom.Of(path) * perRouter)}, and how much {model.Id} has is not known{(model.Buffer.Length > 0 ? $" (\"{model.Buffer}\")" : "")}. Ask its maker, or use a transport that stands losses, with `lossless: false`.",
                    Fix.Set("Let the transport stand losses", line.Design.Joins.Value.At, "lossless", "false"));
    }
}
