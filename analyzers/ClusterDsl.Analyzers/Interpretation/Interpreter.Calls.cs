using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using ClusterDsl.Analyzers.Hosting;
using ClusterDsl.Analyzers.Rules;
using ClusterDsl.Language;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace ClusterDsl.Analyzers.Interpretation;

// Calls: of the definition's own methods, and of the library and the framework.
internal sealed partial class Interpreter
{
    object? EvalInvocation(IInvocationOperation operation)
    {
        var result = Call(operation);
        return result is Place referred ? Read(referred) : result;
    }

    /// <summary>Makes the call; of one that returns by reference the result is the place.</summary>
    object? Call(IInvocationOperation operation)
    {
        var method = Implementation(_frame.Types.Substitute(operation.TargetMethod), operation.ConstrainedToType);
        var source = IsSource(method);
        if (!source && method.MethodKind != MethodKind.DelegateInvoke) RefuseIfDenied(method, operation);
        var on = operation.Instance is { } instance ? Receiver(instance) : null;
        if (IsNullable(method.ContainingType)) return OfNullable(method, on, Arguments(operation.Arguments), operation);
        if (on is null && operation.Instance is not null) throw Faulty(new NullReferenceException(NullMessage), operation.Syntax);
        // What the framework declares an own type may implement.
        if (!source && operation.IsVirtual && ValueOf(on) is Instance own && Override(method, own) is var mine && IsSource(mine)) (method, source) = (mine, true);

        if (!TryArguments(operation.Arguments, out var arguments)) return Skip(method, on, arguments);
        // base.ToString() and its like are those of object, whatever overrides them.
        if (operation is { IsVirtual: false, Instance.Syntax: BaseExpressionSyntax } && !source && ValueOf(on) is Instance { Base: null } self)
            return Synthesized(method, self, arguments, operation.Syntax);
        _budget.Called = operation.Syntax;
        if (method.MethodKind == MethodKind.DelegateInvoke) return InvokeDelegate(on!, arguments, operation.Syntax);
        return source
            ? CallSource(operation, method, on, arguments)
            : CallHost(method, on, arguments, operation.Syntax, operation.Arguments);
    }

    object? CallSource(IInvocationOperation operation, IMethodSymbol method, object? on, object?[] arguments)
    {
        if (method.MethodKind == MethodKind.LocalFunction)
            return CallUser(method, _frame.OwnedBy(method.OriginalDefinition.ContainingSymbol).Receiver, arguments, operation.Syntax);
        if (operation.IsVirtual && ValueOf(on) is Instance own) method = Override(method, own);
        return CallUser(method, on, arguments, operation.Syntax);
    }

    object?[] Arguments(ImmutableArray<IArgumentOperation> operations) =>
        TryArguments(operations, out var arguments) ? arguments : throw Unknown();

    /// <summary>All arguments are evaluated even if one cannot be, so that each fault among them is reported at once.</summary>
    bool TryArguments(ImmutableArray<IArgumentOperation> operations, out object?[] arguments)
    {
        var known = true;
        arguments = operations.IsEmpty ? [] : new object?[operations.Length];
        foreach (var operation in operations)
        {
            var at = operation.Parameter?.Ordinal ?? throw Unknown(operation.Syntax, "it is an argument of no parameter");
            try
            {
                arguments[at] = operation.Parameter.RefKind != RefKind.None && operation.Value is not IInterpolatedStringHandlerCreationOperation
                    ? ByReference(operation)
                    : Eval(operation.Value);
            }
            catch (Unknowable)
            {
                known = false;
            }
        }
        return known;
    }

    Place ByReference(IArgumentOperation operation) =>
        operation.Parameter!.RefKind is RefKind.Ref or RefKind.Out || IsVariable(operation.Value)
            ? Locate(operation.Value)
            : new Cell(Eval(operation.Value));

    /// <summary>
    /// A call with an argument that cannot be known is left out. What it would have declared on is marked, and a fluent
    /// call still returns what it was called on.
    /// </summary>
    object? Skip(IMethodSymbol method, object? on, object?[] arguments)
    {
        foreach (var argument in arguments) (argument as Declaration)?.MarkIncomplete();
        var receiver = on ?? (method.IsExtensionMethod ? arguments[0] : null);
        if (receiver is not Declaration declaration) throw Unknown();
        declaration.MarkIncomplete();
        return method.ReturnsVoid ? null
            : HostTypes.Of(method.ReturnType)?.IsInstanceOfType(receiver) == true ? receiver
            : throw Unknown();
    }

