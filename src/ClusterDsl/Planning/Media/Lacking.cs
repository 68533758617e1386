namespace ClusterDsl.Planning;

/// <summary>What the catalogue would have to hold for a link that it has no parts for.</summary>
static class Lacking
{
    public static string Of(LinkDraft link)
    {
        var (lower, upper, legs) = (link.Lower.Ports, link.Upper.Ports, link.Upper.Ports.Mode.Legs);
        var modules = new[] { (End: link.Lower, Legs: 1), (End: link.Upper, Legs: legs) }
            .Where(e => !MediaPlanner.HasModule(link, e.End, e.Legs)).Select(e => Module(e.End.Ports, e.Legs)).Distinct().ToList();
        return (modules.Count > 0 ? string.Join(" and ", modules) : $"modules of one standard for {lower.Bank.Cage} and {upper.Bank.Cage}")
            + $", or a cable of {link.SpeedGbps}G with a plug for {upper.Bank.Cage} and {(legs > 1 ? $"{legs} for" : "one for")} {lower.Bank.Cage}"
            + (lower.Mode.Split > 1 && legs > 1 ? $". Both ends are cut, {lower.Bank.Cage} in {lower.Mode.Split} and {upper.Bank.Cage} in {upper.Mode.Split}, and a cable parts at one end only" : "");
    }

    static string Module(PortChoice ports, int legs) =>
        $"a module for {ports.Bank.Cage} with {Text.Count(ports.Mode.Split / legs, "connector")} of {(legs > 1 ? $"{legs} × " : "")}{ports.Mode.Speed}";
}
