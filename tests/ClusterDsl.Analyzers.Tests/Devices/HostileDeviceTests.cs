using System.Diagnostics;

namespace ClusterDsl.Analyzers.Tests.Devices;

/// <summary>No file, whoever wrote it, takes the compiler down or keeps it busy.</summary>
public class HostileDeviceTests
{
    const string Head = "manufacturer: Acme\nmodel: SW-1\nu_height: 1\n";

    static readonly Dictionary<string, (string Text, string Expected)> Files = new()
    {
        ["ten megabytes"] = (Head + new string('x', 10_000_000), "CDL0010"),
        ["a megabyte on one line"] = (Head + "comments: " + new string('x', 900_000) + "\ninterfaces:\n  - { name: e1, type: 400gbase-x-osfp }", "CDL0015"),
        ["a billion laughs"] = (Head + "a: &a [x,x,x,x,x,x,x,x]\n" + string.Concat(Enumerable.Range('b', 20).Select(c => $"{(char)c}: &{(char)c} [{string.Join(",", Enumerable.Repeat("*" + (char)(c - 1), 8))}]\n")), "CDL0010"),
        ["a value that holds itself"] = (Head + "a: &a\n  b: *a\n", "CDL0010"),
        ["brackets without end"] = (Head + "a: " + new string('[', 100_000), "CDL0010"),
        ["braces without end"] = (Head + "a: " + string.Concat(Enumerable.Repeat("{a: ", 100_000)), "CDL0010"),
        ["lists in lists by indent"] = (Head + "a:\n" + string.Concat(Enumerable.Range(1, 900).Select(i => new string(' ', i) + "-\n")), "CDL0010"),
        ["questions without end"] = (Head + string.Concat(Enumerable.Repeat("? ", 100_000)), "CDL0010"),
        ["more values than any device has"] = (Head + "a: [" + string.Concat(Enumerable.Repeat("x,", 200_000)) + "]", "CDL0010"),
        ["an executable"] = ("\u007fELF\u0002\u0001\0\0" + string.Concat(Enumerable.Range(0, 4_000).Select(i => (char)(i * 7919 % 65_536))), "CDL0010"),
        ["control characters"] = (Head + string.Concat(Enumerable.Range(1, 31).Select(i => (char)i)), "CDL0010"),
        ["half of a surrogate pair"] = (Head + "comments: \ud800\ninterfaces:\n  - { name: \ud800e1, type: 400gbase-x-osfp }", "CDL0015"),
        ["a name that is code"] = ("model: '\"); System.Environment.Exit(1); //'\nu_height: 1\ninterfaces:\n  - { name: '\"\\{', type: 400gbase-x-osfp }", "CDL0011"),
        ["every key twice"] = (Head + Head + Head, "CDL0010"),
        ["keys that are no names"] = (Head + "[a, b]: c\n{a: b}: c\n? - a\n: b\n", "CDL0010"),
        ["tags of another language"] = (Head + "a: !!python/object/apply:os.system ['true']\ninterfaces:\n  - { name: e1, type: 400gbase-x-osfp }", "CDL0015"),
        ["a directive"] = ("%YAML 9.9\n%TAG ! tag:evil,2000:\n---\n" + Head, "CDL0010"),
        ["numbers beyond every number"] = (Head.Replace("1", new string('9', 400)) + "weight: 1e999\nweight_unit: kg\ninterfaces:\n  - { name: e" + new string('9', 90) + ", type: 999999999999999999gbase-x-osfp }", "CDL0011"),
        ["a hundred thousand interfaces"] = (Head + "interfaces:\n" + string.Concat(Enumerable.Range(0, 40_000).Select(i => $"- name: e{i}\n")), "CDL0010"),
        ["interfaces of all shapes"] = (Head + "interfaces:\n" + string.Concat(Enumerable.Range(0, 5_000).Select(i => $"- {{name: {new string((char)('a' + i % 26), 1 + i / 26 % 60)}{i}, type: 400gbase-x-osfp}}\n")), "CDL0011"),
        ["names that look like others"] = (Head + "interfaces:\n  - { name: 'e#', type: 400gbase-x-osfp }\n  - { name: e1, type: 400gbase-x-osfp }\n  - { name: 'e#2', type: 400gbase-x-osfp }", "CDL0015"),
        ["names of braces"] = (Head + "interfaces:\n  - { name: '{c}{c}{s}', type: 400gbase-x-osfp }", "CDL0011"),
        ["a mapping where a text is"] = ("manufacturer: [a]\nmodel: {a: b}\nu_height: []\ninterfaces: 5\npower-ports: x\n", "CDL0011"),
        ["nothing"] = ("", "CDL0010"),
        ["an end without a beginning"] = ("...\n---\n...\n", "CDL0010"),
    };

