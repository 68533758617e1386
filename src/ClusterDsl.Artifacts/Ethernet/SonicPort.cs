using ClusterDsl.Artifacts.Wiring;

namespace ClusterDsl.Artifacts;

/// <summary>What SONiC calls the ports of a switch: Ethernet and the number of the first lane, counted over the banks as they follow each other on the panel.</summary>
static class SonicPort
{
    /// <summary>"Ethernet8" for the second port of eight lanes. The management port is eth0, whatever is printed beside it.</summary>
    public static string Of(Plan plan, BundleEnd end, int port, string name) =>
        Lanes(plan.Bank(end)) is > 0 and var lanes ? Called(First(plan, end) + plan.Bank(end).Position(port, end.Split) * lanes / end.Split)
        : end.Bank == "mgmt" ? "eth0" : name;

    /// <summary>The port that a cage is before it is split; null where it has no lanes.</summary>
    public static string? Parent(Plan plan, BundleEnd end, int port) =>
        Lanes(plan.Bank(end)) is > 0 and var lanes ? Called(First(plan, end) + plan.Bank(end).CageOf(port, end.Split) * lanes) : null;

    static string Called(int lane) => FormattableString.Invariant($"Ethernet{lane}");

    static int First(Plan plan, BundleEnd end) =>
        plan.Model(plan.Group(end.Group)).Banks.Where(b => Lanes(b) > 0).TakeWhile(b => b.Name != end.Bank).Sum(b => b.Cages * Lanes(b));

    /// <summary>The electrical lanes of a cage: SFF-8024 and the MSAs of each form factor; none of the management port.</summary>
    static int Lanes(PortBank bank) => bank.Name == "mgmt" ? 0
        : bank.Cage.StartsWith("OSFP", StringComparison.Ordinal) || bank.Cage.StartsWith("QSFP-DD", StringComparison.Ordinal) ? 8
        : bank.Cage.StartsWith("QSFP", StringComparison.Ordinal) ? 4
        : 1;
}
