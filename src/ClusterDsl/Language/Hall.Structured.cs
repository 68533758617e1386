using System.Runtime.CompilerServices;
using ClusterDsl.Model;

namespace ClusterDsl;

public sealed partial class Hall
{
    /// <summary>
    /// Cables the hall once for all: fibre links between two rows are led over a patch cord to the panels at the end of their row, by a trunk to the
    /// panels of the other row, and over a patch cord to their device. Links within a row, copper and active cables stay as they are, and so do links whose
    /// connectors the trunks do not take; <see cref="LinkChoice.Through"/> names another trunk for some. Each link is judged as one led through panels is
    /// (CDL3020 to CDL3025, CDL3007); the panels must fit their racks (CDL3029), the trunks carry the links (CDL3028), cords be sold that long (CDL3030), and some link take the trunks (CDL3031).
    /// </summary>
    /// <param name="trunk">What lies between the rows: <see cref="Cables.Mpo12Trunk144Om4"/>.</param>
    /// <param name="racks">Racks at the end of each row that are kept for panels, 1 to 16 (CDL1003).</param>
    /// <param name="trunks">Trunks between each two rows that have links, 1 to 4,096 (CDL1003); left out, as many as these need (CDL3028 answers too few).</param>
    /// <param name="panel">The panels, with 1 to 4,096 positions and 1 to 60 U (CDL1003); left out, those of the catalogue for the trunk's connector.</param>
    /// <param name="key">How the adapters hold MPO connectors: opposed, the only way for angled ferrules, or aligned.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Hall Structured(CableFamily trunk, int racks = 1, int? trunks = null, PanelModel? panel = null, AdapterKey key = AdapterKey.Opposed,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Cluster.Once(_design, Origin.Here(file, line));
        if (Cluster.Missing(trunk, "the trunk", at.Argument("trunk"))) return this;
        var kept = Cluster.Within(racks, 1, 16, "the racks kept for panels", at.Argument("racks"), out var legal);
        var each = Cluster.Within(trunks ?? 1, 1, 4_096, "the trunks between two rows", at.Argument("trunks"), out var eachLegal);
        var model = panel ?? Panels.For(trunk);
        Cluster.Within(model.Positions, 1, 4_096, $"the positions of {model.Id}", at.Argument("panel"), out var positionsLegal);
        Cluster.Within(model.Height, 1, 60, $"the height of {model.Id} in units", at.Argument("panel"), out var heightLegal);
        if (legal && eachLegal && positionsLegal && heightLegal)
            _design.Structured = new StructuredDesign(new ChannelDesign(trunk, 2, key, 0, at) { BetweenRows = true, TrunksEach = trunks is null ? null : each, Panel = model }, kept, at);
        return this;
    }
}
