using System.Globalization;
using Microsoft.CodeAnalysis;

namespace ClusterDsl.Analyzers.Interpretation;

/// <summary>A value of an enumeration that the definition's project declares.</summary>
internal sealed class EnumValue(INamedTypeSymbol type, object underlying) : IComparable, IFormattable
{
    public INamedTypeSymbol Type { get; } = type;

    public object Underlying { get; } = underlying;

    /// <summary>The bits of the number, whatever its sign.</summary>
    public ulong Bits => BitsOf(Underlying);

    public override bool Equals(object? other) =>
        other is EnumValue that && Underlying.Equals(that.Underlying) && SymbolEqualityComparer.Default.Equals(Type, that.Type);

    public override int GetHashCode() => Underlying.GetHashCode();

    public int CompareTo(object? other) => other is EnumValue that ? Comparer<object>.Default.Compare(Underlying, that.Underlying) : 1;

    public string ToString(string? format, IFormatProvider? provider) => format is null or "" ? ToString() : format switch
    {
        "G" or "g" => ToString(),
        "D" or "d" => ((IFormattable)Underlying).ToString("D", CultureInfo.InvariantCulture),
        "X" or "x" => Hexadecimal(),
        "F" or "f" => NameOf(Underlying) ?? Flags() ?? Number,
        _ => throw new FormatException("Format string can be only \"G\", \"g\", \"X\", \"x\", \"F\", \"f\", \"D\" or \"d\"."),
    };

    public override string ToString() => NameOf(Underlying) ?? (IsFlags ? Flags() : null) ?? Number;

    string Number => ((IFormattable)Underlying).ToString(null, CultureInfo.InvariantCulture);

    // As many digits as the number has room for.
    string Hexadecimal() => ((IFormattable)Underlying).ToString("X" + 2 * Underlying switch
    {
        byte or sbyte => 1,
        short or ushort => 2,
        int or uint => 4,
        _ => 8,
    }, CultureInfo.InvariantCulture);

    bool IsFlags => Type.GetAttributes().Any(a => a.AttributeClass?.Name == nameof(FlagsAttribute));

    string? NameOf(object value) => Fields(Type).FirstOrDefault(f => value.Equals(f.ConstantValue))?.Name;

    string? Flags()
    {
        var rest = Bits;
        if (rest == 0) return null;
        var names = new List<string>();
        foreach (var field in Fields(Type).Reverse())
        {
            var flag = BitsOf(field.ConstantValue!);
            if (flag == 0 || (rest & flag) != flag) continue;
            names.Insert(0, field.Name);
            rest &= ~flag;
        }
        return rest == 0 ? string.Join(", ", names) : null;
    }

    /// <summary>The members in the order in which the runtime knows them: by their bits, then as declared.</summary>
    public static IEnumerable<IFieldSymbol> Fields(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>().Where(f => f.HasConstantValue && f.ConstantValue is not null).OrderBy(f => BitsOf(f.ConstantValue!));

    static ulong BitsOf(object number) => number switch
    {
        ulong bits => bits,
        sbyte small => (byte)small,
        short small => (ushort)small,
        int small => (uint)small,
        _ => unchecked((ulong)Convert.ToInt64(number, CultureInfo.InvariantCulture)),
    };
}
