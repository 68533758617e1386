using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ClusterDsl.Tool;

/// <summary>
/// What the generator embedded in an assembly: a plan for each sound cluster, the errors of each other one. Only metadata is
/// read; nothing of the user's is loaded or run, and the file is not kept open.
/// </summary>
/// <param name="Plans">The sound clusters, in the order they were embedded.</param>
/// <param name="Errors">Why the others have no plan.</param>
sealed record EmbeddedClusters(IReadOnlyList<Plan> Plans, IReadOnlyList<Finding> Errors)
{
    const string PlanKey = EmbeddedPlan.Key, InvalidKey = "ClusterDsl.Invalid:";

    const string Remedy = "name the .dll that a build of the project makes";

    /// <summary>What to say of an assembly that holds neither.</summary>
    public const string None = "defines no clusters; a class that defines some is marked [Cluster]";

    public static EmbeddedClusters Read(string assembly)
    {
        var bytes = Disk.At(assembly, Remedy, () => File.ReadAllBytes(assembly));
        try
        {
            using var file = new PEReader(new MemoryStream(bytes));
            if (!file.HasMetadata) throw new BadImageFormatException();
            return Decode(assembly, Metadata(file.GetMetadataReader()).ToList());
        }
        catch (BadImageFormatException)
        {
            throw new CommandException($"{assembly}: this is no .NET assembly; {Remedy}");
        }
    }

    static EmbeddedClusters Decode(string assembly, List<(string Key, string Value)> metadata)
    {
        var plans = metadata.Where(item => item.Key.StartsWith(PlanKey, StringComparison.Ordinal))
            .Select(item => Plan(assembly, item.Key[PlanKey.Length..], item.Value)).ToList();
        // Names that differ in case only are one folder on many systems.
        if (plans.GroupBy(plan => plan.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new CommandException($"{assembly}: it defines two clusters named \"{twice.Key}\"");

        // Clusters made by one method share its errors; saying them once is enough.
        var errors = metadata.Where(item => item.Key.StartsWith(InvalidKey, StringComparison.Ordinal))
            .SelectMany(item => item.Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Select(line => Error(assembly, line))
            .Distinct().ToList();
        return new EmbeddedClusters(plans, errors);
    }

    static Plan Plan(string assembly, string name, string json)
    {
        try
        {
            return PlanJson.Read(json);
        }
        catch (FormatException e)
        {
            throw new CommandException($"{assembly}: the plan of \"{name}\" cannot be read: {e.Message}");
        }
    }

    /// <summary>"CDL2001|SuperPod.cs|31|leaf …"; the message may hold any further bar.</summary>
    static Finding Error(string assembly, string line)
    {
        var parts = line.TrimEnd('\r').Split('|', 4);
        return parts.Length == 4 && int.TryParse(parts[2], out var number)
            ? new Finding(parts[0], Severity.Error, parts[3], new Origin(parts[1], number))
            : throw new CommandException($"{assembly}: the error \"{line}\" it holds cannot be read");
    }

    static IEnumerable<(string Key, string Value)> Metadata(MetadataReader reader)
    {
        if (!reader.IsAssembly) yield break;
        foreach (var handle in reader.GetAssemblyDefinition().GetCustomAttributes())
        {
            var attribute = reader.GetCustomAttribute(handle);
            if (!IsAssemblyMetadata(reader, attribute)) continue;
            var blob = reader.GetBlobReader(attribute.Value);
            blob.ReadUInt16();
            if (blob.ReadSerializedString() is { } key && blob.ReadSerializedString() is { } value) yield return (key, value);
        }
    }

    static bool IsAssemblyMetadata(MetadataReader reader, CustomAttribute attribute)
    {
        if (attribute.Constructor.Kind != HandleKind.MemberReference) return false;
        var parent = reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
        if (parent.Kind != HandleKind.TypeReference) return false;
        var type = reader.GetTypeReference((TypeReferenceHandle)parent);
        return reader.StringComparer.Equals(type.Name, "AssemblyMetadataAttribute")
            && reader.StringComparer.Equals(type.Namespace, "System.Reflection");
    }
}
