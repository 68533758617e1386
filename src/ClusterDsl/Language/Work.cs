using System.ComponentModel;

namespace ClusterDsl.Language;

/// <summary>
/// What planning tells the compiler's host, so that the host can stop it when nobody waits for the answer any more: planning
/// ends with whatever <see cref="Step"/> throws. In a running program it stays null, and a plan is always finished.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Work
{
    /// <summary>Called for each piece of work on this thread; a piece takes microseconds.</summary>
    [field: ThreadStatic]
    public static Action? Step { get; set; }

    internal static void Done() => Step?.Invoke();
}
