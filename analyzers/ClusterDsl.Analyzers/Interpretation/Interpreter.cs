using System.Globalization;
using System.Runtime.CompilerServices;
using ClusterDsl.Analyzers.Hosting;
using ClusterDsl.Analyzers.Rules;
using ClusterDsl.Language;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ClusterDsl.Analyzers.Interpretation;

/// <summary>
/// Evaluates a definition: walks the bound tree of its code and calls the real library. It reads no clock, no file and no
/// culture, it cannot run away, and what it cannot evaluate it reports at the expression and evaluates around.
/// </summary>
internal sealed partial class Interpreter
{
    readonly Bodies _bodies;
    readonly Budget _budget;
    readonly HostMembers _members;
    readonly Nesting _nesting;
    readonly Problems _problems;
    readonly Dictionary<SyntaxNode, Language.CallSite> _sites = [];
    readonly Dictionary<ISymbol, Refusal?> _refusals = new(SymbolEqualityComparer.Default);
    readonly Dictionary<SyntaxNode, bool> _hasErrors = [];
    readonly Stack<object?> _receivers = new();
    Frame _frame;
    int _depth;
    (Exception Exception, SyntaxNode At)? _fault;

    public Interpreter(Bodies bodies, Budget budget, Problems problems)
    {
        _bodies = bodies;
        _budget = budget;
        _problems = problems;
        _members = new HostMembers(HostTypes.Of);
        _frame = new Frame(null, null, null, new TypeMap(bodies.Compilation));
        _nesting = new Nesting(budget);
    }

    // What a piece of the planner's work costs where the definition itself asks for a plan.
    const int PlanningStep = 100;

    /// <summary>Calls a method that takes nothing; false when its value cannot be known, which has been reported.</summary>
    public bool TryRun(IMethodSymbol method, SyntaxNode at, out object? result)
    {
#pragma warning disable RS1035 // set, not read: the definition must not see the culture of the machine that compiles it
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        // A plan that the definition itself asks for is paid for like everything else.
        Work.Step = () => _budget.Burn(PlanningStep);
        HostTypes.Home = _bodies.Compilation.Assembly;
        try
        {
            result = CallUser(method, null, [], at);
            return true;
        }
        catch (Unknowable)
        {
        }
        catch (Halt halt)
        {
            _problems.Add(halt.Rule, halt.At ?? at, halt.Message);
        }
        catch (InsufficientExecutionStackException)
        {
            _problems.Add(RecursesTooDeep.Rule, _budget.Called ?? at, "The definition nests deeper than the compiler's stack");
        }
        catch (Exception exception) when (!IsCancellation(exception))
        {
            ReportUncaught(exception, at);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
            Work.Step = null;
            HostTypes.Home = null;
        }
#pragma warning restore RS1035
        result = null;
        return false;
    }

    void ReportUncaught(Exception exception, SyntaxNode at)
    {
        var site = _fault is { } fault && ReferenceEquals(fault.Exception, exception) ? fault.At : at;
        // Half-typed code throws for reasons that the compiler has already underlined.
        if (HasErrors(site)) return;
        var cause = exception is TypeInitializationException { InnerException: { } inner } ? inner : exception;
        var name = cause is InterpretedException own ? own.Instance.Type.Name : cause.GetType().Name;
        _problems.Add(Throws.Rule, site, $"The definition throws {name}: {cause.Message}");
    }

    bool HasErrors(SyntaxNode site)
    {
        if (!_hasErrors.TryGetValue(site, out var errors))
            _hasErrors[site] = errors = _bodies.ModelOf(site.SyntaxTree).GetDiagnostics(site.Span, _budget.Cancellation).Any(d => d.DefaultSeverity == DiagnosticSeverity.Error);
        _hasMetErrors |= errors;
        return errors;
    }

    bool IsCancellation(Exception exception) =>
        exception is OperationCanceledException && _budget.Cancellation.IsCancellationRequested;

    /// <summary>Remembers where an exception began; it may travel through the framework before anything looks at it.</summary>
    T Faulty<T>(T exception, SyntaxNode at) where T : Exception
    {
        if (exception is Signal || _fault?.Exception == (Exception)exception) return exception;
        _fault = (exception, at);
        // Thrown, it passes every call on its way.
        _budget.Burn(200 + 32 * _depth);
        return exception;
    }

    /// <summary>Pays for what an object of the definition does on behalf of the framework.</summary>
    public void Spend(int steps) => _budget.Burn(steps);

