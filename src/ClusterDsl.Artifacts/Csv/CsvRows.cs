namespace ClusterDsl.Artifacts.Csv;

/// <summary>Collects rows in one block of bytes and hands full blocks to the output: memory does not grow with the file.</summary>
sealed class CsvRows(Stream output)
{
    const int BlockSize = 256 * 1024;

    byte[] _block = new byte[BlockSize];
    int _used;

    /// <summary>A row of at most <paramref name="capacity"/> bytes; <see cref="End"/> ends it.</summary>
    public Row Begin(int capacity)
    {
        if (_block.Length - _used < capacity) Flush(capacity);
        return new Row(_block.AsSpan(_used));
    }

    /// <summary>Keeps a row.</summary>
    public void End(in Row row) => _used += row.Length;

    /// <summary>A row of whole cells.</summary>
    public void Write(params ReadOnlySpan<string> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = CsvCell.Whole(cells[i]);
            var row = Begin(cell.Length + 1);
            row.Put(cell);
            row.Put(i + 1 < cells.Length ? (byte)',' : (byte)'\n');
            End(row);
        }
    }

    /// <summary>Hands over what is left.</summary>
    public void Flush(int capacity = 0)
    {
        output.Write(_block, 0, _used);
        _used = 0;
        if (_block.Length < capacity) _block = new byte[capacity];
    }
}
