using ClusterDsl.Analyzers.Generation;
using ClusterDsl.Analyzers.Rules;

namespace ClusterDsl.Analyzers.Devices;

/// <summary>The models that a project describes in files, and what is wrong with the files.</summary>
internal sealed record DeviceSet(EquatableArray<DeviceModel> Models, EquatableArray<DeviceFault> Faults)
{
    public static DeviceSet Read(IEnumerable<DeviceText> files, CancellationToken cancellation)
    {
        var faults = new DeviceFaults();
        var all = files.OrderBy(f => f.Path, StringComparer.Ordinal).ToList();
        var overlays = all.Where(f => f.IsOverlay).GroupBy(f => f.Device, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var devices = all.Where(f => !f.IsOverlay).ToList();
        foreach (var alone in overlays.Values.Where(o => devices.All(d => d.Device != o.Device)))
            faults.Add(OverlayDoesNotFit.Rule, alone, default, $"there is no device type beside it: an overlay is named after one, `QM9700.overlay.yaml` after `QM9700.yaml`");

        var models = new Dictionary<string, DeviceModel>(StringComparer.Ordinal);
        foreach (var device in devices)
        {
            cancellation.ThrowIfCancellationRequested();
            if (new DeviceReader(device, overlays.TryGetValue(device.Device, out var overlay) ? overlay : null, faults).Read() is not { } model) continue;
            if (!models.TryGetValue(model.Identifier, out var other)) models.Add(model.Identifier, model);
            else
                faults.Add(DevicesOfOneName.Rule, device, default,
                    $"`{other.File}` becomes `{HardwareEmitter.Class}.{model.Identifier}` already: give this one a `name:` of its own in `{device.OverlayName}`");
        }
        return new DeviceSet(models.Values.ToEquatable(), faults.Found.ToEquatable());
    }
}
