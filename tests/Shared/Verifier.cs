using System.Runtime.CompilerServices;
using Xunit;

namespace VerifyXunit;

/// <summary>
/// Snapshots by the conventions of Verify.Xunit, which cannot be restored everywhere: <c>Type.Method.verified.txt</c> lies
/// beside the test; on a mismatch <c>Type.Method.received.txt</c> is written next to it and the test fails. To accept a
/// change, rename the received file. A reference to the package replaces this file and touches no test.
/// </summary>
static class Verifier
{
    public static async Task Verify(string target, [CallerFilePath] string sourceFile = "", [CallerMemberName] string method = "")
    {
        var stem = Path.ChangeExtension(sourceFile, null) + "." + method;
        var (verified, received) = (stem + ".verified.txt", stem + ".received.txt");
        var text = target.Replace("\r\n", "\n").TrimEnd('\n');
        var expected = File.Exists(verified) ? (await File.ReadAllTextAsync(verified)).Replace("\r\n", "\n").TrimEnd('\n') : null;
        File.Delete(received);
        if (text == expected) return;

        await File.WriteAllTextAsync(received, text);
        Assert.True(expected is not null, $"There is no {Path.GetFileName(verified)} yet; see {Path.GetFileName(received)}:\n{text}");
        Assert.Equal(expected, text);
    }
}
