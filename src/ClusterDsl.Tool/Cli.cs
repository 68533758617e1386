using System.CommandLine;

namespace ClusterDsl.Tool;

/// <summary>The command line. Exit codes: 0 done, 1 the clusters have errors, 2 the command could not do its work.</summary>
static class Cli
{
    public const int Done = 0, HasErrors = 1, Failed = 2;

    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        var root = new RootCommand("Writes, checks and shows the clusters that an assembly defines with ClusterDsl.\nExit codes: 0 done, 1 the clusters have errors, 2 the command could not do its work.")
        {
            EmitCommand.Create(output),
            CheckCommand.Create(output),
            ShowCommand.Create(output),
            CompareCommand.Create(output),
            VerifyCommand.Create(output),
        };
        var parsed = root.Parse(args);
        try
        {
            var code = parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
            return parsed.Errors.Count > 0 ? Failed : code;
        }
        catch (Exception e) when (e is CommandException or ArgumentException)
        {
            // In MSBuild's own form, so that a build shows it as its error.
            error.WriteLine($"clusterdsl : error: {e.Message.ReplaceLineEndings(" ")}");
            return Failed;
        }
    }

    /// <summary>The assembly to read, the first argument of every command.</summary>
    public static Argument<string> AssemblyArgument() => new("assembly") { Description = "The compiled assembly (.dll) that defines the clusters." };
}

/// <summary>The command cannot do its work; the message is all that a user needs.</summary>
sealed class CommandException(string message) : Exception(message);
