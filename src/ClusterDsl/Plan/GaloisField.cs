namespace ClusterDsl.Plans;

/// <summary>
/// A finite field. Element i is the polynomial whose coefficients are the digits of i in base p, the lowest first; products are
/// taken modulo a monic polynomial for which x generates all elements but 0. For a prime that polynomial is x - g: x is the number g.
/// </summary>
public sealed class GaloisField : IEquatable<GaloisField>
{
    /// <summary>More than the ports of any switch ask for.</summary>
    public const int Largest = 1 << 12;

    /// <summary>Powers of x, and, for each element but 0, which power it is.</summary>
    readonly int[] _powers, _logarithms;

    GaloisField(int characteristic, Seq<int> polynomial, int[] powers)
    {
        (Characteristic, Polynomial, _powers) = (characteristic, polynomial, powers);
        _logarithms = new int[powers.Length + 1];
        for (var k = 0; k < powers.Length; k++) _logarithms[powers[k]] = k;
    }

    /// <summary>The prime p.</summary>
    public int Characteristic { get; }

    /// <summary>The coefficients of the polynomial, the lowest first; the last is 1.</summary>
    public Seq<int> Polynomial { get; }

    /// <summary>How many elements it has: p to the degree of the polynomial.</summary>
    public int Order => _powers.Length + 1;

    /// <summary>x to this power.</summary>
    public int Power(int exponent) => _powers[exponent % _powers.Length];

    /// <summary>The product of two elements.</summary>
    public int Multiply(int a, int b) => a == 0 || b == 0 ? 0 : _powers[(_logarithms[a] + _logarithms[b]) % _powers.Length];

    /// <summary>The sum of two elements: digit by digit.</summary>
    public int Add(int a, int b)
    {
        if (Characteristic == 2) return a ^ b;
        var (sum, place) = (0, 1);
        for (; a > 0 || b > 0; place *= Characteristic)
        {
            sum += (a + b) % Characteristic * place;
            (a, b) = (a / Characteristic, b / Characteristic);
        }
        return sum;
    }

    /// <summary>The field with so many elements, made with the first polynomial that serves; null where there is none.</summary>
    public static GaloisField? Of(int order)
    {
        if (order is < 2 or > Largest || PrimeOf(order) is not { } prime) return null;
        var degree = 0;
        for (var n = order; n > 1; n /= prime) degree++;
        for (var low = 1; low < order; low++)
            if (Of(prime, Digits(low, prime, degree)) is { } field) return field;
        return null;
    }

    /// <summary>The field of a prime and a polynomial; null where x does not generate it.</summary>
    public static GaloisField? Of(int prime, Seq<int> polynomial)
    {
        var degree = polynomial.Count - 1;
        if (prime < 2 || degree < 1 || polynomial[degree] != 1 || polynomial.Any(c => c < 0 || c >= prime) || PrimeOf(prime) != prime) return null;
        var top = 1;
        for (var d = 1; d < degree; d++)
            if ((top *= prime) > Largest) return null;
        if (top > Largest / prime) return null;

        var powers = new int[top * prime - 1];
        var element = 1;
        for (var k = 0; k < powers.Length; k++)
        {
            if (k > 0 && element == 1) return null;
            powers[k] = element;
            // Times x: each digit one place up, and what leaves at the top comes back by the polynomial.
            var carry = element / top;
            var (shifted, next, place) = (element % top * prime, 0, 1);
            for (var d = 0; d < degree; d++, place *= prime, shifted /= prime)
                next += (shifted % prime + (prime - polynomial[d]) * carry) % prime * place;
            element = next;
            if (element == 0) return null;
        }
        return element == 1 ? new GaloisField(prime, polynomial, powers) : null;
    }

    /// <summary>Whether a number is a power of a prime: the size of a field.</summary>
    public static bool IsOrder(int number) => number >= 2 && PrimeOf(number) is not null;

    /// <summary>The prime that a number is a power of.</summary>
    static int? PrimeOf(int number)
    {
        var prime = 2;
        while ((long)prime * prime <= number && number % prime != 0) prime++;
        if (number % prime != 0) prime = number;
        var rest = number;
        while (rest % prime == 0) rest /= prime;
        return rest == 1 ? prime : null;
    }

    static Seq<int> Digits(int low, int prime, int degree)
    {
        var digits = new int[degree + 1];
        for (var d = 0; d < degree; d++, low /= prime) digits[d] = low % prime;
        digits[degree] = 1;
        return digits.ToSeq();
    }

    /// <inheritdoc/>
    public bool Equals(GaloisField? other) => other is not null && Characteristic == other.Characteristic && Polynomial.Equals(other.Polynomial);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as GaloisField);

    /// <inheritdoc/>
    public override int GetHashCode() => Polynomial.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => $"GF({Order})";
}