    /// <summary>Calls a method of the definition's project.</summary>
    object? CallUser(IMethodSymbol method, object? self, object?[] arguments, SyntaxNode at)
    {
        var definition = method.OriginalDefinition;
        if (self is Instance { Type.IsValueType: true } value) self = new Cell(value);
        if (definition.IsAsync) throw Refuse(OutsideTheLanguage.Rule, at, $"'{method.Name}' is asynchronous and cannot be part of a definition");
        if (Generated.IsOurs(definition))
            throw Refuse(OutsideTheLanguage.Rule, at, $"'{method.Name}' is generated from a definition and cannot be part of one");
        if (definition.IsImplicitlyDeclared && ValueOf(self) is Instance own) return Synthesized((IMethodSymbol)_frame.Types.Substitute(method), own, arguments, at);
        if (method is { IsStatic: true, MethodKind: not (MethodKind.StaticConstructor or MethodKind.LocalFunction) })
            SetUp((INamedTypeSymbol)_frame.Types.Substitute(method.ContainingType), at);
        var code = definition.PartialImplementationPart ?? definition;
        if (_bodies.Of(code) is not { } body)
        {
            if (definition.AssociatedSymbol is IPropertySymbol property && ValueOf(self) is Instance) return Automatic(self!, property, arguments);
            throw HasErrors(at) ? Unknown() : Refuse(NotEvaluable.Rule, at, $"'{method.Name}' has no body that can be evaluated");
        }
        var parent = method.MethodKind == MethodKind.LocalFunction && !definition.IsStatic ? _frame.OwnedBy(definition.ContainingSymbol) : null;
        var frame = new Frame(definition, self, parent, TypeMap.For(method, _frame.Types, ValueOf(self)));
        if (_bodies.ReceiverOf(definition) is { } receiver) frame.Declare(receiver, ValueOf(self));
        for (var i = 0; i < code.Parameters.Length; i++) frame.Take(code.Parameters[i], arguments[i]);
        return TryIterate(method, frame, body, at, out var sequence) ? sequence : Enter(frame, body, at);
    }

    /// <summary>The accessors that the compiler writes.</summary>
    static object? Automatic(object self, IPropertySymbol property, object?[] arguments)
    {
        if (arguments.Length == 0) return ((Instance)ValueOf(self)!)[KeyOf(property)];
        Write(self, KeyOf(property), arguments[0]);
        return null;
    }

    /// <summary>Calls a method that the compiler chose, on whatever it is called on.</summary>
    object? CallOn(IMethodSymbol method, object? on, object?[] arguments, SyntaxNode at)
    {
        method = _frame.Types.Substitute(method.ReducedFrom ?? method);
        if (ValueOf(on) is Instance own) method = Override(method, own);
        return IsSource(method) ? CallUser(method, on, arguments, at) : CallHost(method, on, arguments, at, null);
    }

    /// <summary>Calls what an own object has for a member of an interface.</summary>
    public object? CallContract(Instance own, INamedTypeSymbol contract, string member, object?[] arguments)
    {
        var method = contract.AllInterfaces.Insert(0, contract).SelectMany(i => i.GetMembers(member)).OfType<IMethodSymbol>().First();
        method = Override(method, own);
        return CallUser(method, own.Type.IsValueType ? new Box(own) : own, arguments, Syntax(method));
    }

    object? Enter(Frame frame, IOperation body, SyntaxNode at)
    {
        var saved = Begin(frame, at);
        try
        {
            // A method that ends without returning what it should does not compile.
            if (Exec(body) != Completion.Return && frame.Owner is { ReturnsVoid: false, MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction }) throw Invalid();
            return frame.Result;
        }
        finally
        {
            End(saved);
        }
    }

    Frame Begin(Frame frame, SyntaxNode at)
    {
        _budget.Cancellation.ThrowIfCancellationRequested();
        if (_depth >= Budget.Depth)
            throw new Halt(RecursesTooDeep.Rule, at, $"The definition nests more than {Budget.Depth} calls");
        var saved = _frame;
        _frame = frame;
        _depth++;
        return saved;
    }

