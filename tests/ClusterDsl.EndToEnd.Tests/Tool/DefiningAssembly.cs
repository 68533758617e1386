using System.Reflection;
using System.Reflection.Emit;

namespace ClusterDsl.EndToEnd.Tests;

/// <summary>Makes an assembly that carries what the generator would embed in it, and nothing else.</summary>
static class DefiningAssembly
{
    public static string Write(string path, params (string Key, string Value)[] metadata)
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName("Definitions"), typeof(object).Assembly);
        assembly.DefineDynamicModule("Definitions");
        var attribute = typeof(AssemblyMetadataAttribute).GetConstructor([typeof(string), typeof(string)])!;
        foreach (var (key, value) in metadata) assembly.SetCustomAttribute(new CustomAttributeBuilder(attribute, [key, value]));
        assembly.Save(path);
        return path;
    }

    public static (string, string) Of(Plan plan) => ("ClusterDsl.Plan:" + plan.Name, PlanJson.Write(plan));

    public static (string, string) Invalid(string definition, params string[] errors) =>
        ("ClusterDsl.Invalid:" + definition, string.Join('\n', errors));
}
