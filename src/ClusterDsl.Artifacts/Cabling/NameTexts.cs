using ClusterDsl.Artifacts.Csv;

namespace ClusterDsl.Artifacts.Cabling;

/// <summary>A name template with its texts ready to be put into cells.</summary>
sealed class NameTexts(NameTemplate template)
{
    readonly (byte[] Text, NamePart Part)[] _parts = [.. template.Parts.Select(part => (CsvCell.Piece(part.Text), part))];

    /// <summary>The texts that names are made of, a number standing as a digit.</summary>
    public IEnumerable<string> Pieces => template.Parts.SelectMany(part => new[] { part.Text, part.Digits > 0 ? "0" : "" });

    /// <summary>The most bytes of a name.</summary>
    public int MaxLength { get; } = template.Parts.Sum(part => CsvCell.Piece(part.Text).Length + Math.Max(part.Digits, 10));

    /// <summary>Puts the name of a device.</summary>
    public void Put(ref Row row, int device)
    {
        foreach (var (text, part) in _parts)
        {
            row.Put(text);
            if (part.Digits > 0) row.Number(part.Number(device), part.Digits);
        }
    }
}