    void End(Frame saved)
    {
        _depth--;
        _frame = saved;
    }

    /// <summary>What the compiler writes into records.</summary>
    object? Synthesized(IMethodSymbol method, Instance self, object?[] arguments, SyntaxNode at) => method.Name switch
    {
        nameof(ToString) => self.Described(method.ContainingType),
        nameof(Equals) => self.EqualsAs(method.ContainingType, ValueOf(arguments[0])),
        nameof(GetHashCode) when _hashing == 0 => throw Refuse(NotEvaluable.Rule, at,
            $"{method.ContainingType.Name}.GetHashCode {Refusals.Hash.Reason} and cannot be part of a definition; {Refusals.Hash.Instead}"),
        nameof(GetHashCode) => self.HashAs(method.ContainingType),
        "PrintMembers" => self.PrintMembers((System.Text.StringBuilder)arguments[0]!, method.ContainingType),
        "Deconstruct" => SetAll(arguments, [.. method.Parameters.Select(p => ReadMember(self, Positional(method.ContainingType, p)))]),
        _ => throw Unknown(at, $"'{method.Name}' has no body"),
    };

    /// <summary>The property behind a parameter of a record; it may be inherited.</summary>
    static ISymbol Positional(INamedTypeSymbol? record, IParameterSymbol parameter)
    {
        for (; record is not null; record = record.BaseType)
            if (record.GetMembers(parameter.Name).FirstOrDefault() is { } member) return member;
        throw new InvalidOperationException($"'{parameter.Name}' is no part of the record");
    }

    static object? SetAll(object?[] cells, IReadOnlyList<object?> values)
    {
        for (var i = 0; i < cells.Length; i++) ((Place)cells[i]!).Value = values[i];
        return null;
    }

    /// <summary>The method that a virtual call on this object reaches.</summary>
    static IMethodSymbol Override(IMethodSymbol method, Instance instance)
    {
        var reached = Reached(method.ConstructedFrom, instance);
        return method.IsGenericMethod && !ReferenceEquals(reached, method.ConstructedFrom) ? reached.Construct([.. method.TypeArguments])
            : method.IsGenericMethod ? method : reached;
    }

    static IMethodSymbol Reached(IMethodSymbol method, Instance instance)
    {
        if (method.ContainingType.TypeKind == TypeKind.Interface)
            return instance.Type.FindImplementationForInterfaceMember(method) switch
            {
                IMethodSymbol { ContainingType.TypeKind: not TypeKind.Interface } implementation => Reached(implementation, instance),
                IMethodSymbol inherited => inherited,
                _ => method,
            };
        if (!method.IsVirtual && !method.IsAbstract && !method.IsOverride) return method;
        for (var type = instance.Type; type is not null; type = type.BaseType)
            foreach (var candidate in Candidates(type, method))
                for (var m = candidate; m is not null; m = m.OverriddenMethod)
                    if (SymbolEqualityComparer.Default.Equals(m.OriginalDefinition, method.OriginalDefinition))
                        return candidate;
        return method;
    }

    static IEnumerable<IMethodSymbol> Candidates(INamedTypeSymbol type, IMethodSymbol method) => method.AssociatedSymbol is IPropertySymbol property
        ? type.GetMembers(property.Name).OfType<IPropertySymbol>()
            .Select(p => method.MethodKind == MethodKind.PropertySet ? p.SetMethod : p.GetMethod).OfType<IMethodSymbol>()
        : type.GetMembers(method.Name).OfType<IMethodSymbol>();

    /// <summary>Calls an override of one of object's methods that the definition itself wrote.</summary>
    public bool TryOverride(Instance instance, string name, object?[] arguments, out object? result)
    {
        for (var type = instance.Type; type is not null && HostTypes.IsSource(type); type = type.BaseType)
            foreach (var method in type.GetMembers(name).OfType<IMethodSymbol>())
            {
                // Each record has its own, but for one that is sealed.
                if (type.IsRecord && !method.IsSealed && !ReferenceEquals(type, instance.Type)) continue;
                if (method.IsImplicitlyDeclared || !method.IsOverride || method.Parameters.Length != arguments.Length) continue;
                if (method.Parameters.Any(p => p.Type.SpecialType != SpecialType.System_Object)) continue;
                result = CallUser(method, instance, arguments, Syntax(method));
                return true;
            }
        result = null;
        return false;
    }

