using System.Collections;
using ClusterDsl.Language;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClusterDsl.Analyzers.Interpretation;

// New objects and their initialisers.
internal sealed partial class Interpreter
{
    object? EvalObjectCreation(IObjectCreationOperation operation)
    {
        var constructor = _frame.Types.Substitute(operation.Constructor ?? throw Unknown());
        var type = (INamedTypeSymbol)Type(operation);
        object? created;
        if (HostTypes.IsSource(type))
        {
            var arguments = Arguments(operation.Arguments);
            SetUp(type, operation.Syntax);
            var instance = Allocate(type);
            Construct(instance, constructor, arguments, operation.Syntax);
            created = instance;
        }
        else
        {
            RefuseIfDenied(constructor, operation);
            created = constructor.IsImplicitlyDeclared && type.IsValueType
                ? Default(type)
                : CallHost(constructor, null, Arguments(operation.Arguments), operation.Syntax, operation.Arguments);
        }
        if (operation.Initializer is { } initializer) Initialize(created, initializer);
        return created;
    }

    object? EvalNewT(ITypeParameterObjectCreationOperation operation)
    {
        if (Type(operation) is not INamedTypeSymbol type) throw Unknown();
        if (type.IsValueType) return Default(type);
        var constructor = type.InstanceConstructors.FirstOrDefault(c => c.Parameters.IsEmpty) ?? throw Unknown();
        if (!HostTypes.IsSource(type)) return CallHost(constructor, null, [], operation.Syntax, null);
        var instance = Allocate(type);
        Construct(instance, constructor, [], operation.Syntax);
        return instance;
    }

    /// <summary>An object before its constructor: all members have their defaults.</summary>
    Instance Allocate(INamedTypeSymbol type)
    {
        _budget.Burn(10);
        var instance = NewInstance(type);
        for (var t = type; t is not null && HostTypes.IsSource(t); t = t.BaseType)
            foreach (var member in t.GetMembers())
            {
                if (member.IsStatic) continue;
                var memberType = member switch { IFieldSymbol f => f.Type, IPropertySymbol { Parameters.IsEmpty: true } p => p.Type, _ => null };
                if (memberType is { IsValueType: true } && !IsNullable(memberType) && !SymbolEqualityComparer.Default.Equals(memberType, type))
                    instance.Members[KeyOf(member)] = Default(memberType);
            }
        return instance;
    }

    Instance NewInstance(INamedTypeSymbol type)
    {
        _budget.Allocate(Instance.Bytes, null);
        return new Instance(type, this);
    }

    void Construct(Instance instance, IMethodSymbol constructor, object?[] arguments, SyntaxNode at)
    {
        var definition = constructor.OriginalDefinition;
        var type = constructor.ContainingType;
        if (!HostTypes.IsSource(type))
        {
            if (type.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType) return;
            RefuseBase(type, at);
            instance.Base = CallHost(constructor, null, arguments, at, null);
            return;
        }
        var frame = new Frame(definition, instance, null, TypeMap.For(constructor, _frame.Types, instance));
        for (var i = 0; i < definition.Parameters.Length; i++) frame.Declare(definition.Parameters[i], arguments[i]);
        var body = definition.IsImplicitlyDeclared && definition.Parameters.IsEmpty ? null : _bodies.Of(definition) as IConstructorBodyOperation;
        var isPrimary = !definition.IsImplicitlyDeclared && definition.DeclaringSyntaxReferences[0].GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax;
        if (isPrimary) KeepParameters(instance, definition, type, arguments);
        var chained = Chained(body?.Initializer);
        var delegates = chained is not null && SymbolEqualityComparer.Default.Equals(chained.TargetMethod.ContainingType.OriginalDefinition, type.OriginalDefinition);
        InFrame(frame, () =>
        {
            if (!delegates && (!type.IsValueType || !definition.IsImplicitlyDeclared)) InitializeMembers(instance, type);
            if (chained is not null) Construct(instance, _frame.Types.Substitute(chained.TargetMethod), Arguments(chained.Arguments), chained.Syntax);
            else ConstructBase(instance, type, at);
        });
        if ((body?.BlockBody ?? body?.ExpressionBody) is { } code) Enter(frame, code, at);
    }

    static IInvocationOperation? Chained(IOperation? initializer) =>
        (initializer is IExpressionStatementOperation statement ? statement.Operation : initializer) as IInvocationOperation;

    void ConstructBase(Instance instance, INamedTypeSymbol type, SyntaxNode at)
    {
        if (type.IsValueType || type.BaseType is not { SpecialType: not SpecialType.System_Object } parent) return;
        var constructor = parent.InstanceConstructors.FirstOrDefault(c => c.Parameters.IsEmpty) ?? throw Unknown();
        Construct(instance, constructor, [], at);
    }

    void RefuseBase(INamedTypeSymbol type, SyntaxNode at)
    {
        for (var t = type; t is not null; t = t.BaseType)
            if (t.Name == nameof(Exception)) return;
        throw Refuse(Rules.OutsideTheLanguage.Rule, at, $"An own class that inherits '{type.Name}' cannot be part of a definition");
    }

    static void KeepParameters(Instance instance, IMethodSymbol constructor, INamedTypeSymbol type, object?[] arguments)
    {
        for (var i = 0; i < constructor.Parameters.Length; i++)
        {
            var parameter = constructor.Parameters[i];
            instance.Members[parameter] = arguments[i];
            var positional = type.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault(
                p => p.DeclaringSyntaxReferences.Any(r => r.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.ParameterSyntax));
            if (positional is not null) instance.Members[KeyOf(positional)] = arguments[i];
        }
    }

