using Microsoft.CodeAnalysis;

namespace ClusterDsl.Analyzers.Interpretation;

/// <summary>The variables of one call, keyed by symbol: two variables of one name never meet.</summary>
internal sealed class Frame(IMethodSymbol? owner, object? self, Frame? parent, TypeMap types)
{
    // A method has few variables; a scan of references beats hashing symbols.
    ISymbol[] _symbols = new ISymbol[4];
    Place[] _places = new Place[4];
    int _count;
    bool _frozen;

    public IMethodSymbol? Owner { get; } = owner;

    /// <summary>What <c>this</c> is.</summary>
    public object? Self => Receiver is Place place ? place.Value : Receiver;

    /// <summary>The object, or the place of the struct, that the method was called on.</summary>
    public object? Receiver { get; } = self;

    public Frame? Parent { get; } = parent;

    public TypeMap Types { get; } = types;

    /// <summary>What the running method returns.</summary>
    public object? Result { get; set; }

    /// <summary>The exceptions being handled, innermost last, for <c>throw;</c>.</summary>
    public Stack<Exception>? Handling { get; set; }

    public Place? Find(ISymbol symbol)
    {
        for (var frame = this; frame is not null; frame = frame.Parent)
            for (var i = 0; i < frame._count; i++)
                if (ReferenceEquals(frame._symbols[i], symbol)) return frame._places[i];
        // Rarely a part of a body is bound by itself and has symbols of its own for the same variables.
        for (var frame = this; frame is not null; frame = frame.Parent)
            for (var i = 0; i < frame._count; i++)
                if (symbol.Equals(frame._symbols[i], SymbolEqualityComparer.Default)) return frame._places[i];
        return null;
    }

    /// <summary>A fresh variable: each iteration of a loop has its own, and closures keep the one they saw.</summary>
    public Place Declare(ISymbol symbol, object? value) => Bind(symbol, new Cell(value));

    /// <summary>A parameter: another name for the place that it is given, or a variable of its own with the value.</summary>
    public Place Take(ISymbol parameter, object? argument) => argument is Place place ? Bind(parameter, place) : Declare(parameter, argument);

    /// <summary>Another name for a place that exists.</summary>
    public Place Bind(ISymbol symbol, Place place)
    {
        for (var i = 0; i < _count; i++)
            if (ReferenceEquals(_symbols[i], symbol)) return _places[i] = place;
        if (_count == _symbols.Length)
        {
            Array.Resize(ref _symbols, _count * 2);
            Array.Resize(ref _places, _count * 2);
        }
        _symbols[_count] = symbol;
        return _places[_count++] = place;
    }

    /// <summary>The frame whose method declares a local function.</summary>
    public Frame OwnedBy(ISymbol owner)
    {
        for (var frame = this; frame is not null; frame = frame.Parent)
            if (ReferenceEquals(frame.Owner, owner)) return frame;
        return this;
    }

    /// <summary>The same variables, fresh, with the values they have now: an iterator begins from these each time.</summary>
    public Frame Anew()
    {
        var copy = new Frame(Owner, Receiver is Place place ? new Cell(place.Value) : Receiver, Parent, Types);
        for (var i = 0; i < _count; i++) copy.Declare(_symbols[i], _places[i].Value);
        return copy;
    }

    /// <summary>What a lambda captures: the same variables, whatever later iterations declare under the same symbols.</summary>
    public Frame Capture()
    {
        if (_frozen) return this;
        return new Frame(Owner, Receiver, Parent?.Capture(), Types)
        {
            _symbols = (ISymbol[])_symbols.Clone(), _places = (Place[])_places.Clone(), _count = _count, _frozen = true,
        };
    }
}
