using System.Runtime.CompilerServices;

namespace ClusterDsl.Artifacts.Csv;

/// <summary>A row being put together in a stretch of bytes known to be long enough.</summary>
ref struct Row(Span<byte> bytes)
{
    readonly Span<byte> _bytes = bytes;

    /// <summary>How many bytes have been put.</summary>
    public int Length { get; private set; }

    /// <summary>Puts bytes as they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_bytes[Length..]);
        Length += bytes.Length;
    }

    /// <summary>Puts one byte.</summary>
    public void Put(byte value) => _bytes[Length++] = value;

    /// <summary>Puts a number that is not negative, with at least so many digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Number(int value, int digits = 1)
    {
        var needed = 1;
        for (var rest = value; rest >= 10; rest /= 10) needed++;
        digits = Math.Max(digits, needed);
        for (var i = digits - 1; i >= 0; i--, value /= 10) _bytes[Length + i] = (byte)('0' + value % 10);
        Length += digits;
    }
}