    void InitializeMembers(Instance instance, INamedTypeSymbol type)
    {
        foreach (var member in type.OriginalDefinition.GetMembers())
        {
            if (member.IsStatic || member is not (IFieldSymbol { AssociatedSymbol: null } or IPropertySymbol)) continue;
            if (_bodies.InitializerOf(member) is ISymbolInitializerOperation initializer)
                instance.Members[KeyOf(member)] = Eval(initializer.Value);
        }
    }

    void Initialize(object? created, IObjectOrCollectionInitializerOperation initializer)
    {
        _receivers.Push(created);
        try
        {
            foreach (var step in initializer.Initializers) InitializeStep(step, created);
        }
        finally
        {
            _receivers.Pop();
        }
    }

    void InitializeStep(IOperation step, object? created)
    {
        try
        {
            if (step is IMemberInitializerOperation member) Initialize(Eval(member.InitializedMember), member.Initializer);
            else Eval(step);
        }
        catch (Unknowable) when (created is Declaration declaration)
        {
            declaration.MarkIncomplete();
        }
    }

    object? EvalAnonymous(IAnonymousObjectCreationOperation operation)
    {
        var instance = NewInstance((INamedTypeSymbol)Type(operation));
        foreach (var initializer in operation.Initializers)
            if (initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation property } assignment)
                instance.Members[KeyOf(property.Property)] = Eval(assignment.Value);
        return instance;
    }

    object? EvalWith(IWithOperation operation)
    {
        var value = Eval(operation.Operand) ?? throw Faulty(new NullReferenceException(NullMessage), operation.Operand.Syntax);
        var copy = value is Instance || value.GetType().IsValueType
            ? Copy(value)
            : value.GetType().GetMethod("<Clone>$")?.Invoke(value, null) ?? throw Unsupported(operation, "This 'with'");
        if (operation.Initializer is { } initializer) Initialize(copy, initializer);
        return copy;
    }

    object? EvalTuple(ITupleOperation operation)
    {
        if ((operation.Type ?? operation.NaturalType) is not INamedTypeSymbol type) throw Unknown();
        type = (INamedTypeSymbol)_frame.Types.Substitute(type);
        var elements = new object?[operation.Elements.Length];
        for (var i = 0; i < elements.Length; i++)
            elements[i] = Convert(Eval(operation.Elements[i]), type.TupleElements[i].Type, false, operation.Elements[i]);
        return Tuples.Make(HostTypes.Of(type) ?? throw Unknown(), elements);
    }

    object? EvalArray(IArrayCreationOperation operation)
    {
        var lengths = operation.DimensionSizes.Select(d => System.Convert.ToInt64(Eval(d))).ToArray();
        if (lengths.Any(l => l < 0)) throw Faulty(new OverflowException("Arithmetic operation resulted in an overflow."), operation.Syntax);
        var length = lengths.Aggregate(1L, (product, l) => product > Budget.Size ? product : product * l);
        Sizes.CheckLength(length, operation.Syntax);
        var elementType = ((IArrayTypeSymbol)Type(operation)).ElementType;
        var element = HostTypes.Of(elementType) ?? throw Unknown();
        _budget.Burn(10 + length / 4);
        _budget.Allocate(length * Weights.Size(element) + 64, operation.Syntax);
        var array = Array.CreateInstance(element, lengths);
        if (operation.Initializer is { } initializer) Fill(array, initializer, new int[lengths.Length], 0);
        else if (HostTypes.IsSource(elementType) && elementType.IsValueType && array.Rank == 1)
            for (var i = 0; i < array.Length; i++) array.SetValue(Default(elementType), i);
        return array;
    }

    void Fill(Array array, IArrayInitializerOperation initializer, int[] index, int dimension)
    {
        for (var i = 0; i < initializer.ElementValues.Length; i++)
        {
            index[dimension] = i;
            if (initializer.ElementValues[i] is IArrayInitializerOperation nested) Fill(array, nested, index, dimension + 1);
            else array.SetValue(Eval(initializer.ElementValues[i]), index);
        }
    }

    object? EvalElement(IArrayElementReferenceOperation operation)
    {
        var array = Eval(operation.ArrayReference) as Array ?? throw Faulty(new NullReferenceException(NullMessage), operation.Syntax);
        return Element(array, [.. operation.Indices.Select(i => Eval(i))], operation);
    }

    object? Element(Array array, object?[] indices, IOperation at)
    {
        if (RangeValue.From(indices[0]) is { } range) return Slice(array, range, at);
        try
        {
            return array.GetValue(Positions(array, indices));
        }
        catch (IndexOutOfRangeException exception)
        {
            throw Faulty(exception, at.Syntax);
        }
    }

    void SetElement(Array array, object?[] indices, object? value, IOperation at)
    {
        try
        {
            array.SetValue(value, Positions(array, indices));
        }
        catch (IndexOutOfRangeException exception)
        {
            throw Faulty(exception, at.Syntax);
        }
    }

    static long[] Positions(Array array, object?[] indices) => Array.ConvertAll(indices, index =>
        IndexValue.From(index) is { } at ? at.Of(array.Length) : System.Convert.ToInt64(index));

    object? EvalCollection(ICollectionExpressionOperation operation)
    {
        var items = new List<object?>();
        foreach (var element in operation.Elements)
        {
            if (element is not ISpreadOperation spread) items.Add(Eval(element));
            else
                foreach (var item in Eval(spread.Operand) as IEnumerable ?? throw Unknown())
                {
                    _budget.Burn();
                    items.Add(item);
                }
        }
        _budget.Burn(10);
        _budget.Allocate(16L * items.Count + 64, operation.Syntax);
        return Collections.Make(HostTypes.Of(Type(operation)), items) ?? throw Unsupported(operation, "A collection expression of this type");
    }
}
