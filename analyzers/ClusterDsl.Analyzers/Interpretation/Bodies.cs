using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ClusterDsl.Analyzers.Interpretation;

/// <summary>
/// The bound bodies of the project's own members, each bound once per evaluation. Whatever an evaluation knows of a file beyond
/// its <see cref="Hosting.Declarations"/> it asks here: so it is known which files it has read.
/// </summary>
internal sealed class Bodies(Compilation compilation, SemanticModel? bound, CancellationToken cancellation = default)
{
    readonly Dictionary<SyntaxNode, IOperation?> _operations = [];
    readonly Dictionary<IOperation, HashSet<IOperation>?> _yielding = [];
    readonly Dictionary<SyntaxTree, SemanticModel> _models = [];

    public Compilation Compilation { get; } = compilation;

    /// <summary>The files that were read since this was last set.</summary>
    public HashSet<SyntaxTree> Read { get; set; } = [];

    /// <summary>The body of a method, accessor or constructor; null where there is none.</summary>
    public IOperation? Of(IMethodSymbol method)
    {
        method = method.OriginalDefinition;
        method = method.PartialImplementationPart ?? method;
        // What the compiler adds to a record points to the record, whose body is another's.
        if (method.IsImplicitlyDeclared || method.DeclaringSyntaxReferences.IsEmpty) return null;
        var syntax = SyntaxOf(method.DeclaringSyntaxReferences[0]);
        return syntax switch
        {
            // `int X => 1;` and `int X { get; }` have the arrow or nothing for a body.
            ArrowExpressionClauseSyntax or BaseMethodDeclarationSyntax => Of(syntax),
            LocalFunctionStatementSyntax => (Of(syntax) as ILocalFunctionOperation)?.Body,
            AccessorDeclarationSyntax accessor => accessor.Body is null && accessor.ExpressionBody is null ? null : Of(accessor),
            PropertyDeclarationSyntax { ExpressionBody: { } arrow } => Of(arrow),
            IndexerDeclarationSyntax { ExpressionBody: { } arrow } => Of(arrow),
            TypeDeclarationSyntax { ParameterList: not null } type => Of(type),
            _ => null,
        };
    }

    /// <summary>The parameter of the extension block that holds a member: what the member is called on.</summary>
    public IParameterSymbol? ReceiverOf(IMethodSymbol method)
    {
        if (method.ContainingType is not { CanBeReferencedByName: false, DeclaringSyntaxReferences.Length: 1 } extension) return null;
        var block = extension.DeclaringSyntaxReferences[0].GetSyntax() as TypeDeclarationSyntax;
        return block?.ParameterList is { } list ? ModelOf(block.SyntaxTree).GetDeclaredSymbol(list.Parameters[0], cancellation) as IParameterSymbol : null;
    }

    /// <summary>The initialiser of a field or automatic property.</summary>
    public IOperation? InitializerOf(ISymbol member)
    {
        foreach (var reference in member.OriginalDefinition.DeclaringSyntaxReferences)
        {
            var clause = SyntaxOf(reference) switch
            {
                VariableDeclaratorSyntax variable => variable.Initializer,
                PropertyDeclarationSyntax property => property.Initializer,
                _ => null,
            };
            if (clause is not null) return Of(clause);
        }
        return null;
    }

    /// <summary>The statements of a body that hold a 'yield', at any depth; null where there is none.</summary>
    public HashSet<IOperation>? YieldingIn(IOperation body)
    {
        if (_yielding.TryGetValue(body, out var found)) return found;
        foreach (var yield in body.Syntax.DescendantNodes(n => n is not (ExpressionSyntax or LocalFunctionStatementSyntax)))
        {
            if (yield is not YieldStatementSyntax) continue;
            found ??= [];
            if (ModelOf(yield.SyntaxTree).GetOperation(yield, cancellation) is { Kind: OperationKind.YieldReturn } operation)
                for (IOperation? o = operation; o is not null; o = o == body ? null : o.Parent) found.Add(o);
        }
        return _yielding[body] = found;
    }

    // That a member has no body, or no initialiser, is read in its file too.
    SyntaxNode SyntaxOf(SyntaxReference reference)
    {
        Read.Add(reference.SyntaxTree);
        return reference.GetSyntax();
    }

    public IOperation? Of(SyntaxNode node)
    {
        // A definition that finds it bound by another has read it all the same.
        Read.Add(node.SyntaxTree);
        if (_operations.TryGetValue(node, out var operation)) return operation;
        return _operations[node] = ModelOf(node.SyntaxTree).GetOperation(node, cancellation);
    }

    public SemanticModel ModelOf(SyntaxTree tree)
    {
        Read.Add(tree);
        if (tree == bound?.SyntaxTree) return bound;
        if (_models.TryGetValue(tree, out var model)) return model;
        // A helper may live in any file; each model is made once per evaluation. Whether a reference may be null is no matter here,
        // and finding out takes a third of the binding.
#pragma warning disable RS1030, RSEXPERIMENTAL001
        return _models[tree] = Compilation.GetSemanticModel(tree, SemanticModelOptions.DisableNullableAnalysis);
#pragma warning restore RS1030, RSEXPERIMENTAL001
    }
}
