namespace ClusterDsl.Rules;

/// <summary>Every rule about designs. The language's own rules live with the compiler's front end.</summary>
public static class RuleSet
{
    /// <summary>The rules in the order of their ids.</summary>
    public static IReadOnlyList<Rule> All => Design;

    internal static IReadOnlyList<DesignRule> Design { get; } =
    [
        new DuplicateName(), new IllegalName(), new ValueOutOfRange(), new UnknownNameUsed(), new IncompleteFabric(), new SaidTwice(),
        new TooFewPorts(), new PortUsedTwice(), new UnevenUplinks(), new LeafMissesSpines(), new RailNotAligned(),
        new SingleSpine(), new DeadTier(), new SpeedsDiffer(),
        new UnevenGlobalLinks(), new TooFewGlobalPorts(), new UnevenCell(), new TooManyGroups(), new TooFewCells(), new NoSuchSlimFly(), new CrowdedRouters(), new OtherTopology(),
        new NotConnected(), new RailOnlyWithoutRelay(), new PlanesJoined(), new UnevenCores(), new MissesPlanes(),
        new ChipOutOfPorts(), new CageDoesNotSplitSo(), new TwoPlugsInOneCage(), new StrandedLegs(), new OtherProtocol(),
        new TierOversubscribed(), new RailOversubscribed(), new UnusableUplinks(), new OversubscribedBeyondLimit(),
        new LossLeavesTooLittle(), new TooFewSparePorts(), new TooManyHops(), new TooLittlePerGpu(), new RequirementNotKnown(),
        new OpticDoesNotFit(), new MediumDiffers(), new ConnectorDiffers(), new LaneRateDiffers(), new ProtocolDiffers(), new PmdDiffers(),
        new BeyondReach(), new NoMediaKnown(), new ModuleServesOtherPorts(), new NeedsAdapter(), new ModuleTooHot(), new FecDiffers(),
        new TwinPortFibresDiffer(), new SplitColours(), new CopperTooLong(), new CopperLeavesRacks(), new Discontinued(), new NotForXdr(),
        new LinkTooShort(), new PolarityWrong(), new DoesNotMate(), new LossTooHigh(), new ManyPanels(), new GradesMixed(),
        new ReturnLossLow(), new BentTooTightly(), new TwinPortLengthsDiffer(), new TooFewTrunks(), new PanelsDoNotFit(), new CordNotSold(), new TrunksUnused(),
        new RackOverUnits(), new RackOverPower(), new HallFull(), new UnitsTakenTwice(), new RackOverWeight(), new FeedLost(),
        new NotWherePlaced(), new PairInOneRack(), new NoTrayBetween(), new PairOnOneFeed(), new LiquidInAir(), new AirflowMixed(),
        new LabelTooLong(), new LabelNotUnique(), new MuchSlack(), new SuppliesTooWeak(),
        new LinksOffChips(), new DomainImpossible(), new DomainSplit(), new MeshNotFull(), new AdaptersBeyondFeed(), new GpuWithoutAdapter(),
        new RouteShorterThanEarth(), new LineLosesTooMuch(), new LineTooNoisy(), new ReceiverOutsideWindow(), new TooMuchDispersion(), new NoModeInCommon(),
        new WavelengthsBeyondGrid(), new CapacityTooSmall(), new LossOfPathLeavesTooLittle(), new PathsShareRisk(), new RoundTripTooLong(),
        new BuffersTooSmall(), new BufferNotKnown(), new SiteOverPower(), new SiteWithoutPower(), new SiteOutOfRoom(), new AddressesOverlap(),
        new LossOfSiteLeavesTooLittle(), new IncompleteInterconnect(), new SiteNotJoined(),
        new LidsExhausted(), new NoSubnetManager(), new ManagersOnOneLeaf(), new HiddenHalfRate(), new NotAnInfiniBandPort(), new InfiniBandTooFar(), new OtherProtocolBetweenSites(),
        new UnequalSpray(), new SpeedUpTooSmall(), new SystemTooLarge(), new ForeignInFabric(),
        new FitsOneDomain(), new ScaleOutTooSlow(), new SiteRunsOut(), new LargerThanAllSites(), new PointsToInfiniBand(), new PointsToRoce(), new PointsToScheduled(),
        new TrainsOverPcie(), new WaitsForOtherSite(), new CannotBeSpread(),
        new UnusedWaiver(), new ReasonToDo(),
    ];
}
