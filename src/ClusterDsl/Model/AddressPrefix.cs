using System.Globalization;

namespace ClusterDsl.Model;

/// <summary>A block of addresses in CIDR form: four numbers of a byte, or eight of two, and how many bits are fixed.</summary>
sealed class AddressPrefix
{
    readonly byte[] _bytes;

    AddressPrefix(string text, byte[] bytes, int bits) => (Text, _bytes, Bits) = (text, bytes, bits);

    public string Text { get; }
    public int Bits { get; }

    /// <summary>Whether an address is in both.</summary>
    public bool Overlaps(AddressPrefix other)
    {
        if (_bytes.Length != other._bytes.Length) return false;
        var bits = Math.Min(Bits, other.Bits);
        for (var i = 0; i < bits; i++)
            if (Bit(i) != other.Bit(i)) return false;
        return true;
    }

    bool Bit(int i) => (_bytes[i / 8] >> (7 - i % 8) & 1) == 1;

    /// <summary>Null where the text is no prefix, or fixes fewer bits than it has.</summary>
    public static AddressPrefix? Parse(string text)
    {
        var parts = text.Split('/');
        if (parts.Length != 2 || text.Length > 64 || !Digits(parts[1], 3, out var bits)) return null;
        var bytes = parts[0].IndexOf(':') >= 0 ? Six(parts[0]) : Four(parts[0]);
        if (bytes is null || bits > bytes.Length * 8) return null;
        var prefix = new AddressPrefix(text, bytes, bits);
        return Enumerable.Range(bits, bytes.Length * 8 - bits).Any(prefix.Bit) ? null : prefix;
    }

    static byte[]? Four(string text)
    {
        var numbers = text.Split('.');
        if (numbers.Length != 4) return null;
        var bytes = new byte[4];
        for (var i = 0; i < 4; i++)
        {
            if (!Digits(numbers[i], 3, out var number) || number > 255) return null;
            bytes[i] = (byte)number;
        }
        return bytes;
    }

    static byte[]? Six(string text)
    {
        var gap = text.IndexOf("::", StringComparison.Ordinal);
        var front = Groups(gap < 0 ? text : text.Substring(0, gap));
        var back = gap < 0 ? [] : Groups(text.Substring(gap + 2));
        if (front is null || back is null || front.Count + back.Count > 8 || gap < 0 && front.Count != 8 || gap >= 0 && front.Count + back.Count == 8) return null;
        var all = front.Concat(Enumerable.Repeat(0, 8 - front.Count - back.Count)).Concat(back);
        return [.. all.SelectMany(g => new[] { (byte)(g >> 8), (byte)g })];
    }

    static List<int>? Groups(string text)
    {
        var groups = new List<int>();
        if (text.Length == 0) return groups;
        foreach (var group in text.Split(':'))
        {
            if (group.Length is < 1 or > 4 || !int.TryParse(group, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)) return null;
            groups.Add(number);
        }
        return groups;
    }

    static bool Digits(string text, int most, out int number)
    {
        number = 0;
        return text.Length >= 1 && text.Length <= most && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