    /// <summary>Reports what is outside the language, and gives up on the value.</summary>
    Unknowable Refuse(LanguageRule rule, SyntaxNode at, string message)
    {
        // What the compiler has underlined may mean anything, but for a call that it knows.
        if (rule == NotEvaluable.Rule || !HasErrors(at)) _problems.Add(rule, at, message);
        return Unknown();
    }

    /// <summary>A value that this interpreter should have found, and why it has not.</summary>
    Unknowable Unknown(SyntaxNode at, string why) =>
        HasMetErrors
            ? Unknown()
            : Refuse(OutsideTheLanguage.Rule, at, $"The compiler cannot evaluate this, because {why}; write it in another way");

    /// <summary>The same where no place in the code is known; whoever asked for the evaluation says so if nothing else does.</summary>
    Unknowable Unknown(string why)
    {
        Unexplained ??= why;
        return Unknown();
    }

    /// <summary>Why a value is unknown that nothing reported accounts for.</summary>
    public string? Unexplained { get; private set; }

    /// <summary>Whether the evaluation has met code that does not compile, which the compiler has underlined.</summary>
    public bool HasMetErrors => _hasMetErrors || _bodies.Read.ToList().Any(tree => HasErrors(tree.GetRoot(_budget.Cancellation)));

    bool _hasMetErrors;

    Unknowable Unsupported(IOperation operation, string what) =>
        Refuse(OutsideTheLanguage.Rule, operation.Syntax, $"{what} cannot be part of a definition{Instead(operation)}");

    Unknowable Unknown()
    {
        // Exceptions are dear; a loop over unknown values must not be.
        _budget.Burn(500);
        return new Unknowable();
    }

    /// <summary>Code that does not compile.</summary>
    Unknowable Invalid()
    {
        _hasMetErrors = true;
        return Unknown();
    }

