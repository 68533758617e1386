using System.Runtime.CompilerServices;
using ClusterDsl.Model;

namespace ClusterDsl;

/// <summary>A fabric of routers none of which is more than two links from any other.</summary>
/// <typeparam name="TSwitch">The only kind of switch it takes.</typeparam>
public sealed class SlimFly<TSwitch> : FabricOf<SlimFly<TSwitch>>
    where TSwitch : SwitchModel
{
    internal SlimFly(FabricDesign design) : base(design) { }

    /// <summary>Declares the routers: nodes are spread over them evenly, no more than their links carry (CDL1117). How many there are follows from the size of the slim fly.</summary>
    /// <param name="model">Of the catalogue (<see cref="Switches"/>) or your own; one whose figures cannot be is CDL1003, too few ports are CDL1101 and CDL1111.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public SlimFly<TSwitch> Routers(TSwitch model, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Cluster.Once(Design, Origin.Here(file, line));
        if (Cluster.Missing(model, "the routers' model", at.Argument("model")) || !Cluster.Possible(model, at.Argument("model"))) return Unknown();
        Design.Blocks.Clear();
        Design.Blocks.Add(new BlockDesign(Design, model, at) { Name = "router", Role = "router", SingleHomed = true });
        return this;
    }
}
