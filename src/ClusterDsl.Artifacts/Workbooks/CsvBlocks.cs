using System.Buffers;
using System.Text;
using ClusterDsl.Artifacts.Csv;

namespace ClusterDsl.Artifacts.Workbooks;

/// <summary>Takes the blocks of <see cref="CsvRows"/>, which hold whole rows, and hands the cells of each row on: a workbook holds what the CSV file does, cell by cell.</summary>
/// <param name="columns">Cells of a row.</param>
/// <param name="row">What is done with a row; the array is used again for the next one.</param>
sealed class CsvBlocks(int columns, Action<string[]> row) : Stream
{
    static readonly SearchValues<byte> Ends = SearchValues.Create(",\n"u8);

    readonly string[] _cells = new string[columns];
    readonly Texts _texts = new();

    public override void Write(byte[] buffer, int offset, int count)
    {
        var left = buffer.AsSpan(offset, count);
        for (var cell = 0; left.Length > 0; cell = cell + 1 == columns ? 0 : cell + 1)
        {
            if (left[0] == '"')
            {
                var end = 1;
                while (left[end] != '"' || (end + 1 < left.Length && left[end + 1] == '"')) end += left[end] == '"' ? 2 : 1;
                _cells[cell] = Encoding.UTF8.GetString(left[1..end]).Replace("\"\"", "\"");
                left = left[(end + 2)..];
            }
            else
            {
                var end = left.IndexOfAny(Ends);
                _cells[cell] = _texts.Of(left[..end]);
                left = left[(end + 1)..];
            }
            if (cell + 1 == columns) row(_cells);
        }
    }

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>The same few texts come again and again: each has one slot that it is kept in.</summary>
    sealed class Texts
    {
        const int Slots = 1 << 14, Longest = 40;

        readonly (byte[] Bytes, string Text)[] _kept = new (byte[], string)[Slots];

        public string Of(ReadOnlySpan<byte> bytes)
        {
            if (bytes.Length == 0) return "";
            if (bytes.Length > Longest) return Encoding.UTF8.GetString(bytes);
            var hash = 2166136261u;
            foreach (var b in bytes) hash = (hash ^ b) * 16777619;
            ref var kept = ref _kept[hash % Slots];
            if (kept.Bytes is null || !bytes.SequenceEqual(kept.Bytes)) kept = (bytes.ToArray(), Encoding.UTF8.GetString(bytes));
            return kept.Text;
        }
    }
}
