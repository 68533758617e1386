using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClusterDsl.Analyzers.Interpretation;

// 'using': what is acquired is released in the opposite order, however the statements end.
internal sealed partial class Interpreter
{
    Completion ExecUsing(IUsingOperation operation) =>
        Releasing(Acquire(operation.Resources, operation.IsAsynchronous), operation.Resources, () => Exec(operation.Body));

    Completion ExecUsing(IUsingDeclarationOperation operation, ImmutableArray<IOperation> statements, int rest) =>
        Releasing(Acquire(operation.DeclarationGroup, operation.IsAsynchronous), operation, () => ExecAll(statements, rest));

    Completion Releasing(Stack<object?> resources, IOperation at, Func<Completion> body)
    {
        var ended = new Ending(this);
        try
        {
            return body();
        }
        catch (Exception exception) when (ended.By(exception))
        {
            throw;
        }
        finally
        {
            if (!ended.IsAbandoned) Release(resources, at.Syntax);
        }
    }

    Stack<object?> Acquire(IOperation resources, bool isAsynchronous)
    {
        if (isAsynchronous) throw Unsupported(resources, "'await'");
        var acquired = new Stack<object?>();
        if (resources is not IVariableDeclarationGroupOperation group)
        {
            acquired.Push(Eval(resources));
            return acquired;
        }
        try
        {
            foreach (var declarator in group.Declarations.SelectMany(d => d.Declarators))
                acquired.Push(_frame.Declare(declarator.Symbol, Eval(declarator.Initializer!.Value)).Value);
        }
        catch (Exception exception) when (!IsAbandoning(exception))
        {
            Release(acquired, resources.Syntax);
            throw;
        }
        return acquired;
    }

    void Release(Stack<object?> resources, SyntaxNode at)
    {
        if (resources.Count == 0) return;
        try
        {
            Dispose(resources.Pop(), at);
        }
        finally
        {
            Release(resources, at);
        }
    }

    void Dispose(object? resource, SyntaxNode at)
    {
        if (resource is Instance own)
        {
            if (DisposeOf(own.Type) is { } method) CallUser(Override(method, own), own, [], at);
        }
        else
            (resource as IDisposable)?.Dispose();
    }

    static IMethodSymbol? DisposeOf(INamedTypeSymbol type) =>
        type.AllInterfaces.FirstOrDefault(i => i.SpecialType == SpecialType.System_IDisposable) is { } disposable
            ? type.FindImplementationForInterfaceMember(disposable.GetMembers(nameof(IDisposable.Dispose))[0]) as IMethodSymbol
            : type.GetMembers(nameof(IDisposable.Dispose)).OfType<IMethodSymbol>().FirstOrDefault(m => m.Parameters.IsEmpty && type.IsRefLikeType);
}
