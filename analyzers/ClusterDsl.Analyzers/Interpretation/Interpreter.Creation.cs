using System.Collections;
using ClusterDsl.Language;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClusterDsl.Analyzers.Interpretation;

// New objects and their initialisers.
internal sealed partial class Interpreter
{
    readonly Dictionary<INamedTypeSymbol, Instance> _blank = new(SymbolEqualityComparer.Default);

    object? EvalObjectCreation(IObjectCreationOperation operation)
    {
        var constructor = _frame.Types.Substitute(operation.Constructor ?? throw Unknown(operation.Syntax, "it does not say by what constructor"));
        var type = (INamedTypeSymbol)Type(operation);
        object? created;
        if (HostTypes.IsSource(type))
        {
            var arguments = Arguments(operation.Arguments);
            SetUp(type, operation.Syntax);
            created = New(type, constructor, arguments, operation.Syntax);
        }
        else
        {
            RefuseIfDenied(constructor, operation);
            created = constructor.IsImplicitlyDeclared && type.IsValueType
                ? Default(type)
                : CallHost(constructor, null, Arguments(operation.Arguments), operation.Syntax, operation.Arguments);
        }
        return operation.Initializer is { } initializer ? Initialized(created, initializer) : created;
    }

    object? EvalNewT(ITypeParameterObjectCreationOperation operation)
    {
        if (Type(operation) is not INamedTypeSymbol type) throw Unknown(operation.Syntax, "its type is not known");
        var constructor = type.InstanceConstructors.FirstOrDefault(c => c.Parameters.IsEmpty) ?? throw Unknown(operation.Syntax, $"{type.Name} has no constructor without parameters");
        var created = HostTypes.IsSource(type) ? New(type, constructor, [], operation.Syntax)
            : type.IsValueType ? Default(type)
            : CallHost(constructor, null, [], operation.Syntax, null);
        return operation.Initializer is { } initializer ? Initialized(created, initializer) : created;
    }

    object? New(INamedTypeSymbol type, IMethodSymbol constructor, object?[] arguments, SyntaxNode at)
    {
        var instance = Allocate(type, at);
        object self = type.IsValueType ? new Cell(instance) : instance;
        Construct(self, constructor, arguments, at);
        return ValueOf(self);
    }

    /// <summary>An object before its constructor: all members have their defaults.</summary>
    Instance Allocate(INamedTypeSymbol type, SyntaxNode? at)
    {
        _budget.Burn(20);
        _budget.Allocate(Instance.Bytes, at);
        if (_blank.TryGetValue(type, out var blank)) return blank.Clone();
        blank = new Instance(type, this);
        for (var t = type; t is not null && HostTypes.IsSource(t); t = t.BaseType)
            foreach (var member in t.GetMembers())
            {
                if (member.IsStatic) continue;
                var memberType = member switch { IFieldSymbol f => f.Type, IPropertySymbol { Parameters.IsEmpty: true } p => p.Type, _ => null };
                if (memberType is { IsValueType: true } && !IsNullable(memberType) && !SymbolEqualityComparer.Default.Equals(memberType, type))
                    blank[KeyOf(member)] = Default(memberType);
            }
        _blank[type] = blank;
        return blank.Clone();
    }

    Instance NewInstance(INamedTypeSymbol type, SyntaxNode at)
    {
        _budget.Allocate(Instance.Bytes, at);
        return new Instance(type, this);
    }

    void Construct(object self, IMethodSymbol constructor, object?[] arguments, SyntaxNode at)
    {
        var definition = constructor.OriginalDefinition;
        var type = constructor.ContainingType;
        var instance = (Instance)ValueOf(self)!;
        if (!HostTypes.IsSource(type))
        {
            if (type.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType) return;
            RefuseBase(type, at);
            instance.Base = CallHost(constructor, null, arguments, at, null);
            return;
        }
        var copies = type.IsRecord && definition.Parameters.Length == 1
            && SymbolEqualityComparer.Default.Equals(definition.Parameters[0].Type, definition.ContainingType);
        if (copies && definition.IsImplicitlyDeclared)
        {
            instance.Become((Instance)ValueOf(arguments[0])!);
            return;
        }
        var frame = new Frame(definition, self, null, TypeMap.For(constructor, _frame.Types, instance));
        for (var i = 0; i < definition.Parameters.Length; i++) frame.Take(definition.Parameters[i], arguments[i]);
        var body = definition.IsImplicitlyDeclared && definition.Parameters.IsEmpty ? null : _bodies.Of(definition) as IConstructorBodyOperation;
        var isPrimary = !definition.IsImplicitlyDeclared && definition.DeclaringSyntaxReferences[0].GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax;
        if (isPrimary) KeepParameters(instance, definition, type, arguments);
        var chained = Chained(body?.Initializer);
        var delegates = chained is not null && SymbolEqualityComparer.Default.Equals(chained.TargetMethod.ContainingType.OriginalDefinition, type.OriginalDefinition);
        InFrame(frame, () =>
        {
            if (!delegates && !copies && (!type.IsValueType || !definition.IsImplicitlyDeclared)) InitializeMembers(instance, type);
            if (chained is not null) Construct(self, _frame.Types.Substitute(chained.TargetMethod), Arguments(chained.Arguments), chained.Syntax);
            else ConstructBase(self, type, at);
        });
        if ((body?.BlockBody ?? body?.ExpressionBody) is { } code) Enter(frame, code, at);
    }

