namespace ClusterDsl;

/// <summary>The ways that cages of one kind run in switches of one generation. The native one first; then the coarser before the finer.</summary>
static class PortModes
{
    /// <summary>A QSFP28 module of 100G, in its own cage or in a newer one that takes it.</summary>
    public static readonly PortMode Qsfp28 = new(1, 100.Gbps(), 4, Lane.Nrz25);

    /// <summary>ConnectX-5 and its kin.</summary>
    public static readonly Seq<PortMode> Cx5Qsfp28 = Seq.Of(Qsfp28);

    public static readonly Seq<PortMode> Cx6Qsfp56 = Seq.Of(
        new PortMode(1, 200.Gbps(), 4, Lane.Pam4x50),
        new PortMode(1, 100.Gbps(), 4, Lane.Nrz25));

    public static readonly Seq<PortMode> Cx7Qsfp112 = Seq.Of(
        new PortMode(1, 400.Gbps(), 4, Lane.Pam4x100),
        new PortMode(1, 200.Gbps(), 2, Lane.Pam4x100),
        new PortMode(1, 200.Gbps(), 4, Lane.Pam4x50),
        new PortMode(1, 100.Gbps(), 4, Lane.Nrz25));

    /// <summary>ConnectX-7 with one port in an OSFP cage: four of its eight lanes.</summary>
    public static readonly Seq<PortMode> Cx7Osfp = Seq.Of(
        new PortMode(1, 400.Gbps(), 4, Lane.Pam4x100),
        new PortMode(1, 200.Gbps(), 2, Lane.Pam4x100));

    public static readonly Seq<PortMode> Hdr = Seq.Of(
        new PortMode(1, 200.Gbps(), 4, Lane.Pam4x50),
        new PortMode(2, 100.Gbps(), 2, Lane.Pam4x50, Legs: 2));

    public static readonly Seq<PortMode> Ndr = Seq.Of(
        new PortMode(2, 400.Gbps(), 4, Lane.Pam4x100),
        new PortMode(4, 200.Gbps(), 2, Lane.Pam4x100, Legs: 2),
        new PortMode(2, 200.Gbps(), 4, Lane.Pam4x50, Legs: 2));

    public static readonly Seq<PortMode> Xdr = Seq.Of(new PortMode(2, 800.Gbps(), 4, Lane.Pam4x200));

    public static readonly Seq<PortMode> XdrSplit = Seq.Of(Xdr[0], new PortMode(4, 400.Gbps(), 2, Lane.Pam4x200, Legs: 2));

    public static readonly Seq<PortMode> Qsfp56 = Seq.Of(
        new PortMode(1, 200.Gbps(), 4, Lane.Pam4x50),
        new PortMode(2, 100.Gbps(), 2, Lane.Pam4x50, Legs: 2),
        new PortMode(4, 50.Gbps(), 1, Lane.Pam4x50, Legs: 4));

    /// <summary>QSFP-DD of eight lanes of 50 Gb/s: one connector, so every part of it is a leg.</summary>
    public static readonly Seq<PortMode> QsfpDd = Seq.Of(
        new PortMode(1, 400.Gbps(), 8, Lane.Pam4x50),
        new PortMode(2, 200.Gbps(), 4, Lane.Pam4x50, Legs: 2),
        new PortMode(4, 100.Gbps(), 2, Lane.Pam4x50, Legs: 4));

    /// <summary>The same in switches that run it whole or in four.</summary>
    public static readonly Seq<PortMode> QsfpDdByFour = Seq.Of(QsfpDd[0], QsfpDd[2]);

    /// <summary>OSFP of eight lanes of 100 Gb/s with modules of one or two connectors.</summary>
    public static readonly Seq<PortMode> Osfp800 = Seq.Of(
        new PortMode(1, 800.Gbps(), 8, Lane.Pam4x100),
        new PortMode(2, 400.Gbps(), 4, Lane.Pam4x100),
        new PortMode(4, 200.Gbps(), 2, Lane.Pam4x100, Legs: 2),
        new PortMode(8, 100.Gbps(), 1, Lane.Pam4x100, Legs: 4));

    /// <summary>The same in switches that do not run fours.</summary>
    public static readonly Seq<PortMode> Osfp800WithoutFours = Seq.Of(Osfp800[0], Osfp800[1], Osfp800[3]);

    /// <summary>QSFP-DD800: the 400G ports also as the two legs of a module with one connector.</summary>
    public static readonly Seq<PortMode> QsfpDd800 = Seq.Of(
        Osfp800[0], Osfp800[1],
        new PortMode(2, 400.Gbps(), 4, Lane.Pam4x100, Legs: 2),
        new PortMode(4, 200.Gbps(), 2, Lane.Pam4x100, Legs: 4),
        new PortMode(8, 100.Gbps(), 1, Lane.Pam4x100, Legs: 8));

    public static readonly Seq<PortMode> Osfp1600 = Seq.Of(
        new PortMode(1, 1_600.Gbps(), 8, Lane.Pam4x200),
        new PortMode(2, 800.Gbps(), 4, Lane.Pam4x200),
        new PortMode(4, 400.Gbps(), 2, Lane.Pam4x200, Legs: 2),
        new PortMode(8, 200.Gbps(), 1, Lane.Pam4x200, Legs: 4));

    /// <summary>The mode for the odd cages alone, the neighbour of each left dark: how Spectrum switches run their finest split.</summary>
    public static PortMode InOddCages(PortMode mode, int cages) =>
        mode with { Cages = Enumerable.Range(1, cages).Where(c => c % 2 == 1).ToSeq() };
}
