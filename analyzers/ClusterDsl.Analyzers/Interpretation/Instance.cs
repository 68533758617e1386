using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;

namespace ClusterDsl.Analyzers.Interpretation;

/// <summary>An object of a type that the definition's project declares.</summary>
internal sealed class Instance(INamedTypeSymbol type, Interpreter interpreter) : IComparable, IFormattable, IEquatable<Instance>
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
        if (ReferenceEquals(this, other) && !Type.IsRecord) return true;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        interpreter.Spend(20);
        if (Type.IsRecord) return EqualsAs(Type, other);
        return interpreter.TryOverride(this, nameof(Equals), [other], out var equal) ? equal is true : EqualsAs(Type, other);
    }

    /// <summary>As the framework compares where it knows the type: by the equality that the type says it has with its own.</summary>
    public bool Equals(Instance? other)
    {
        if (other is null) return false;
        if (Type.IsRecord || Type.IsAnonymousType || !interpreter.TryContract(this, "IEquatable", nameof(Equals), [other], other, out var equal)) return Equals((object)other);
        return equal is true;
    }

    /// <summary>What a type, or the compiler or the runtime in its place, says of equality.</summary>
    public bool EqualsAs(INamedTypeSymbol type, object? other)
    {
        if (!HasValueEquality || Type.IsRecord && type.SpecialType == SpecialType.System_Object) return ReferenceEquals(this, other);
        type = As(type) ?? Type;
        if (other is not Instance that || that.As(type) is null) return false;
        if (Type.IsRecord && interpreter.TryWritten(this, type, nameof(Equals), [other], out var equal)) return equal is true;
        if (ReferenceEquals(this, other)) return true;
        if (type is { IsRecord: true, IsValueType: false, BaseType: { IsRecord: true } parent } ? !EqualsAs(parent, other) : !that.IsOf(Type)) return false;
        foreach (var member in StateMembers(type))
            if (!Equals(this[member], that[member])) return false;
        return true;
    }

    bool IsOf(INamedTypeSymbol type) => SymbolEqualityComparer.Default.Equals(Type, type);

    /// <summary>The own type of the object, or the one it inherits from, that is this one; null where it is another.</summary>
    INamedTypeSymbol? As(INamedTypeSymbol type)
    {
        for (var t = Type; t is not null && HostTypes.IsSource(t); t = t.BaseType)
            if (SymbolEqualityComparer.Default.Equals(t.OriginalDefinition, type.OriginalDefinition)) return t;
        return null;
    }

    public override int GetHashCode()
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        interpreter.Spend(20);
        return interpreter.Hashing(() =>
            Type.IsRecord || !interpreter.TryOverride(this, nameof(GetHashCode), [], out var hash) ? HashAs(Type) : hash is int value ? value : 0);
    }

    // Equal objects must have equal hashes; how well they spread does not matter here.
    public int HashAs(INamedTypeSymbol type)
    {
        if (!HasValueEquality || Type.IsRecord && type.SpecialType == SpecialType.System_Object) return RuntimeHelpers.GetHashCode(this);
        type = As(type) ?? Type;
        if (Type.IsRecord && interpreter.TryWritten(this, type, nameof(GetHashCode), [], out var hash)) return hash is int value ? value : 0;
        var sum = type is { IsRecord: true, IsValueType: false, BaseType: { IsRecord: true } parent } ? HashAs(parent) : 17;
        return StateMembers(type).Aggregate(sum, (s, member) => unchecked(s * 31 + (this[member]?.GetHashCode() ?? 0)));
    }

    public int CompareTo(object? other) =>
        interpreter.TryContract(this, nameof(IComparable), nameof(CompareTo), [other], other, out var order) && order is int value
            ? value
            : throw new ArgumentException("At least one object must implement IComparable.");

    public string ToString(string? format, IFormatProvider? provider) =>
        interpreter.TryContract(this, nameof(IFormattable), nameof(ToString), [format, provider], null, out var text) ? text as string ?? "" : ToString();

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

    static IEnumerable<ISymbol> StateMembers(INamedTypeSymbol type) => type.OriginalDefinition.GetMembers()
        .Where(m => m is IFieldSymbol { IsStatic: false, AssociatedSymbol: null } or IPropertySymbol { IsStatic: false });
}
