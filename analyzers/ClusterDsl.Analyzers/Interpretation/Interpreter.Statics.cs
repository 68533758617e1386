using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ClusterDsl.Analyzers.Rules;

namespace ClusterDsl.Analyzers.Interpretation;

// Static members of own types. Without a static constructor each field is set up when it is first read, so that one which
// cannot be evaluated spoils only what reads it; with one, the type is set up whole before its first use, as the language says.
internal sealed partial class Interpreter
{
    readonly Dictionary<ISymbol, Cell> _statics = new(SymbolEqualityComparer.Default);
    readonly Dictionary<ISymbol, TypeInitializationException?> _setUp = new(SymbolEqualityComparer.Default);
    readonly Stack<ISymbol> _initializing = new();

    /// <summary>A static field or automatic property.</summary>
    Cell StaticCell(ISymbol member, IOperation at)
    {
        RefuseIfChangeable(member, at);
        var type = (INamedTypeSymbol)_frame.Types.Substitute(member.ContainingType);
        member = StaticKey(member, type);
        SetUp(type, at.Syntax);
        if (_statics.TryGetValue(member, out var cell)) return cell;
        if (_initializing.Any(earlier => IsBefore(earlier, member))) return new Cell(DefaultOf(member));
        return InitializeStatic(member, type);
    }

    /// <summary>Each construction of a generic type has fields of its own.</summary>
    static ISymbol StaticKey(ISymbol member, INamedTypeSymbol type)
    {
        member = KeyOf(member);
        return type.IsGenericType ? type.GetMembers(member.Name).First(m => SymbolEqualityComparer.Default.Equals(m.OriginalDefinition, member)) : member;
    }

    object? DefaultOf(ISymbol member) => Default(member switch { IFieldSymbol f => f.Type, IPropertySymbol p => p.Type, _ => throw Unknown($"'{member.Name}' is no field and no property") });

    // Initialisers run in the order of the text: one that reads a later field sees its default.
    static bool IsBefore(ISymbol earlier, ISymbol member) =>
        SymbolEqualityComparer.Default.Equals(earlier.ContainingType, member.ContainingType)
        && earlier.Locations[0] is var a && member.Locations[0] is var b
        && a.SourceTree == b.SourceTree && a.SourceSpan.Start < b.SourceSpan.Start;

    Cell InitializeStatic(ISymbol member, INamedTypeSymbol type)
    {
        // Until the initialiser has run, whoever reads the field in a circle sees what the runtime would show.
        var cell = _statics[member] = new Cell(DefaultOf(member));
        if (_bodies.InitializerOf(member) is not ISymbolInitializerOperation initializer) return cell;
        _initializing.Push(member);
        try
        {
            InFrame(new Frame(null, null, null, _frame.Types.Inside(type)), () => cell.Value = Eval(initializer.Value));
        }
        catch (Unknowable)
        {
            cell.Value = Interpretation.Unknown.Value;
            throw;
        }
        catch (Exception exception) when (exception is not TypeInitializationException && !IsAbandoning(exception))
        {
            throw _setUp[type] = Failed(type, exception);
        }
        finally
        {
            _initializing.Pop();
        }
        return cell;
    }

    /// <summary>What every use of a type throws after its static members could not be set up.</summary>
    TypeInitializationException Failed(INamedTypeSymbol type, Exception exception)
    {
        var failure = new TypeInitializationException(type.ToDisplayString(), exception);
        return _fault is { } fault && ReferenceEquals(fault.Exception, exception) ? Faulty(failure, fault.At) : failure;
    }

    /// <summary>Before the first use of a type with a static constructor: its static members in the order of the text, then the constructor.</summary>
    void SetUp(INamedTypeSymbol type, SyntaxNode at)
    {
        if (_setUp.TryGetValue(type, out var failure))
        {
            if (failure is not null) throw failure;
            return;
        }
        _setUp[type] = null;
        var constructor = type.StaticConstructors.FirstOrDefault(c => !c.IsImplicitlyDeclared);
        if (constructor is null) return;
        foreach (var member in type.GetMembers())
            if (member is IFieldSymbol { IsStatic: true, IsConst: false, AssociatedSymbol: null } or IPropertySymbol { IsStatic: true }
                && _bodies.InitializerOf(member) is not null)
                InitializeStatic(member, type);
        try
        {
            CallUser(constructor, null, [], at);
        }
        catch (Exception exception) when (exception is not TypeInitializationException && !IsAbandoning(exception))
        {
            throw _setUp[type] = Failed(type, exception);
        }
    }

    void RefuseIfChangeable(ISymbol member, IOperation at)
    {
        var fixedForGood = member is IFieldSymbol { IsReadOnly: true } or IFieldSymbol { IsConst: true } or IPropertySymbol { SetMethod: null };
        if (!fixedForGood)
            throw Refuse(NotEvaluable.Rule, at.Syntax,
                $"'{member.Name}' can be changed by other code and cannot be part of a definition; make it readonly");
    }
}
