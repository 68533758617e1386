using ClusterDsl.Artifacts.Cabling;
using ClusterDsl.Artifacts.Csv;

namespace ClusterDsl.Artifacts;

/// <summary>
/// <c>cabling.csv</c>: one row for each logical link. <c>cable_id</c> names the assembly by its own end and nothing else, so
/// that a change elsewhere renumbers nothing: the lower end's device and port, or those of a splitter's trunk, which all
/// its legs share. <c>leg</c> counts them from 1 and is 1 for a straight cable.
/// </summary>
public sealed class CablingCsv : SingleFile
{
    /// <inheritdoc/>
    public override string Format => "cabling";

    /// <inheritdoc/>
    public override bool IsDefault => true;

    /// <inheritdoc/>
    public override string FileName => "cabling.csv";

    /// <inheritdoc/>
    public override void Write(Plan plan, Stream output)
    {
        var rows = new CsvRows(output);
        rows.Write(Columns);
        Write(plan, plan.Bundles, rows);
        rows.Flush();
    }

    /// <summary>The header.</summary>
    internal static readonly string[] Columns =
    [
        "cable_id", "leg", "fabric", "speed_gbps",
        "a_site", "a_hall", "a_rack", "a_u", "a_device", "a_port", "a_optic",
        "b_site", "b_hall", "b_rack", "b_u", "b_device", "b_port", "b_optic",
        "media", "part", "length_m", "a_label", "b_label",
    ];

    /// <summary>The rows of some bundles.</summary>
    internal static void Write(Plan plan, IEnumerable<Bundle> bundles, CsvRows rows)
    {
        // A set for each end: the two ends of a link may be devices of one group.
        Dictionary<string, DeviceTexts> a = [], b = [];
        foreach (var bundle in bundles)
            new BundleRows(plan, bundle, DeviceTexts.Of(a, plan, bundle.A.Group), DeviceTexts.Of(b, plan, bundle.B.Group)).Write(rows);
    }
}
