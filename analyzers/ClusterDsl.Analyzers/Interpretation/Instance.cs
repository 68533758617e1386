using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;

namespace ClusterDsl.Analyzers.Interpretation;

/// <summary>An object of a type that the definition's project declares.</summary>
internal sealed class Instance(INamedTypeSymbol type, Interpreter interpreter) : IComparable, IFormattable
{
    /// <summary>What an object of a few members takes.</summary>
    public const int Bytes = 400;

    // An object has few members; a scan of references beats hashing symbols.
    ISymbol[] _members = [];
    object?[] _values = [];
    int _count;

    public INamedTypeSymbol Type { get; } = type;

    /// <summary>The part inherited from a class of the framework: an exception.</summary>
    public object? Base { get; set; }

    /// <summary>What carries the object when it is thrown: it stays the same exception when it is thrown again.</summary>
    public InterpretedException? Carrier { get; set; }

    bool HasValueEquality => Type.IsRecord || Type.IsValueType || Type.IsAnonymousType;

    /// <summary>A field, automatic property or captured parameter of a primary constructor, by its definition.</summary>
    public object? this[ISymbol member]
    {
        get => IndexOf(member) is var i and >= 0 ? _values[i] : null;
        set
        {
            var i = IndexOf(member);
            if (i < 0)
            {
                i = _count++;
                if (i == _members.Length) Array.Resize(ref _members, i * 2 + 4);
                if (i >= _values.Length) Array.Resize(ref _values, _members.Length);
                _members[i] = member;
            }
            _values[i] = value;
        }
    }

    int IndexOf(ISymbol member)
    {
        for (var i = 0; i < _count; i++)
            if (ReferenceEquals(_members[i], member)) return i;
        // Symbols of one compilation are the same objects, but for those of anonymous types.
        for (var i = 0; i < _count; i++)
            if (member.Equals(_members[i], SymbolEqualityComparer.Default)) return i;
        return -1;
    }

    public Instance Clone() => new(Type, interpreter)
    {
        Base = Base, _members = (ISymbol[])_members.Clone(), _values = (object?[])_values.Clone(), _count = _count,
    };

    /// <summary>Takes the members of another value of the type.</summary>
    public void Become(Instance other)
    {
        _members = (ISymbol[])other._members.Clone();
        _values = (object?[])other._values.Clone();
        _count = other._count;
    }

    // An object may hold another, and so on, deeper than the host's stack: that ends as a recursion that goes too deep.
    public override bool Equals(object? other)
    {
        if (ReferenceEquals(this, other)) return true;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        interpreter.Spend(20);
        return interpreter.TryOverride(this, nameof(Equals), [other], out var equal) ? equal is true : HasEqualMembers(other);
    }

    /// <summary>What the compiler or the runtime writes where a type has no Equals of its own.</summary>
    public bool HasEqualMembers(object? other)
    {
        if (ReferenceEquals(this, other)) return true;
        if (!HasValueEquality || other is not Instance that || !SymbolEqualityComparer.Default.Equals(Type, that.Type)) return false;
        return State.SequenceEqual(that.State);
    }

    public override int GetHashCode()
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (interpreter.TryOverride(this, nameof(GetHashCode), [], out var hash)) return hash is int value ? value : 0;
        interpreter.Spend(20);
        return HashOfMembers();
    }

    // Equal objects must have equal hashes; how well they spread does not matter here.
    public int HashOfMembers() => HasValueEquality
        ? State.Aggregate(17, (sum, member) => unchecked(sum * 31 + (member?.GetHashCode() ?? 0)))
        : RuntimeHelpers.GetHashCode(this);

    public int CompareTo(object? other) =>
        interpreter.TryOverride(this, nameof(CompareTo), [other], out var order) && order is int value
            ? value
            : throw new ArgumentException("At least one object must implement IComparable.");

    public string ToString(string? format, IFormatProvider? provider) =>
        interpreter.TryOverride(this, nameof(ToString), [format, provider], out var text) ? text as string ?? "" : ToString();

    public override string ToString()
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        interpreter.Spend(20);
        return interpreter.TryOverride(this, nameof(ToString), [], out var text) ? text as string ?? "" : Described(Type);
    }

    /// <summary>What the compiler or the runtime writes where a type has no ToString of its own.</summary>
    public string Described(INamedTypeSymbol by)
    {
        if (Base is Exception exception) return $"{TypeNames.Of(Type)}: {exception.Message}";
        if (!Type.IsRecord && !Type.IsAnonymousType) return TypeNames.Of(Type);
        var text = new StringBuilder(Type.IsAnonymousType ? "{ " : (by.IsRecord ? by : Type).Name + " { ");
        if (PrintMembers(text, Type)) text.Append(' ');
        return text.Append('}').ToString();
    }

    /// <summary>Adds the members of a record as declared by the type and those that it inherits from; false for none.</summary>
    public bool PrintMembers(StringBuilder text, INamedTypeSymbol type)
    {
        if (interpreter.TryPrint(this, type, text, out var own)) return own;
        var printed = type.BaseType is { SpecialType: SpecialType.None } parent && PrintMembers(text, parent);
        foreach (var member in type.GetMembers())
        {
            if (!IsPrinted(member)) continue;
            text.Append(printed ? ", " : "").Append(member.Name).Append(" = ").Append(interpreter.Text(interpreter.ReadMember(this, member)));
            printed = true;
        }
        return printed;
    }

    static bool IsPrinted(ISymbol member) =>
        member is { IsStatic: false, DeclaredAccessibility: Accessibility.Public, IsOverride: false }
        and (IPropertySymbol { Parameters.IsEmpty: true } or IFieldSymbol { AssociatedSymbol: null });

    IEnumerable<object?> State => StateMembers(Type).Select(m => this[m]);

    static IEnumerable<ISymbol> StateMembers(INamedTypeSymbol type)
    {
        for (var t = type; t is { SpecialType: SpecialType.None }; t = t.BaseType)
            foreach (var member in t.OriginalDefinition.GetMembers())
                if (member is IFieldSymbol { IsStatic: false, AssociatedSymbol: null } or IPropertySymbol { IsStatic: false })
                    yield return member;
    }
}
