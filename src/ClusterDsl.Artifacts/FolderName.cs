using System.Buffers;

namespace ClusterDsl.Artifacts;

/// <summary>
/// Which names can be a folder's on every system. The rules refuse the others already; this is the last gate before the disk.
/// </summary>
public static class FolderName
{
    const int MaxLength = 100;

    static readonly SearchValues<char> Forbidden = SearchValues.Create("/\\:*?\"<>|");

    static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
        "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "COM¹", "COM²", "COM³",
        "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9", "LPT¹", "LPT²", "LPT³",
    };

    /// <summary>What is wrong with a name; null when nothing is.</summary>
    public static string? Fault(string name)
    {
        if (name.Length == 0) return "it is empty";
        if (name.Length > MaxLength) return $"it is longer than {MaxLength} characters";
        if (name.AsSpan().ContainsAny(Forbidden) || name.Any(char.IsControl)) return "it holds a character that file systems do not take";
        if (name[^1] is '.' or ' ' || name[0] == ' ') return "it begins or ends with a character that file systems drop";
        if (Devices.Contains(name.Split('.')[0].TrimEnd())) return "Windows reserves it for a device";
        return null;
    }
}
