using System.Text;

namespace ClusterDsl.Artifacts.Drawings;

/// <summary>
/// The lines of the links between two groups: from device to device while those are few, else from part to device, else from part to part. Lines of one
/// colour are one shape.
/// </summary>
sealed class JointLines(Joint joint, Hues hues)
{
    const int MostLines = 130;

    readonly GroupBox _lower = joint.Lower, _upper = joint.Upper;

    /// <summary>Something that a line begins or ends at.</summary>
    /// <param name="Devices">The devices there.</param>
    /// <param name="X">Where.</param>
    /// <param name="Part">The part that they are of.</param>
    readonly record struct Foot(DeviceRun Devices, double X, int Part);

    public void Draw(Svg svg)
    {
        if (_lower.Level == _upper.Level)
        {
            if (_lower != _upper) svg.Path("link", $"M{Math.Min(_lower.X + _lower.Width, _upper.X + _upper.Width)} {_lower.Y + 20.0}H{Math.Max(_lower.X, _upper.X)}", 2);
            return;
        }
        List<Foot> lowerParts = Parts(_lower), upperParts = Parts(_upper), lowerDevices = Devices(_lower), upperDevices = Devices(_upper);
        var (feet, heads, width) = Fits(lowerDevices, upperDevices) ? (lowerDevices, upperDevices, 1.3)
            : Fits(lowerParts, upperDevices) ? (lowerParts, upperDevices, 1.5)
            : (lowerParts, upperParts, 1.2 + Math.Min(3, Math.Log10(joint.Links)) / Math.Sqrt(Bound ? 1 : upperParts.Count));
        var figures = new SortedDictionary<string, StringBuilder>(StringComparer.Ordinal);
        foreach (var foot in feet)
        {
            var reached = heads.Where(h => (!Bound || h.Part == foot.Part) && joint.Joins(foot.Devices, h.Devices)).ToList();
            // Several lines from one part leave it beside each other.
            var step = feet == lowerParts ? Math.Min(9, (_lower.PartWidth - 12) / Math.Max(1, reached.Count)) : 0;
            for (var i = 0; i < reached.Count; i++)
            {
                var kind = Hue(foot, reached[i], heads == upperDevices, feet == lowerDevices);
                if (!figures.TryGetValue(kind, out var figure)) figures.Add(kind, figure = new StringBuilder());
                var x = foot.X + (i - (reached.Count - 1) / 2.0) * step;
                var (y, top) = (_lower.Y, _upper.Bottom);
                figure.Append(Svg.Figures($"M{x} {y}C{x} {(y + top) / 2} {reached[i].X} {(y + top) / 2} {reached[i].X} {top}"));
            }
        }
        foreach (var (kind, figure) in figures) svg.Outline(kind.Length > 0 ? $"link {kind}" : "link", figure.ToString(), width);
    }

    /// <summary>Whether each part below is joined to its own part above alone.</summary>
    bool Bound => _lower.Parts.Above == _upper;

    bool Fits(List<Foot> feet, List<Foot> heads) => feet.Count > 0 && heads.Count > 0 && feet.Sum(f => Bound ? heads.Count(h => h.Part == f.Part) : heads.Count) <= MostLines;

    static List<Foot> Parts(GroupBox box) => [.. box.Shown.Select((part, place) => new Foot(box.Parts.At(part), box.PartMiddle(place), part))];

    /// <summary>Its devices one by one; none where not all of a part that is drawn are.</summary>
    static List<Foot> Devices(GroupBox box) => Glyphs.Hides(box.Largest, box) ? []
        : [.. box.Shown.SelectMany((part, place) => box.Devices(place).Select(d => new Foot(new DeviceRun(d.Device, d.Device), d.X + (box.IsSwitch ? Glyphs.SwitchSize : Glyphs.NodeWidth) / 2, part)))];

    string Hue(Foot foot, Foot head, bool toDevice, bool fromDevice)
    {
        if (toDevice && _lower.Level == 0 && hues.Rail(_upper, head.Devices.First) is { } rail) return $"rail{rail % Style.Hues}";
        if (hues.IsPlanes(_upper) && hues.Plane(_upper, head.Devices.First) is { } plane) return $"plane{plane % Style.Hues}";
        return fromDevice && hues.Rail(_lower, foot.Devices.First) is { } up ? $"rail{up % Style.Hues}" : "";
    }
}