    /// <summary>Asks an own type for a hash on behalf of a set or a dictionary: nothing of it is seen.</summary>
    public T Hashing<T>(Func<T> hash)
    {
        _hashing++;
        try
        {
            return hash();
        }
        finally
        {
            _hashing--;
        }
    }

    int _hashing;

    /// <summary>Calls what an own object has for an interface of the framework that takes <paramref name="other"/>.</summary>
    public bool TryContract(Instance instance, string contract, string member, object?[] arguments, object? other, out object? result)
    {
        INamedTypeSymbol? found = null;
        foreach (var candidate in instance.Type.AllInterfaces)
        {
            if (candidate.Name != contract || HostTypes.IsSource(candidate)) continue;
            if (candidate.IsGenericType ? !IsInstance(other, candidate.TypeArguments[0]) : found is not null) continue;
            found = candidate;
        }
        result = found is null ? null : CallContract(instance, found, member, arguments);
        return found is not null;
    }

    /// <summary>The methods of a record that the definition wrote where the compiler would have.</summary>
    public bool TryWritten(Instance instance, INamedTypeSymbol record, string name, object?[] arguments, out object? result)
    {
        result = null;
        foreach (var member in record.GetMembers(name))
        {
            if (member is not IMethodSymbol { IsImplicitlyDeclared: false, IsStatic: false } method || method.Parameters.Length != arguments.Length) continue;
            if (arguments.Length > 0 && !SymbolEqualityComparer.Default.Equals(method.Parameters[0].Type, record)) continue;
            result = CallUser(method, instance.Type.IsValueType ? new Cell(instance) : instance, arguments, Syntax(method));
            return true;
        }
        return false;
    }

    /// <summary>Prints a record by a PrintMembers that the definition itself wrote.</summary>
    public bool TryPrint(Instance instance, INamedTypeSymbol type, System.Text.StringBuilder text, out bool printed)
    {
        var method = type.GetMembers("PrintMembers").OfType<IMethodSymbol>().FirstOrDefault(m => !m.IsImplicitlyDeclared);
        printed = method is not null && CallUser(method, instance, [text], Syntax(method)) is true;
        return method is not null;
    }

    /// <summary>Calls a method of the library or the framework.</summary>
    object? CallHost(IMethodSymbol method, object? on, object?[] arguments, SyntaxNode at, object? site)
    {
        method = _frame.Types.Substitute(method);
        on = ValueOf(on);
        if (on is Instance own)
        {
            if (own.Base is null || method.ContainingType.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType)
                return Synthesized(method, own, arguments, at);
            return Named(own, CallHost(method, own.Base, arguments, at, site));
        }
        if (on is Closure function)
            return method.Name == nameof(Equals) ? function.Equals(ValueOf(arguments[0]))
                : throw Refuse(OutsideTheLanguage.Rule, at, $"'{method.Name}' of an own delegate type cannot be part of a definition; use Func or Action");
        if (on is EnumValue enumeration) return Enums.Call(enumeration, method, arguments) ?? throw Unknown(at, $"'{method.Name}' of an own enumeration is not known");
        if (TryCallSpan(method, on, arguments, at, out var spanned)) return spanned;
        if (method.ContainingType.SpecialType == SpecialType.System_Enum && TryCallEnum(method, arguments, at, out var named)) return named;
        var target = _members.Of(method) ?? throw Refuse(NotEvaluable.Rule, at,
            $"{method.ContainingType.Name}.{method.Name} is not known to the compiler's host and cannot be part of a definition");
        var values = Prepare(target, arguments, at);
        if (target.IsQuery && method is { Name: nameof(Enumerable.OfType) or nameof(Enumerable.Cast), Arity: 1 } && HostTypes.IsSource(method.TypeArguments[0]) && values[0] is IEnumerable all)
            values[0] = Typed(all, method.TypeArguments[0], method.Name == nameof(Enumerable.Cast), at);
        RefuseIfZoned(target, on, values, at);
        Sizes.Check(target, on, values, at, _budget);
        var turns = new Turns(at);
        if (values.Length > 0) Metered.Sources(target, values, _budget, turns);
        var result = target.IsLibrary
            ? CallLibrary(target.Target, on, values, at, site)
            : Invoke(target.Target, on, values, at);
        for (var i = 0; i < values.Length; i++)
            if (arguments[i] is Place written && method.Parameters[i].RefKind is RefKind.Ref or RefKind.Out)
                written.Value = Landed(values[i], method.Parameters[i].Type);
        if (result is string text) RefuseIfTraced(text, at);
        Sizes.CheckResult(target, on, result, at, _budget);
        _nesting.Check(result, at);
        _nesting.Check(target, result, values, at);
        return AsOwn(Metered.Of(result, target.Makes, _budget, turns, Toll.None)) ?? Landed(null, method.ReturnType);
    }

