namespace ClusterDsl.Plans;

/// <summary>Devices of one model and one role, numbered from 0.</summary>
/// <param name="Id">Unique in the plan: "dgx", "compute/leaf".</param>
/// <param name="Role">node, leaf, spine, core, pdu or external.</param>
/// <param name="Model">The id of their <see cref="DeviceModel"/>.</param>
/// <param name="Count">How many.</param>
/// <param name="Name">How device i is called.</param>
/// <param name="Placement">Where device i stands; null when it stands in no hall of this plan.</param>
/// <param name="At">Where it was declared.</param>
public sealed record DeviceGroup(
    string Id, string Role, string Model, int Count, NameTemplate Name, Placement? Placement, Origin At)
{
    /// <summary>Where they stand outside halls; null for devices that stand in a hall, or nowhere that the plan knows.</summary>
    public Huts? Huts { get; init; }
}

/// <summary>Shelters along a path between sites, with as many devices each.</summary>
/// <param name="Path">The interconnect and its path: "east-west/north".</param>
/// <param name="Metres">How far each is from the first site, along the route.</param>
/// <param name="Devices">Devices in one.</param>
public sealed record Huts(string Path, Seq<int> Metres, int Devices)
{
    /// <summary>Where device <paramref name="index"/> stands: "km 31".</summary>
    public string Place(int index) => index / Devices < Metres.Count ? FormattableString.Invariant($"km {Metres[index / Devices] / 1000m:0.###}") : "";
}

/// <summary>What a plan needs to know of a device model.</summary>
/// <param name="Id">The part number.</param>
/// <param name="HeightU">Rack units; 0 for a device mounted beside them.</param>
/// <param name="PowerW">The most it draws, in watts.</param>
/// <param name="Gpus">GPUs per device.</param>
/// <param name="Banks">Its cages, by bank.</param>
public sealed record DeviceModel(string Id, int HeightU, int PowerW, int Gpus, Seq<PortBank> Banks)
{
    /// <summary>The bank with this name.</summary>
    public PortBank Bank(string name) => Banks.First(b => b.Name == name);
}

/// <summary>Cages of one kind on one device.</summary>
/// <param name="Name">The bank's name: "osfp", "compute", "mgmt".</param>
/// <param name="Cage">What fits: OSFP-IHS, QSFP112, RJ45 …</param>
/// <param name="Cages">How many.</param>
/// <param name="NativeSplit">Ports per cage as delivered; port names without a breakout suffix have this split.</param>
/// <param name="PortName">How a port is called at its native split: <c>{c}</c> is the cage, <c>{s}</c> the port in it, from 1.</param>
/// <param name="SplitName">How a port is called under another breakout.</param>
/// <param name="FirstCage">The number of the first cage in names.</param>
/// <param name="Order">
/// For port i at the native split, which port of the panel it is (cage × split + sub-port), where the model numbers its ports
/// in another order than its cages; empty when they agree.
/// </param>
public sealed record PortBank(
    string Name, string Cage, int Cages, int NativeSplit, string PortName, string SplitName, int FirstCage, Seq<int> Order)
{
    /// <summary>The position on the panel of port <paramref name="port"/> when each cage is split in <paramref name="split"/>.</summary>
    public int Position(int port, int split)
    {
        if (Order.Count == 0) return port;
        // Finer splits than the native one follow their native port; an order is never used with a coarser one.
        var legs = split / NativeSplit;
        return Order[port / legs] * legs + port % legs;
    }

    /// <summary>The cage of port <paramref name="port"/>, from 0.</summary>
    public int CageOf(int port, int split) => Position(port, split) / split;

    /// <summary>What is printed beside port <paramref name="port"/>.</summary>
    public string NameOf(int port, int split)
    {
        var position = Position(port, split);
        return (split == NativeSplit ? PortName : SplitName)
            .Replace("{c}", (position / split + FirstCage).ToString())
            .Replace("{s}", (position % split + 1).ToString());
    }
}

/// <summary>How the devices of a group are called: texts, each followed by a number computed from the device's index.</summary>
/// <param name="Parts">The texts and numbers in order.</param>
public sealed record NameTemplate(Seq<NamePart> Parts)
{
    /// <summary>The name of device <paramref name="index"/>.</summary>
    public string Format(int index)
    {
        var name = new System.Text.StringBuilder();
        foreach (var part in Parts)
        {
            name.Append(part.Text);
            if (part.Digits > 0) name.Append(part.Number(index).ToString().PadLeft(part.Digits, '0'));
        }
        return name.ToString();
    }
}

/// <summary>A text and, when it has digits, the number (index ÷ divisor) mod modulus + 1.</summary>
/// <param name="Text">Printed first, as it is.</param>
/// <param name="Divisor">What the index is divided by.</param>
/// <param name="Modulus">Where the number starts again; 0 for never.</param>
/// <param name="Digits">The least number of digits; 0 for a text alone.</param>
public sealed record NamePart(string Text, int Divisor, int Modulus, int Digits)
{
    /// <summary>The number printed for device <paramref name="index"/>.</summary>
    public int Number(int index) => (Modulus == 0 ? index / Divisor : index / Divisor % Modulus) + 1;
}