    object? Eval(IOperation operation)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        _budget.Burn();
        var constant = operation.ConstantValue;
        if (constant.HasValue) return Constant(constant.Value, operation.Type);
        switch (operation.Kind)
        {
            case OperationKind.LocalReference: return Read(LocalPlace((ILocalReferenceOperation)operation));
            case OperationKind.ParameterReference: return ReadParameter((IParameterReferenceOperation)operation);
            case OperationKind.Invocation: return EvalInvocation((IInvocationOperation)operation);
            case OperationKind.PropertyReference: return EvalProperty((IPropertyReferenceOperation)operation);
            case OperationKind.FieldReference: return EvalField((IFieldReferenceOperation)operation);
            case OperationKind.Conversion: return EvalConversion((IConversionOperation)operation);
            case OperationKind.Binary: return EvalBinary((IBinaryOperation)operation);
            case OperationKind.Unary: return EvalUnary((IUnaryOperation)operation);
            case OperationKind.ObjectCreation: return EvalObjectCreation((IObjectCreationOperation)operation);
            case OperationKind.DelegateCreation: return EvalDelegate((IDelegateCreationOperation)operation);
            case OperationKind.InstanceReference: return EvalInstance((IInstanceReferenceOperation)operation);
            case OperationKind.SimpleAssignment: return EvalAssignment((ISimpleAssignmentOperation)operation);
            case OperationKind.CompoundAssignment: return EvalCompound((ICompoundAssignmentOperation)operation);
            case OperationKind.CoalesceAssignment: return EvalCoalesceAssignment((ICoalesceAssignmentOperation)operation);
            case OperationKind.Increment or OperationKind.Decrement: return EvalStep((IIncrementOrDecrementOperation)operation);
            case OperationKind.DeconstructionAssignment: return EvalDeconstruction((IDeconstructionAssignmentOperation)operation);
            case OperationKind.InterpolatedString: return EvalInterpolated((IInterpolatedStringOperation)operation);
            case OperationKind.InterpolatedStringHandlerCreation: return EvalHandler((IInterpolatedStringHandlerCreationOperation)operation);
            case OperationKind.InterpolatedStringAddition: return EvalHandlerSum((IInterpolatedStringAdditionOperation)operation);
            case OperationKind.Conditional: return EvalConditional((IConditionalOperation)operation);
            case OperationKind.Coalesce: return EvalCoalesce((ICoalesceOperation)operation);
            case OperationKind.ConditionalAccess: return EvalConditionalAccess((IConditionalAccessOperation)operation);
            case OperationKind.ConditionalAccessInstance: return ValueOf(_receivers.Peek());
            case OperationKind.ArrayCreation: return EvalArray((IArrayCreationOperation)operation);
            case OperationKind.ArrayElementReference: return EvalElement((IArrayElementReferenceOperation)operation);
            case OperationKind.ImplicitIndexerReference: return Locate(operation).Value;
            case OperationKind.CollectionExpression: return EvalCollection((ICollectionExpressionOperation)operation);
            case OperationKind.Tuple: return EvalTuple((ITupleOperation)operation);
            case OperationKind.TupleBinary: return EvalTupleBinary((ITupleBinaryOperation)operation);
            case OperationKind.AnonymousObjectCreation: return EvalAnonymous((IAnonymousObjectCreationOperation)operation);
            case OperationKind.With: return EvalWith((IWithOperation)operation);
            case OperationKind.TypeParameterObjectCreation: return EvalNewT((ITypeParameterObjectCreationOperation)operation);
            case OperationKind.IsPattern: return EvalIsPattern((IIsPatternOperation)operation);
            case OperationKind.IsType: return EvalIsType((IIsTypeOperation)operation);
            case OperationKind.SwitchExpression: return EvalSwitch((ISwitchExpressionOperation)operation);
            case OperationKind.DefaultValue: return Default(Type(operation));
            case OperationKind.Range: return EvalRange((IRangeOperation)operation);
            case OperationKind.TranslatedQuery: return Eval(((ITranslatedQueryOperation)operation).Operation);
            case OperationKind.Parenthesized: return Eval(((IParenthesizedOperation)operation).Operand);
            case OperationKind.Throw: throw Thrown((IThrowOperation)operation);
            case OperationKind.Discard: return null;
            case OperationKind.DeclarationExpression: return Locate(operation).Value;
            case OperationKind.Invalid: throw Invalid();
            default: throw Unsupported(operation, Describe(operation));
        }
    }

    static string Describe(IOperation operation) => operation.Kind switch
    {
        OperationKind.Await => "'await'",
        OperationKind.TypeOf => "'typeof' uses reflection and",
        _ when operation.Syntax is StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax => "'stackalloc'",
        _ when operation.Syntax is FixedStatementSyntax or UnsafeStatementSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PointerIndirectionExpression } => "Unsafe code",
        OperationKind.AddressOf or OperationKind.SizeOf => "Unsafe code",
        OperationKind.DynamicInvocation or OperationKind.DynamicMemberReference or OperationKind.DynamicIndexerAccess
            or OperationKind.DynamicObjectCreation => "'dynamic'",
        OperationKind.Utf8String => "A UTF-8 literal",
        OperationKind.Lock => "'lock'",
        OperationKind.Branch => "'goto' to a label",
        OperationKind.EventAssignment or OperationKind.EventReference or OperationKind.RaiseEvent => "An event",
        _ => $"'{Excerpt(operation.Syntax)}'",
    };

    /// <summary>The beginning of some code, as its author wrote it.</summary>
    static string Excerpt(SyntaxNode syntax)
    {
        const int most = 40;
        var line = syntax.ToString().Split('\r', '\n')[0].TrimEnd();
        return line.Length > most ? line.Substring(0, most) + "…" : line;
    }

    static string Instead(IOperation operation) => operation.Kind switch
    {
        OperationKind.Await => "; compute the value where it is needed",
        OperationKind.TypeOf => "; use 'nameof' or the type itself",
        OperationKind.DynamicInvocation or OperationKind.DynamicMemberReference or OperationKind.DynamicIndexerAccess
            or OperationKind.DynamicObjectCreation => "; use a type, an interface or a generic method",
        _ when operation.Syntax is StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax => "; use an array",
        OperationKind.Lock => "; leave it out, a definition has no threads",
        OperationKind.Branch => "; use a loop, 'break' or 'return'",
        OperationKind.EventAssignment or OperationKind.EventReference or OperationKind.RaiseEvent => "; use a list of functions",
        _ => "",
    };

    object? Constant(object? value, ITypeSymbol? type)
    {
        if (value is null || type is not INamedTypeSymbol { TypeKind: TypeKind.Enum } named) return value;
        return ToEnum(named, value);
    }

    ITypeSymbol Type(IOperation operation) => _frame.Types.Substitute(operation.Type ?? throw Unknown(operation.Syntax, "it has no type"));

    object? EvalInstance(IInstanceReferenceOperation operation) => operation.ReferenceKind switch
    {
        InstanceReferenceKind.ContainingTypeInstance => _frame.Self,
        _ => ValueOf(_receivers.Peek()),
    };

    static object? ValueOf(object? receiver) => receiver is Place place ? place.Value : receiver;

    /// <summary>The text of a value, in no culture.</summary>
    public string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