    /// <summary>The elements of an own type: to the framework all own types are one.</summary>
    IEnumerable<object?> Typed(IEnumerable all, ITypeSymbol type, bool casts, SyntaxNode at)
    {
        foreach (var item in all)
        {
            if (IsInstance(item, type) || casts && item is null) yield return item;
            else if (casts) throw Faulty(new InvalidCastException(CastMessage(item!, type)), at);
        }
    }

    /// <summary>An own object as the framework's code can use it.</summary>
    object AsHost(Instance own, Type type) =>
        own.Base is Exception && type.IsAssignableFrom(typeof(Exception)) ? Carrying(own)
        : Adapter.Of(own, type, this) ?? own;

    static object? AsOwn(object? value) => value switch
    {
        Adapter { Own: var own } => own,
        InterpretedException { Instance: var own } => own,
        _ => value,
    };

    bool TryCallEnum(IMethodSymbol method, object?[] arguments, SyntaxNode at, out object? result)
    {
        try
        {
            return Enums.TryCallStatic(method, arguments, ToEnum, out result);
        }
        catch (Exception exception) when (exception is ArgumentException or OverflowException)
        {
            throw Faulty(exception, at);
        }
    }

    object?[] Prepare(HostMethod target, object?[] arguments, SyntaxNode at)
    {
        if (arguments.Length == 0) return arguments;
        var values = new object?[arguments.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = ValueOf(arguments[i]);
            var type = target.Parameters[i].Type;
            if (values[i] is Instance own && !type.IsInstanceOfType(own)) values[i] = AsHost(own, type);
            if (values[i] is { } value && !type.IsInstanceOfType(value) && Nullable.GetUnderlyingType(type) is null)
                throw Refuse(OutsideTheLanguage.Rule, at, $"An own type or function as the '{target.Parameters[i].Name}' of {target.Target.Name} cannot be part of a definition");
        }
        return values;
    }

    object? CallLibrary(MethodBase target, object? on, object?[] arguments, SyntaxNode at, object? site)
    {
        var saved = CallSite.Current;
        CallSite.Current = SiteOf(at, site);
        try
        {
            return Invoke(target, on, arguments, at);
        }
        finally
        {
            CallSite.Current = saved;
        }
    }

    CallSite SiteOf(SyntaxNode at, object? site)
    {
        if (site is not ImmutableArray<IArgumentOperation> written) return Spans.CallSite(at, [], site as TextSpan?);
        if (!_sites.TryGetValue(at, out var known)) _sites.Add(at, known = Spans.CallSite(at, written));
        return known;
    }

    object? Invoke(MethodBase target, object? on, object?[] arguments, SyntaxNode at)
    {
        var frame = _frame;
        var depth = _depth;
        try
        {
            return target is ConstructorInfo constructor ? constructor.Invoke(arguments) : target.Invoke(on, arguments);
        }
        catch (TargetInvocationException wrapped)
        {
            _frame = frame;
            _depth = depth;
            var exception = wrapped.InnerException!;
            // List.Sort and its like wrap what a comparison throws, the interpreter's own signals too.
            while (exception is InvalidOperationException { InnerException: { } inner } && (inner is Signal || IsCancellation(inner))) exception = inner;
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(Faulty(exception, CallNode(at))).Throw();
            throw;
        }
    }

    // A chain is one expression; at fault is its last link.
    static SyntaxNode CallNode(SyntaxNode at) =>
        at is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax } } ? Spans.NameOf(at) : at;

    static object? AssignmentSpan(IOperation target) =>
        target.Syntax.Parent is AssignmentExpressionSyntax assignment ? assignment.Span : null;
}
