namespace ClusterDsl.Tool;

/// <summary>Work that may fail for what the disk is like: it says then where, why and what helps, in a line.</summary>
static class Disk
{
    public static T At<T>(string path, string remedy, Func<T> work)
    {
        if (path.Length == 0) throw new CommandException($"the path is empty; {remedy}");
        try
        {
            return work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{path}: {Why(e, path)}; {remedy}");
        }
    }

    static string Why(Exception e, string path) => e switch
    {
        // A system says of these that access is denied, or that nothing is there.
        UnauthorizedAccessException when Directory.Exists(path) => "it is a folder",
        DirectoryNotFoundException when File.Exists(path) => "it is a file",
        UnauthorizedAccessException => "access is denied",
        PathTooLongException => "the path is too long",
        FileNotFoundException or DirectoryNotFoundException => "there is no such file or folder",
        // What the system says, of a full disk for example.
        _ => e.Message.TrimEnd('.'),
    };
}
