using Microsoft.CodeAnalysis;

namespace ClusterDsl.Analyzers.Interpretation;

/// <summary>A variable. Lambdas share the cell, which is what capturing by reference means.</summary>
internal sealed class Cell(object? value)
{
    public object? Value = value;
}

/// <summary>The variables of one call, keyed by symbol: two variables of one name never meet.</summary>
internal sealed class Frame(IMethodSymbol? owner, object? self, Frame? parent, TypeMap types)
{
    // A method has few variables; a scan of references beats hashing symbols.
    ISymbol[] _symbols = new ISymbol[4];
    Cell[] _cells = new Cell[4];
    int _count;
    bool _frozen;

    public IMethodSymbol? Owner { get; } = owner;

    public object? Self { get; } = self;

    public Frame? Parent { get; } = parent;

    public TypeMap Types { get; } = types;

    /// <summary>What the running method returns.</summary>
    public object? Result { get; set; }

    /// <summary>The exceptions being handled, innermost last, for <c>throw;</c>.</summary>
    public Stack<Exception>? Handling { get; set; }

    public Cell? Find(ISymbol symbol)
    {
        for (var frame = this; frame is not null; frame = frame.Parent)
            for (var i = 0; i < frame._count; i++)
                if (ReferenceEquals(frame._symbols[i], symbol)) return frame._cells[i];
        // Rarely a part of a body is bound by itself and has symbols of its own for the same variables.
        for (var frame = this; frame is not null; frame = frame.Parent)
            for (var i = 0; i < frame._count; i++)
                if (symbol.Equals(frame._symbols[i], SymbolEqualityComparer.Default)) return frame._cells[i];
        return null;
    }

    /// <summary>A fresh variable: each iteration of a loop has its own, and closures keep the one they saw.</summary>
    public Cell Declare(ISymbol symbol, object? value) => Bind(symbol, new Cell(value));

    public Cell Bind(ISymbol symbol, Cell cell)
    {
        for (var i = 0; i < _count; i++)
            if (ReferenceEquals(_symbols[i], symbol)) return _cells[i] = cell;
        if (_count == _symbols.Length)
        {
            Array.Resize(ref _symbols, _count * 2);
            Array.Resize(ref _cells, _count * 2);
        }
        _symbols[_count] = symbol;
        return _cells[_count++] = cell;
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
        var copy = new Frame(Owner, Self is Instance { Type.IsValueType: true } own ? own.Clone() : Self, Parent, Types);
        for (var i = 0; i < _count; i++) copy.Declare(_symbols[i], _cells[i].Value);
        return copy;
    }

    /// <summary>What a lambda captures: the same cells, whatever later iterations declare under the same symbols.</summary>
    public Frame Capture()
    {
        if (_frozen) return this;
        return new Frame(Owner, Self, Parent?.Capture(), Types)
        {
            _symbols = (ISymbol[])_symbols.Clone(), _cells = (Cell[])_cells.Clone(), _count = _count, _frozen = true,
        };
    }
}
