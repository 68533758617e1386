using System.ComponentModel;

namespace ClusterDsl.Language;

/// <summary>
/// A thing under construction by a definition. When the compiler's host cannot evaluate an argument of a call on it,
/// the call is left out and the declaration is marked: its other findings would only be echoes of that one.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IDeclaration
{
    /// <summary>Says that something declared here could not be evaluated.</summary>
    void MarkIncomplete();
}
