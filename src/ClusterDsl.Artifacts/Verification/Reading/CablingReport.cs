using System.Globalization;

namespace ClusterDsl.Artifacts.Verification;

/// <summary>
/// Links in a table: a CSV file with the columns <c>a_device</c>, <c>a_port</c>, <c>b_device</c> and <c>b_port</c>, and, where it is known,
/// <c>speed_gbps</c>, as in <c>cabling.csv</c>; in any order, among others.
/// </summary>
public static class CablingReport
{
    /// <summary>Reads a table.</summary>
    /// <param name="file">What to call it.</param>
    /// <param name="input">The table.</param>
    public static BuiltNetwork Read(string file, Stream input)
    {
        var built = new BuiltNetwork();
        var devices = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        int[]? columns = null;
        var speed = -1;
        foreach (var (line, cells) in CsvRecords.Of(input))
        {
            if (cells is null)
            {
                built.Fault(file, line, "This row cannot be read: a quote in it does not end, or it is too long.");
                continue;
            }
            if (columns is null)
            {
                columns = [.. new[] { "a_device", "a_port", "b_device", "b_port" }.Select(Column)];
                if (columns.Contains(-1))
                {
                    built.Fault(file, line, "The columns a_device, a_port, b_device and b_port are expected in its first row.");
                    return built;
                }
                speed = Column("speed_gbps");
            }
            else if (columns.Any(c => c >= cells.Count) || cells[columns[0]].Length == 0 || cells[columns[2]].Length == 0)
                built.Fault(file, line, $"This row names no two devices: it has {cells.Count} of the cells that the first row promises, or an empty one.");
            else
            {
                var (near, far) = (End(cells[columns[0]], cells[columns[1]]), End(cells[columns[2]], cells[columns[3]]));
                var gbps = speed < 0 || speed >= cells.Count ? "" : cells[speed];
                BuiltSpeed? runs = null;
                if (decimal.TryParse(gbps, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 1_000_000)
                    runs = new BuiltSpeed((int)(number * 1_000), IsTwistedPair: false);
                else if (gbps.Length > 0) built.Fault(file, line, $"The speed \"{gbps}\" is no number of Gb/s; the link is compared without it.");
                built.Add(new BuiltLink(near, far, runs, IsOfBothEnds: true));
            }

            int Column(string name) => cells.FindIndex(c => c.Trim().Equals(name, StringComparison.OrdinalIgnoreCase));
        }
        if (columns is null) built.Fault(file, 1, "It is empty; the columns a_device, a_port, b_device and b_port are expected in its first row.");
        return built;

        BuiltEnd End(string device, string port)
        {
            if (devices.Add(device)) built.Add(new BuiltDevice(device, [device], file, IsWhole: true));
            return new BuiltEnd($"{device} {port}", [(device, port)]);
        }
    }
}
