using Spectre.Console;

namespace ClusterDsl.Tool;

/// <summary>Says what takes long, to a person who watches; a file or a build log gets nothing of it.</summary>
static class Progress
{
    /// <summary>What is written before anybody has read a line about it needs none.</summary>
    const long ManyLinks = 100_000;

    public static T While<T>(TextWriter output, Plan plan, Func<T> work) =>
        plan.Links > ManyLinks && output == Console.Out && !Console.IsOutputRedirected
            ? AnsiConsole.Status().Start(Markup.Escape($"writing {plan.Name}"), _ => work())
            : work();
}
