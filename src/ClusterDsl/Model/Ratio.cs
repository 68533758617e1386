namespace ClusterDsl;

/// <summary>Bandwidth down against bandwidth up, exactly.</summary>
readonly struct Ratio : IEquatable<Ratio>, IComparable<Ratio>
{
    public Ratio(long down, long up)
    {
        var divisor = Math.Max(1, Gcd(down, up));
        (Down, Up) = (down / divisor, up / divisor);
    }

    public long Down { get; }
    public long Up { get; }

    public static Ratio One => new(1, 1);

    /// <summary>What has to go up so that this ratio holds for what goes down.</summary>
    public long UpFor(long down) => (down * Up + Down - 1) / Down;

    /// <summary>The most that may come down so that, with what it needs upwards, it fits a total.</summary>
    public long DownWithin(long total) => total * Down / (Down + Up);

    public int CompareTo(Ratio other)
    {
        // Up = 0 with something coming down is worse than any ratio; both sides fit an Int64 (2^24 devices × 2^10 ports × 2^11 Gb/s squared would not).
        var left = (decimal)Down * other.Up;
        var right = (decimal)other.Down * Up;
        return left.CompareTo(right);
    }

    public bool Equals(Ratio other) => Down == other.Down && Up == other.Up;
    public override bool Equals(object? obj) => obj is Ratio other && Equals(other);
    public override int GetHashCode() => unchecked((int)(Down * 31 + Up));

    /// <summary>"1:1", "2:1", "4:3"; with two decimals against one where the exact terms say nothing to a reader.</summary>
    public override string ToString() =>
        Up == 0 || (Down <= 16 && Up <= 16) ? $"{Down}:{Up}" : $"{Text.Decimal((double)Down / Up)}:1";

    public static long Gcd(long a, long b) => b == 0 ? a : Gcd(b, a % b);

    public static int Gcd(int a, int b) => (int)Gcd((long)a, b);
}
