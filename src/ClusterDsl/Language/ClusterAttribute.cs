namespace ClusterDsl;

/// <summary>
/// Marks a static partial class that defines clusters: each of its static methods that takes nothing and returns a
/// <see cref="Cluster"/> is one, whatever its name.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ClusterAttribute : Attribute;
