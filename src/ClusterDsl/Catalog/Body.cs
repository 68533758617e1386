namespace ClusterDsl;

/// <summary>What carries the heat away.</summary>
public enum Cooling
{
    /// <summary>Fans alone.</summary>
    Air,

    /// <summary>Cold plates carry most of it; the rest may go into the air. Its rack needs coolant.</summary>
    Liquid,
}

/// <summary>Which way the air goes; the front of a switch is the side of its ports. Devices of one rack should agree.</summary>
public enum Airflow
{
    /// <summary>Not known, so not checked.</summary>
    Unknown,

    /// <summary>In at the front, out at the rear.</summary>
    FrontToRear,

    /// <summary>In at the rear, out at the front.</summary>
    RearToFront,

    /// <summary>In at the left, out at the right.</summary>
    LeftToRight,

    /// <summary>In at the right, out at the left.</summary>
    RightToLeft,

    /// <summary>In at the sides, out at the rear.</summary>
    SideToRear,

    /// <summary>No fans.</summary>
    Passive,
}
