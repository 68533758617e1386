namespace ClusterDsl.Planning;

/// <summary>
/// How the ports of a device at the spines are dealt: to as many planes as they divide over, in each to as many pods, in each to as many
/// spines. Devices follow each other in places of so many spines; the next place is in the next planes, then the next pods.
/// </summary>
/// <param name="Planes">Planes that a device reaches.</param>
/// <param name="Pods">Pods that it reaches in each.</param>
/// <param name="Ways">Spines that it reaches in each of those.</param>
/// <param name="Each">Links to each.</param>
readonly record struct Spread(int Planes, int Pods, int Ways, int Each)
{
    public static Spread Of(int ports, SpineDraft spines)
    {
        var planes = Ratio.Gcd(ports, spines.Planes);
        var pods = Ratio.Gcd(ports / planes, spines.Pods);
        var ways = Ratio.Gcd(ports / planes / pods, spines.Reach);
        return new Spread(planes, pods, ways, ports / planes / pods / ways);
    }

    public int PlacesOf(SpineDraft spines) => spines.Planes / Planes * (spines.Pods / Pods) * (spines.Reach / Ways);

    /// <summary>Places that follow each other, as boxes of slots, pods and planes.</summary>
    public IEnumerable<Run> Runs(SpineDraft spines, int from, int count)
    {
        var (planes, pods) = (spines.Planes / Planes, spines.Pods / Pods);
        for (var done = 0; done < count;)
        {
            var (at, left) = (from + done, count - done);
            var (plane, pod) = (at % planes, at / planes % pods);
            var run = new Run(done, at / planes / pods, pod, plane, 1, 1, 1);
            run = plane > 0 || left < planes ? run with { Planes = Math.Min(left, planes - plane) }
                : pod > 0 || left < planes * pods ? run with { Planes = planes, Pods = Math.Min(left / planes, pods - pod) }
                : run with { Planes = planes, Pods = pods, Slots = left / planes / pods };
            yield return run;
            done += run.Slots * run.Pods * run.Planes;
        }
    }

    /// <summary>A box of places: where it begins, and how far it goes.</summary>
    public readonly record struct Run(int Skipped, int Slot, int Pod, int Plane, int Slots, int Pods, int Planes);
}
