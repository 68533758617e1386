namespace ClusterDsl.Artifacts.Wiring;

/// <summary>How Linux may call an interface: up to 15 characters, no slash, no colon, no space (dev_valid_name in net/core/dev.c).</summary>
static class LinuxName
{
    const int Most = 15;

    public static bool IsOne(string name) =>
        name.Length is > 0 and <= Most && name is not ("." or "..") && !name.Any(c => c is '/' or ':' || char.IsWhiteSpace(c) || char.IsControl(c));

    /// <summary>A name of that kind for a port with another: "Ethernet1/1" is "Ethernet1-1".</summary>
    public static string For(string port) => string.Concat(port.Select(c => c is '/' or ':' || char.IsWhiteSpace(c) || char.IsControl(c) ? '-' : c));
}
