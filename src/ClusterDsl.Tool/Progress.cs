using Spectre.Console;

namespace ClusterDsl.Tool;

/// <summary>Says what takes long, to a person who watches; a file or a build log gets nothing of it.</summary>
static class Progress
{
    public static T While<T>(TextWriter output, string what, Func<T> work) =>
        output == Console.Out && !Console.IsOutputRedirected
            ? AnsiConsole.Status().Start(Markup.Escape(what), _ => work())
            : work();
}
