using ClusterDsl.Artifacts.Csv;

namespace ClusterDsl.Artifacts.Cabling;

/// <summary>The names of a bank's ports at one split, ready to be put into cells.</summary>
sealed class PortTexts
{
    readonly byte[][] _names;

    PortTexts(IReadOnlyList<string> names)
    {
        _names = [.. names.Select(CsvCell.Piece)];
        Pieces = names;
        MaxLength = _names.Select(name => name.Length).DefaultIfEmpty().Max();
    }

    /// <summary>Every name.</summary>
    public IReadOnlyList<string> Pieces { get; }

    /// <summary>The most bytes of a name.</summary>
    public int MaxLength { get; }

    /// <summary>The name of a port.</summary>
    public ReadOnlySpan<byte> this[int port] => _names[port];

    /// <summary>The ports by their own names.</summary>
    public static PortTexts Of(PortBank bank, int split) =>
        new([.. Enumerable.Range(0, bank.Cages * split).Select(port => bank.NameOf(port, split))]);

    /// <summary>For each leg's port, what the splitter's trunk is plugged into: the native port where that is whole, else the cage.</summary>
    public static PortTexts TrunkOf(PortBank bank, int split, int legs) =>
        new([.. Enumerable.Range(0, bank.Cages * split).Select(port => Trunk(bank, split, legs, port))]);

    static string Trunk(PortBank bank, int split, int legs, int port)
    {
        if (legs == 1) return bank.NameOf(port, split);
        if (split / legs >= bank.NativeSplit) return bank.NameOf(port / legs, split / legs);
        // The cage is named by a port's name up to its number.
        var number = bank.PortName.IndexOf("{c}", StringComparison.Ordinal);
        return number < 0 ? bank.PortName : FormattableString.Invariant($"{bank.PortName[..number]}{bank.CageOf(port, split) + bank.FirstCage}");
    }
}
