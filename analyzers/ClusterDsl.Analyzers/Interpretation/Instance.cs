using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;

namespace ClusterDsl.Analyzers.Interpretation;

/// <summary>An object of a type that the definition's project declares.</summary>
internal sealed class Instance(INamedTypeSymbol type, Interpreter interpreter) : IComparable
{
    /// <summary>What an object of a few members takes.</summary>
    public const int Bytes = 400;

    public INamedTypeSymbol Type { get; } = type;

    /// <summary>Fields, automatic properties and captured primary constructor parameters, by their definition.</summary>
    public Dictionary<ISymbol, object?> Members { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>The part inherited from a class of the framework: an exception.</summary>
    public object? Base { get; set; }

    /// <summary>What carries the object when it is thrown: it stays the same exception when it is thrown again.</summary>
    public InterpretedException? Carrier { get; set; }

    bool HasValueEquality => Type.IsRecord || Type.IsValueType || Type.IsAnonymousType;

    public Instance Clone()
    {
        var copy = new Instance(Type, interpreter) { Base = Base };
        foreach (var pair in Members) copy.Members[pair.Key] = pair.Value;
        return copy;
    }

    // An object may hold another, and so on, deeper than the host's stack: that ends as a recursion that goes too deep.
    public override bool Equals(object? other)
    {
        if (ReferenceEquals(this, other)) return true;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        interpreter.Spend(20);
        if (interpreter.TryOverride(this, nameof(Equals), [other], out var equal)) return equal is true;
        if (!HasValueEquality || other is not Instance that || !SymbolEqualityComparer.Default.Equals(Type, that.Type)) return false;
        return State.SequenceEqual(that.State);
    }

    public override int GetHashCode()
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (interpreter.TryOverride(this, nameof(GetHashCode), [], out var hash)) return hash is int value ? value : 0;
        interpreter.Spend(20);
        if (!HasValueEquality) return RuntimeHelpers.GetHashCode(this);
        return State.Aggregate(17, (sum, member) => unchecked(sum * 31 + (member?.GetHashCode() ?? 0)));
    }

    public int CompareTo(object? other) =>
        interpreter.TryOverride(this, nameof(CompareTo), [other], out var order) && order is int value
            ? value
            : throw new ArgumentException("At least one object must implement IComparable.");

    public override string ToString()
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        interpreter.Spend(20);
        if (interpreter.TryOverride(this, nameof(ToString), [], out var text)) return text as string ?? "";
        if (Base is Exception exception) return $"{Type.ToDisplayString()}: {exception.Message}";
        if (!Type.IsRecord && !Type.IsAnonymousType) return Type.ToDisplayString();
        var members = Printed().Select(m => $"{m.Name} = {interpreter.Text(interpreter.ReadMember(this, m))}");
        var body = string.Join(", ", members);
        var name = Type.IsAnonymousType ? "" : Type.Name + " ";
        return new StringBuilder(name).Append(body.Length == 0 ? "{ }" : "{ " + body + " }").ToString();
    }

    IEnumerable<object?> State => StateMembers(Type).Select(m => Members.TryGetValue(m, out var value) ? value : null);

    static IEnumerable<ISymbol> StateMembers(INamedTypeSymbol type)
    {
        for (var t = type; t is { SpecialType: SpecialType.None }; t = t.BaseType)
            foreach (var member in t.OriginalDefinition.GetMembers())
                if (member is IFieldSymbol { IsStatic: false, AssociatedSymbol: null } or IPropertySymbol { IsStatic: false })
                    yield return member;
    }

    IEnumerable<ISymbol> Printed()
    {
        var bases = new Stack<INamedTypeSymbol>();
        for (var t = Type; t is { SpecialType: SpecialType.None }; t = t.BaseType) bases.Push(t);
        return bases.SelectMany(t => t.GetMembers()).Where(m =>
            m is { IsStatic: false, DeclaredAccessibility: Accessibility.Public, IsOverride: false }
            and (IPropertySymbol { Parameters.IsEmpty: true } or IFieldSymbol { AssociatedSymbol: null }));
    }
}

/// <summary>A value of an enumeration that the definition's project declares.</summary>
internal sealed class EnumValue(INamedTypeSymbol type, object underlying) : IComparable, IFormattable
{
    public INamedTypeSymbol Type { get; } = type;

    public object Underlying { get; } = underlying;

    public override bool Equals(object? other) =>
        other is EnumValue that && Underlying.Equals(that.Underlying) && SymbolEqualityComparer.Default.Equals(Type, that.Type);

    public override int GetHashCode() => Underlying.GetHashCode();

    public int CompareTo(object? other) => Comparer<object>.Default.Compare(Underlying, ((EnumValue)other!).Underlying);

    public string ToString(string? format, IFormatProvider? provider) => format is null or "" or "G" or "g"
        ? ToString()
        : ((IFormattable)Underlying).ToString(format, provider);

    public override string ToString() =>
        Name(Underlying) ?? (IsFlags ? Flags() : null) ?? Underlying.ToString();

    bool IsFlags => Type.GetAttributes().Any(a => a.AttributeClass?.Name == nameof(FlagsAttribute));

    string? Name(object value) => Type.GetMembers().OfType<IFieldSymbol>()
        .FirstOrDefault(f => f.HasConstantValue && value.Equals(f.ConstantValue))?.Name;

    string? Flags()
    {
        var rest = Convert.ToInt64(Underlying);
        var names = new List<string>();
        foreach (var field in Type.GetMembers().OfType<IFieldSymbol>().Where(f => f.HasConstantValue)
                     .OrderByDescending(f => Convert.ToInt64(f.ConstantValue)))
        {
            var flag = Convert.ToInt64(field.ConstantValue);
            if (flag == 0 || (rest & flag) != flag) continue;
            names.Insert(0, field.Name);
            rest &= ~flag;
        }
        return rest == 0 && names.Count > 0 ? string.Join(", ", names) : null;
    }
}
