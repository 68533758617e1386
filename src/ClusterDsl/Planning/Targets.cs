using ClusterDsl.Model;

namespace ClusterDsl.Planning;

/// <summary>Finds what a connection names: a node group, or the switches of another fabric.</summary>
static class Targets
{
    public static IReadOnlyList<(GroupDraft Group, RolePorts Ports)> Of(Draft draft, ConnectionDesign connection)
    {
        if (connection.Switches)
        {
            if (draft.FabricNamed(connection.Target) is null)
                draft.Unknown.Add(new UnknownName("fabric", connection.Target, draft.FabricNames, connection.At));
            return [.. draft.SwitchesOf(connection.Target).Where(g => g.Model.Bank(SwitchModel.ManagementBank) is not null)
                .Select(g => (g, new RolePorts(Role.OutOfBand, SwitchModel.ManagementBank, 0, 1, 1)))];
        }

        if (Nodes(draft, connection.Target, connection.At) is not { } group) return [];
        if (group.Nodes!.Model.For(connection.Role) is { } ports) return [(group, ports)];
        draft.Unknown.Add(new UnknownName($"role of {group.Model.Id}", connection.Role.ToString(),
            [.. group.Nodes.Model.Roles.Where(group.Nodes.Model.Has).Select(r => r.Role.ToString())], connection.At));
        return [];
    }

    /// <summary>The node group of this name; notes the name when there is none, unless it may only be unknown.</summary>
    public static GroupDraft? Nodes(Draft draft, string name, Origin at)
    {
        var group = draft.NodesNamed(name);
        if (group is null) draft.Unknown.Add(new UnknownName("node group", name, draft.NodeNames, at));
        return group;
    }
}
