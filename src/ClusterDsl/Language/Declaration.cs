using System.ComponentModel;

namespace ClusterDsl.Language;

/// <summary>
/// A thing under construction by a definition. Editors offer its calls alone, without what every object has.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class Declaration
{
    private protected Declaration() { }

    /// <summary>
    /// Says that something declared here could not be evaluated: the compiler's host left that call out, and further
    /// findings about this declaration would only be echoes of that one.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public abstract void MarkIncomplete();

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed override bool Equals(object? obj) => base.Equals(obj);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed override int GetHashCode() => base.GetHashCode();

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed override string ToString() => GetType().Name;
}
