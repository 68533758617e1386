using Spectre.Console;

namespace ClusterDsl.Tool;

/// <summary>Says what takes long, to a person who watches; a file or a build log gets nothing of it.</summary>
static class Progress
{
    /// <summary>What is done before anybody wonders needs no telling.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    public static T While<T>(string what, Func<T> work)
    {
        if (Console.IsErrorRedirected) return work();
        var running = Task.Run(work);
        if (Task.WaitAny([running], Patience) < 0)
            AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) })
                .Status().Start(Markup.Escape(what), _ => Task.WaitAny(running));
        return running.GetAwaiter().GetResult();
    }
}