    static readonly Dictionary<string, string> Overlays = new()
    {
        ["a bank without end"] = "ports:\n  - { interfaces: 'x{c}', cage: OSFP, cages: 999999999, speed: 400 }",
        ["ten thousand large banks"] = "ports:\n" + string.Concat(Enumerable.Range(0, 5_000).Select(i => $"- {{interfaces: 'x{i}-{{c}}-{{s}}', cage: OSFP, cages: 1024, split: 8, speed: 100}}\n")),
        ["patterns that look back"] = "ports:\n" + string.Concat(Enumerable.Repeat("- interfaces: '" + string.Concat(Enumerable.Repeat("(a+)+", 19)) + "{c}'\n", 100)),
        ["numbers that do not fit"] = "ports:\n  - { interfaces: 'eth{c}', step: 99999999999999999999, first: -5, split: 1e9, module_power: .nan }",
        ["modes of modes"] = "ports:\n  - { interfaces: 'eth{c}', modes: [[[[1x400]]], {}, 0x0, 99999999999x1, x, 1x] }",
        ["roles of roles"] = "kind: node\nroles: { compute: { a: b }, storage: [[eth1]], in-band: [], out-of-band: ~ }",
    };

    public static TheoryData<string> FileNames => [.. Files.Keys];

    public static TheoryData<string> OverlayNames => [.. Overlays.Keys];

    [Theory]
    [MemberData(nameof(FileNames))]
    public async Task A_hostile_file_is_told_so(string name) =>
        Assert.Contains(Files[name].Expected, await Survived(("x.yaml", Files[name].Text)));

    [Theory]
    [MemberData(nameof(OverlayNames))]
    public async Task A_hostile_overlay_is_told_so(string name) =>
        Assert.Contains("CDL0013", await Survived(("x.yaml", Described.Switch(4)), ("x.overlay.yaml", Overlays[name])));

    [Fact]
    public async Task A_file_cut_off_anywhere_is_only_unfinished()
    {
        var text = LibraryDevice.As9817.Text[..900];
        for (var length = 0; length < text.Length; length += 7) await Survived(("x.yaml", text[..length]));
    }

    [Fact]
    public async Task A_file_changed_at_random_is_only_wrong()
    {
        var text = Described.Switch(6);
        const string odd = "{}[]:-&*!|>'\"%@`#,?\n\t 0~\0é";
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var mutant = text;
            for (var edits = random.Next(1, 6); edits > 0; edits--)
            {
                var at = random.Next(mutant.Length);
                mutant = mutant.Remove(at, Math.Min(random.Next(3), mutant.Length - at)).Insert(at, odd[random.Next(odd.Length)].ToString());
            }
            await Survived(("x.yaml", mutant), ("x.overlay.yaml", random.Next(2) == 0 ? mutant : "power: 4"));
        }
    }

    /// <summary>What is generated from it compiles, and what is underlined lies in the file.</summary>
    /// <returns>The rules that it breaks.</returns>
    static async Task<IReadOnlyList<string>> Survived(params (string, string)[] files)
    {
        var watch = Stopwatch.StartNew();
        var project = new Described(Source.Compile(), files);
        Assert.Empty(Generating.Errors(project.Output()));
        var found = await project.Found();
        // Not a measurement: a bound that only a runaway reader exceeds.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"took {watch.Elapsed}");
        return [.. found.Select(f => f.Id)];
    }
}
