using System.Globalization;

namespace ClusterDsl.Analyzers.Devices;

// The ways to run a cage.
internal sealed partial class BankReader
{
    IEnumerable<ModeModel> Modes(Fields entry, Cage cage, ModeModel native)
    {
        if (entry["modes"] is not { } node) yield break;
        if (node is not YamlList list)
        {
            entry.Refuse(node, "`modes` must be a list: `[2x400, 4x200]`");
            yield break;
        }
        foreach (var item in list.Items)
            if (ModeOf(entry, cage, item) is { } mode && Fits(entry, item, cage, mode) && mode != native)
                yield return mode;
    }

    ModeModel? ModeOf(Fields entry, Cage cage, YamlNode item)
    {
        if (item is YamlMap map)
        {
            var fields = new Fields(entry.File, map, faults);
            fields.Only("split", "speed", "lane", "legs");
            if (fields.Whole("split", 1, 16) is not { } ports || fields.Whole("speed", 1, 1_600, " Gb/s") is not { } gbps)
                return Refused<ModeModel>(entry, item, "a mode needs `split`, the ports of a cage, and `speed`, that of each in Gb/s");
            var (lane, legs) = (fields.Word("lane", "25", "50", "100", "200"), fields.Whole("legs", 1, 16) ?? 1);
            if (ports % legs != 0) return Refused<ModeModel>(entry, item, $"{ports} ports do not divide into plugs of {legs}");
            return ModeOf(cage, ports, gbps, lane switch { "25" => Lane.Nrz25, "50" => Lane.Pam4x50, "100" => Lane.Pam4x100, "200" => Lane.Pam4x200, _ => cage.Fastest }, legs);
        }
        if (item is YamlScalar { Text: var text } && text.Split('x') is { Length: 2 } parts
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var split) && split is >= 1 and <= 16
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var speed) && speed is >= 1 and <= 1_600)
            return ModeOf(cage, split, speed, cage.Fastest, 1);
        return Refused<ModeModel>(entry, item, "a mode is written `4x200`, four ports of 200 Gb/s, or with `split`, `speed`, `lane` and `legs`");
    }

    // As many of the lanes as the speed takes, as the catalogue counts them.
    static ModeModel ModeOf(Cage cage, int split, int speed, Lane lane, int legs) =>
        new(split, speed, cage.Fastest == Lane.BaseT ? 1 : Math.Max(1, speed / CageNames.LaneGbps(lane)), cage.Fastest == Lane.BaseT ? Lane.BaseT : lane, legs);

    bool Fits(Fields entry, YamlNode at, Cage cage, ModeModel mode)
    {
        if (mode.Split * mode.Lanes <= cage.Lanes && mode.Gbps <= mode.Lanes * CageNames.LaneGbps(mode.Lane) && CageNames.LaneGbps(mode.Lane) <= CageNames.LaneGbps(cage.Fastest)) return true;
        entry.Refuse(at, $"a cage {cage.Name} has {cage.Lanes} lanes of up to {CageNames.LaneGbps(cage.Fastest)} Gb/s, which does not do for {mode.Split} × {mode.Gbps}G");
        return false;
    }
}
