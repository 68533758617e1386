using System.ComponentModel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClusterDsl.Analyzers.Tests;

/// <summary>After the dot, an editor offers what can be said next and nothing else: an InfiniBand fabric has no call for RoCE.</summary>
public class CompletionTests
{
    const string SpineLeaf = "Accept Connect Cores Dragonfly DragonflyPlus DualTor Leaves Link MaxHops NonBlocking Oversubscribed PerGpu Placed Planes Pods RailOnly RailOptimized SlimFly SparePorts Spines Survives UplinksInto";

    [Theory]
    [InlineData("cluster", "Accept Interconnect Labels Plan Site Spares Survives Workload")]
    [InlineData("site", "Accept Addresses At Fabric Hall Nodes Power Space Tray")]
    [InlineData("hall", "Cooling CrossTrays Feeds NetworkRacks Pitch RackGap RackPower RackUnits RackWeight Racks RowGap Slack Structured Tray")]
    [InlineData("nodes", "Accept PerRack Placed ScalableUnits")]
    [InlineData("fabric", "Ethernet InfiniBand Scheduled")]
    [InlineData("fabric.Scheduled(400.Gbps())", "Accept Connect FabricBoxes LineBoxes Link MaxHops NonBlocking Oversubscribed PerGpu Placed SecondStage SparePorts Survives Zones")]
    [InlineData("fabric.InfiniBand(InfiniBand.Ndr)", SpineLeaf)]
    [InlineData("fabric.InfiniBand(InfiniBand.Ndr).RailOptimized()", SpineLeaf)]
    [InlineData("fabric.Ethernet(400.Gbps())", SpineLeaf + " BackToBack ConnectSwitches RoCEv2")]
    [InlineData("fabric.Ethernet(400.Gbps()).RoCEv2().NonBlocking()", SpineLeaf + " BackToBack ConnectSwitches RoCEv2")]
    [InlineData("fabric.InfiniBand(InfiniBand.Ndr).DragonflyPlus()", "Accept Cells Connect Leaves Link MaxHops NonBlocking Oversubscribed PerGpu Placed SparePorts Spines Survives")]
    [InlineData("fabric.Ethernet(400.Gbps()).Dragonfly()", "Accept Connect Groups Link MaxHops NonBlocking Oversubscribed PerGpu Placed Routers SparePorts Survives")]
    [InlineData("fabric.Ethernet(400.Gbps()).SlimFly(5)", "Accept Connect Link MaxHops NonBlocking Oversubscribed PerGpu Placed Routers SparePorts Survives")]
    [InlineData("leaves", "Accept Connect Named NonBlocking Oversubscribed PeerLinks Placed SingleHomed")]
    [InlineData("links", "Accept Bend Cable Fibre Optics Through")]
    public void A_declaration_offers_its_own_calls(string receiver, string offered) =>
        // Every object has GetType, and no way to hide it.
        Assert.Equal(offered.Split(' ').Append("GetType").Order(), Offered(receiver).Select(s => s.Name).Order());

    [Theory]
    [InlineData("12", "Gbps Gibibytes Gpus Kibibytes Kilograms Kilometres Kilowatts Mebibytes Megawatts Metres Microseconds Milliseconds Percent Tbps Watts")]
    [InlineData("0.6", "Gibibytes Kilograms Kilometres Kilowatts Mebibytes Megawatts Metres Milliseconds Percent Tbps")]
    public void A_number_offers_the_units_it_can_have(string number, string units) =>
        Assert.Equal(units.Split(' '), Offered(number).Where(s => s.ContainingAssembly.Name == nameof(ClusterDsl)).Select(s => s.Name).Order());

    [Fact]
    public void The_classes_that_an_author_never_names_are_not_offered()
    {
        var named = typeof(Cluster).Assembly.GetExportedTypes().Where(t => t.Namespace == nameof(ClusterDsl) && IsOffered(t)).Select(t => t.Name);
        Assert.DoesNotContain("Declaration", named);
        Assert.DoesNotContain("CallSite", named);
    }

    static bool IsOffered(Type type) =>
        type.GetCustomAttributes(typeof(EditorBrowsableAttribute), false) is not [EditorBrowsableAttribute { State: EditorBrowsableState.Never }];

    /// <summary>What can follow the receiver, by the compiler's own lookup and without what asks editors not to show it.</summary>
    static IEnumerable<ISymbol> Offered(string receiver)
    {
        var compilation = Source.Compile($$"""
            public static class Typing
            {
                public static void At(Cluster cluster, Site site, Hall hall, NodeGroup nodes, Fabric fabric, LeafBlock leaves, LinkChoice links)
                {
                    _ = ({{receiver}}).Typed;
                }
            }
            """);
        var tree = compilation.SyntaxTrees.Single(t => t.FilePath == "/src/Clusters.cs");
        var access = tree.GetRoot().DescendantNodes().OfType<MemberAccessExpressionSyntax>().Single(a => a.Name.Identifier.Text == "Typed");
        var model = compilation.GetSemanticModel(tree);
        var found = model.LookupSymbols(access.Name.SpanStart, model.GetTypeInfo(access.Expression).Type, includeReducedExtensionMethods: true);
        // As editors do: what is overridden is the overriding member's matter.
        var overridden = found.OfType<IMethodSymbol>().Select(m => m.OverriddenMethod).ToHashSet(SymbolEqualityComparer.Default);
        return found.Where(s => !s.IsStatic && s.CanBeReferencedByName && !overridden.Contains(s) && !IsHidden(s)).DistinctBy(s => s.Name);
    }

    static bool IsHidden(ISymbol symbol) => symbol.GetAttributes().Any(a =>
        a.AttributeClass?.Name == nameof(EditorBrowsableAttribute) && a.ConstructorArguments[0].Value is (int)EditorBrowsableState.Never);
}
