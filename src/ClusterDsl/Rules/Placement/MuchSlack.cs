using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Stock lengths so coarse that a cable is much longer than its way: what is too long is paid for, and fills the trays. A project says what it minds.</summary>
sealed class MuchSlack() : DesignRule("CDL4016", "Cable much longer than its way", "Placement", Severity.Info)
{
    public override IEnumerable<Finding> Check(Draft draft) => draft.Thresholds.MaxSlackMm is not (> 0 and var most) ? [] :
        from link in draft.Links
        // In a channel the trunks cover the way, and the cords are as long as declared.
        where link.Channel is null && link.LongestMm > 0
        let stock = link.Cable?.Lengths.FirstOrDefault(l => l.Millimetres >= link.LongestMm).Millimetres ?? 0
        where stock - link.LongestMm > most
        // The bundles of one connection have the same cable: that with the most slack speaks for them.
        group (Link: link, Stock: stock) by (link.At, link.Cable!.Id) into alike
        let worst = alike.OrderByDescending(a => a.Stock - a.Link.LongestMm).First()
        select Report(worst.Link.Fabric, worst.Link.Media.Cable?.At ?? worst.Link.At,
            $"{LinkRule.Ends(worst.Link)}: the longest run is {Text.Metres(worst.Link.LongestMm)} m along the trays, and the shortest {alike.Key.Id} that is long enough is {Text.Metres(worst.Stock)} m: {Text.Metres(worst.Stock - worst.Link.LongestMm)} m too long. "
            + $"This project minds more than {Text.Metres(most)} m (clusterdsl.max_slack_metres). Choose a cable that is sold in a length between, or accept it.");
}