    static IInvocationOperation? Chained(IOperation? initializer) =>
        (initializer is IExpressionStatementOperation statement ? statement.Operation : initializer) as IInvocationOperation;

    void ConstructBase(object self, INamedTypeSymbol type, SyntaxNode at)
    {
        if (type.IsValueType || type.BaseType is not { SpecialType: not SpecialType.System_Object } parent) return;
        var constructor = parent.InstanceConstructors.FirstOrDefault(c => c.Parameters.IsEmpty)
            ?? parent.InstanceConstructors.FirstOrDefault(c => c.Parameters.All(p => p.HasExplicitDefaultValue))
            ?? throw Unknown(at, $"{parent.Name} has no constructor without parameters");
        Construct(self, constructor, [.. constructor.Parameters.Select(Omitted)], at);
    }

    object? Omitted(IParameterSymbol parameter) =>
        parameter.ExplicitDefaultValue is { } value ? Convert(Constant(value, parameter.Type), parameter.Type, false, null) : Default(parameter.Type);

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
            instance[parameter] = ValueOf(arguments[i]);
            var positional = type.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault(
                p => p.DeclaringSyntaxReferences.Any(r => r.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.ParameterSyntax));
            if (positional is not null) instance[KeyOf(positional)] = ValueOf(arguments[i]);
        }
    }

    void InitializeMembers(Instance instance, INamedTypeSymbol type)
    {
        foreach (var member in type.OriginalDefinition.GetMembers())
        {
            if (member.IsStatic || member is not (IFieldSymbol { AssociatedSymbol: null } or IPropertySymbol)) continue;
            if (_bodies.InitializerOf(member) is ISymbolInitializerOperation initializer)
                instance[KeyOf(member)] = Eval(initializer.Value);
        }
    }

    object? Initialized(object? created, IObjectOrCollectionInitializerOperation initializer)
    {
        var receiver = created is Instance { Type.IsValueType: true } or ValueType ? new Cell(created) : created;
        Initialize(receiver, initializer);
        return ValueOf(receiver);
    }

    void Initialize(object? receiver, IObjectOrCollectionInitializerOperation initializer)
    {
        _receivers.Push(receiver);
        try
        {
            foreach (var step in initializer.Initializers) InitializeStep(step, receiver);
        }
        finally
        {
            _receivers.Pop();
        }
    }

    void InitializeStep(IOperation step, object? receiver)
    {
        try
        {
            if (step is not IMemberInitializerOperation member) Eval(step);
            else if (member.InitializedMember.Type is { IsReferenceType: false }) Initialize(Locate(member.InitializedMember), member.Initializer);
            else Initialize(Eval(member.InitializedMember), member.Initializer);
        }
        catch (Unknowable) when (receiver is Declaration declaration)
        {
            declaration.MarkIncomplete();
        }
    }

    object? EvalAnonymous(IAnonymousObjectCreationOperation operation)
    {
        var instance = NewInstance((INamedTypeSymbol)Type(operation), operation.Syntax);
        foreach (var initializer in operation.Initializers)
            if (initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation property } assignment)
                instance[KeyOf(property.Property)] = Eval(assignment.Value);
        return instance;
    }

    object? EvalWith(IWithOperation operation)
    {
        var value = Eval(operation.Operand) ?? throw Faulty(new NullReferenceException(NullMessage), operation.Operand.Syntax);
        var copy = value switch
        {
            Instance { Type: { IsRecord: true, IsValueType: false } } own => CopyOf(own, operation.Syntax),
            Instance or ValueType => Copy(value),
            _ => value.GetType().GetMethod("<Clone>$")?.Invoke(value, null) ?? throw Unsupported(operation, "This 'with'"),
        };
        return operation.Initializer is { } initializer ? Initialized(copy, initializer) : copy;
    }

    /// <summary>A copy of a record, by its own copy constructors where it has any.</summary>
    Instance CopyOf(Instance original, SyntaxNode at)
    {
        var own = original.Type.InstanceConstructors.FirstOrDefault(c => !c.IsImplicitlyDeclared
            && c.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(c.Parameters[0].Type, original.Type));
        if (own is null) return original.Clone();
        var copy = Allocate(original.Type, at);
        Construct(copy, own, [original], at);
        return copy;
    }

    object? EvalTuple(ITupleOperation operation)
    {
        if ((operation.Type ?? operation.NaturalType) is not INamedTypeSymbol type) throw Unknown(operation.Syntax, "its type is not known");
        type = (INamedTypeSymbol)_frame.Types.Substitute(type);
        var elements = new object?[operation.Elements.Length];
        for (var i = 0; i < elements.Length; i++)
            elements[i] = Convert(Eval(operation.Elements[i]), type.TupleElements[i].Type, false, operation.Elements[i]);
        var tuple = Tuples.Make(HostTypes.Of(type) ?? throw Unknown(operation.Syntax, NoType(type)), elements);
        _nesting.Check(tuple, operation.Syntax);
        return tuple;
    }

    object? EvalArray(IArrayCreationOperation operation)
    {
        var lengths = operation.DimensionSizes.Select(d => System.Convert.ToInt64(Eval(d))).ToArray();
        if (lengths.Any(l => l < 0)) throw Faulty(new OverflowException("Arithmetic operation resulted in an overflow."), operation.Syntax);
        var length = lengths.Aggregate(1L, (product, l) => product > Budget.Size ? product : product * l);
        Sizes.CheckLength(length, operation.Syntax);
        var elementType = ((IArrayTypeSymbol)Type(operation)).ElementType;
        var element = HostTypes.Of(elementType) ?? throw Unknown(operation.Syntax, NoType(elementType));
        _budget.Burn(10 + length / 4);
        _budget.Allocate(length * Weights.Size(element) + 64, operation.Syntax);
        var array = Array.CreateInstance(element, lengths);
        if (operation.Initializer is { } initializer) Fill(array, initializer, new int[lengths.Length], 0);
        else if (array.Rank == 1 && Landed(null, elementType) is { } blank)
            for (var i = 0; i < array.Length; i++) array.SetValue(blank, i);
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
            // An element that nobody has written is the default of a type that this process does not have.
            return array.GetValue(Positions(array, indices)) ?? Landed(null, _frame.Types.Substitute(at.Type ?? throw Unknown(at.Syntax, "it has no type")));
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
            if (element is not ISpreadOperation spread)
            {
                items.Add(Eval(element));
                continue;
            }
            var spreading = Eval(spread.Operand);
            if (spreading is Instance own) spreading = Adapter.Of(own, typeof(IEnumerable), this);
            foreach (var item in spreading as IEnumerable ?? throw (spreading is null ? (Exception)Faulty(new NullReferenceException(NullMessage), spread.Syntax) : Unknown(spread.Syntax, "what is spread is no sequence of the framework's")))
            {
                _budget.Burn();
                items.Add(spread.ElementType is { } type && !SymbolEqualityComparer.Default.Equals(type, ElementOf(operation)) && ElementOf(operation) is { } to
                    ? Convert(item, spread.ElementConversion.MethodSymbol, _frame.Types.Substitute(to), false, spread)
                    : item);
            }
        }
        _budget.Burn(10);
        _budget.Allocate(16L * items.Count + 64, operation.Syntax);
        return Collected(operation, items) ?? throw Unsupported(operation, "A collection expression of this type");
    }

    object? Collected(ICollectionExpressionOperation operation, List<object?> items)
    {
        var type = Type(operation);
        if (!HostTypes.IsSource(type)) return Collections.Make(HostTypes.Of(type), items);
        if (type is not INamedTypeSymbol named || operation.ConstructMethod is not { } construct) return null;
        construct = _frame.Types.Substitute(construct);
        if (construct.MethodKind != MethodKind.Constructor) return CallStatic(construct, [ArrayOf(construct, items)], operation.Syntax);
        var made = New(named, construct, [], operation.Syntax);
        var collection = named.IsValueType ? new Cell(made) : made;
        var add = named.GetMembers("Add").OfType<IMethodSymbol>().FirstOrDefault(m => m.Parameters.Length == 1);
        if (add is null) return null;
        foreach (var item in items) CallUser(add, collection, [Convert(item, add.Parameters[0].Type, false, operation)], operation.Syntax);
        return ValueOf(collection);
    }

    // A builder method takes a span, which is an array here.
    static object? ArrayOf(IMethodSymbol builder, List<object?> items) => Collections.Make(HostTypes.Of(builder.Parameters[0].Type), items);

    static ITypeSymbol? ElementOf(ICollectionExpressionOperation operation) => operation.Type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments: { Length: 1 } arguments } => arguments[0],
        _ => null,
    };
}
