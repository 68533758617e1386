namespace ClusterDsl;

/// <summary>The grade of a fibre: how far light of one kind stays readable in it.</summary>
public enum FibreGrade
{
    /// <summary>Multimode of the third grade.</summary>
    Om3,

    /// <summary>Multimode of the fourth grade, what new halls are cabled with.</summary>
    Om4,

    /// <summary>Wideband multimode, for two wavelengths in one fibre.</summary>
    Om5,

    /// <summary>Single-mode inside buildings: up to 1.0 dB a kilometre.</summary>
    Os1a,

    /// <summary>Single-mode: up to 0.4 dB a kilometre.</summary>
    Os2,
}

/// <summary>How far a transceiver reaches on one grade of fibre, and what the way may cost.</summary>
/// <param name="Grade">The grade.</param>
/// <param name="Longest">The longest fibre. CDL3007 compares it with the routed length.</param>
/// <param name="LossDb">Decibels that fibre and connectors together may take; 0 where no source says.</param>
public sealed record FibreReach(FibreGrade Grade, Length Longest, double LossDb = 0);

/// <summary>Which fibre of one end is which of the other (TIA-568: types A, B and C, and the cords of two fibres).</summary>
public enum Polarity
{
    /// <summary>Straight: fibre 1 to 1. Alone it leads a transmitter to a transmitter.</summary>
    A,

    /// <summary>Reversed: fibre 1 to 12. One of it, or any odd number, leads transmitters to receivers.</summary>
    B,

    /// <summary>Pairs flipped: for duplex links in an MPO trunk, not for parallel optics.</summary>
    C,
}

/// <summary>How the adapter of a panel holds two MPO connectors.</summary>
public enum AdapterKey
{
    /// <summary>Key up to key down (TIA type A): fibre 1 stays fibre 1. The only way to mate angled ferrules.</summary>
    Opposed,

    /// <summary>Key up to key up (TIA type B): fibre 1 meets fibre 12. For flat ferrules.</summary>
    Aligned,
}

/// <summary>The code that corrects the errors of a link: both ends need the same.</summary>
public enum Fec
{
    /// <summary>None: two-level signalling over short or well-budgeted links.</summary>
    None,

    /// <summary>RS(528,514), of 25 Gb/s lanes.</summary>
    Rs528,

    /// <summary>RS(544,514), of lanes with four levels.</summary>
    Rs544,

    /// <summary>The codes of 200 Gb/s lanes: IEEE 802.3dj, InfiniBand XDR.</summary>
    Dj,

    /// <summary>Concatenated code of 400ZR.</summary>
    CFec,

    /// <summary>The open code of OpenZR+ and 800ZR.</summary>
    OFec,
}

/// <content>What follows from the kind of a lane, a fibre or a connector.</content>
static partial class Fibre
{
    /// <summary>Fibres of a link on a connector: eight of the twelve of an MPO-12 carry one of four lanes.</summary>
    internal static int Used(string connector) =>
        connector.StartsWith("MPO-16", StringComparison.Ordinal) ? 16 : connector.StartsWith("MPO", StringComparison.Ordinal) ? 8 : 2;

    internal static Medium MediumOf(FibreGrade grade) => grade is FibreGrade.Os1a or FibreGrade.Os2 ? Medium.Smf : Medium.Mmf;

    /// <summary>Four levels cannot do without a code; two levels of 25 Gb/s use one over all but the shortest ways.</summary>
    internal static Fec FecOf(Lane lane) => lane switch
    {
        Lane.BaseT => Fec.None,
        Lane.Nrz25 => Fec.Rs528,
        Lane.Pam4x200 => Fec.Dj,
        Lane.Coherent => Fec.CFec,
        _ => Fec.Rs544,
    };

    internal static int Gbps(Lane lane) => lane switch { Lane.Nrz25 => 25, Lane.Pam4x50 => 50, Lane.Pam4x100 => 100, Lane.Pam4x200 => 200, _ => int.MaxValue };

    /// <summary>Decibels a kilometre, and of a mated pair of connectors: NVIDIA's cabling requirements and TIA's limits.</summary>
    internal static double DbPerKm(FibreGrade grade) => grade switch { FibreGrade.Os2 => 0.4, FibreGrade.Os1a => 1.0, _ => 3.0 };

    internal static double DbPerPair(string connector) => IsMpo(connector) ? 0.35 : 0.25;

    internal static double ReturnLossDb(Medium medium, string connector) => !IsMpo(connector) ? 55 : medium == Medium.Smf ? 60 : 35;

    /// <summary>Whether the connector of a module has to be angled: single mode, lanes of 100 Gb/s, sixteen fibres. LC is flat.</summary>
    internal static bool IsAngled(Optic optic) => IsMpo(optic.Connector) && (optic.Medium == Medium.Smf || optic.OpticalLane >= Lane.Pam4x100 || Used(optic.Connector) == 16);

    internal static bool IsMpo(string connector) => connector.StartsWith("MPO", StringComparison.Ordinal);

    internal static string Name(FibreGrade grade) => grade == FibreGrade.Os1a ? "OS1a" : grade.ToString().ToUpperInvariant();
}
