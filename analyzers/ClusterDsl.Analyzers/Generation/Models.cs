using ClusterDsl.Analyzers.Hosting;

namespace ClusterDsl.Analyzers.Generation;

/// <summary>A key and a value of the assembly's metadata.</summary>
internal sealed record Payload(string Key, string Value);

/// <summary>What the assembly carries for the build: the plans, or why there is none.</summary>
internal sealed record EmbeddingModel(string HintName, EquatableArray<Payload> Payloads);

/// <summary>The members that a class of clusters gets.</summary>
internal sealed record MembersModel(string HintName, ClassShape Class, EquatableArray<ClusterModel> Clusters);

/// <summary>A cluster as its members show it.</summary>
/// <param name="Method">The method that defines it.</param>
/// <param name="Name">The cluster's name; null when it could not be evaluated.</param>
/// <param name="Summary">The plan in one line.</param>
/// <param name="Fabrics">Its networks.</param>
/// <param name="Groups">The device groups outside the networks.</param>
internal sealed record ClusterModel(
    string Method, string? Name, string Summary, EquatableArray<FabricModel> Fabrics, EquatableArray<GroupModel> Groups);

/// <summary>A network and the device groups of its tiers.</summary>
internal sealed record FabricModel(string Name, string Summary, EquatableArray<GroupModel> Groups);

/// <summary>A device group.</summary>
/// <param name="Id">Its id in the plan.</param>
/// <param name="Name">What to call it here.</param>
/// <param name="Summary">"32 × MQM9700-NS2F".</param>
internal sealed record GroupModel(string Id, string Name, string Summary);
