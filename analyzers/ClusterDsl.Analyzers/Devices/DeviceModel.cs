using ClusterDsl.Analyzers.Generation;

namespace ClusterDsl.Analyzers.Devices;

/// <summary>A model of hardware as it will be written in C#.</summary>
/// <param name="Identifier">The member it becomes.</param>
/// <param name="Kind">"switch", or the kind of a node.</param>
/// <param name="IsInfiniBand">Of a switch, what it speaks.</param>
/// <param name="Id">The part number.</param>
/// <param name="Description">Maker and model.</param>
/// <param name="File">The name of the file it is described in.</param>
/// <param name="Banks">Its cages.</param>
/// <param name="Roles">Of a node, which ports serve which network.</param>
/// <param name="Body">Size, weight, power.</param>
internal sealed record DeviceModel(
    string Identifier, string Kind, bool IsInfiniBand, string Id, string Description, string File,
    EquatableArray<BankModel> Banks, EquatableArray<RoleModel> Roles, BodyModel Body)
{
    public bool IsSwitch => Kind == "switch";
}

/// <summary>What a model is beside its ports; 0 and empty where nobody says.</summary>
internal sealed record BodyModel(int Height, int Watts, int Grams, string Airflow, string Cooling, int Supplies, int SpareSupplies, int LogicalPorts, int Gpus);

/// <summary>Equal cages.</summary>
/// <param name="Name">What the bank is called in the plan.</param>
/// <param name="Cages">How many.</param>
/// <param name="Cage">The cage, as a member of <see cref="ClusterDsl.Cage"/>.</param>
/// <param name="ModuleWatts">What a module in it may draw, where the device says otherwise than the kind of cage; else 0.</param>
/// <param name="Native">How a cage runs as delivered.</param>
/// <param name="Others">The other ways it can run.</param>
/// <param name="PortName">The name of a port on the panel.</param>
/// <param name="SplitName">The same for a cage that is split.</param>
/// <param name="FirstCage">The number of the first cage.</param>
/// <param name="IsService">Whether it serves something beside the fabric.</param>
internal sealed record BankModel(
    string Name, int Cages, string Cage, double ModuleWatts, ModeModel Native, EquatableArray<ModeModel> Others, string PortName, string SplitName, int FirstCage,
    bool IsService)
{
    public int Ports => Cages * Native.Split;
}

/// <summary>A way to run a cage.</summary>
internal sealed record ModeModel(int Split, int Gbps, int Lanes, Lane Lane, int Legs);

/// <summary>The ports of a node that serve one role.</summary>
internal sealed record RoleModel(Role Role, string Bank, int First, int Stride, int Count);
