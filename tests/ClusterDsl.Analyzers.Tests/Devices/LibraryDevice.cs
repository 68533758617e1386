using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ClusterDsl.Analyzers.Tests.Devices;

/// <summary>
/// A device type with the figures that it has in the NetBox device-type library (github.com/netbox-community/devicetype-library, CC0-1.0):
/// its fields, and its interfaces in the order of the file, rows of them as ranges.
/// </summary>
/// <param name="Path">The file, under <c>device-types/</c>.</param>
/// <param name="Fields">What it says beside its interfaces.</param>
/// <param name="Interfaces">Names and types; <c>swp[1..64]</c> is 64 names. An exclamation mark in front: for management only.</param>
internal sealed record LibraryDevice(string Path, string Fields, params (string Names, string Type)[] Interfaces)
{
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>The interfaces that the file leaves out of a row.</summary>
    public string[] Without { get; init; } = [];

    public string Text
    {
        get
        {
            var text = new StringBuilder("---\n").Append(Fields.ReplaceLineEndings("\n")).Append("\ninterfaces:\n");
            foreach (var (names, type) in Interfaces)
                foreach (var name in Names(names.TrimStart('!')).Except(Without))
                    text.Append($"  - name: {name}\n    type: {type}\n").Append(names[0] == '!' ? "    mgmt_only: true\n" : "");
            return text.ToString();
        }
    }

    static IEnumerable<string> Names(string names)
    {
        var range = Regex.Match(names, @"\[(\d+)\.\.(\d+)(?:/(\d+))?\]");
        if (!range.Success) return [names];
        var (first, last) = (int.Parse(range.Groups[1].Value), int.Parse(range.Groups[2].Value));
        var step = range.Groups[3].Success ? int.Parse(range.Groups[3].Value) : 1;
        return Enumerable.Range(0, (last - first) / step + 1)
            .SelectMany(i => Names(names.Remove(range.Index, range.Length).Insert(range.Index, (first + i * step).ToString(CultureInfo.InvariantCulture))));
    }

    static string Inlets(int count, int watts) => "power-ports:\n" + string.Concat(Enumerable.Range(1, count).Select(i => $"  - name: PSU{i}\n    type: iec-60320-c20\n    maximum_draw: {watts}\n")).TrimEnd();

    /// <summary>62 ports of the 64, typed as Ethernet, two to a cage, counted from 0; inlets without a power.</summary>
    public static readonly LibraryDevice Qm9700 = new("Nvidia/QM9700.yaml", """
        manufacturer: Nvidia
        model: QM9700
        slug: nvidia-qm9700
        u_height: 1
        is_full_depth: true
        airflow: rear-to-front
        weight: 14.8
        weight_unit: kg
        power-ports:
          - name: psu0
            type: iec-60320-c14
          - name: psu1
            type: iec-60320-c14
        """, ("P[0..31].[0..1]", "400gbase-x-osfp")) { Without = ["P22.1", "P23.0"] };

    /// <summary>144 ports of XDR in 72 cages, of which the type does not tell.</summary>
    public static readonly LibraryDevice Q3400 = new("Nvidia/Q3400-RA.yaml", """
        manufacturer: Nvidia
        model: Q3400-RA
        slug: nvidia-q3400-ra
        part_number: 920-9B36F-00RX-8S0
        u_height: 4
        is_full_depth: true
        airflow: front-to-rear
        weight: 60
        weight_unit: kg
        """ + "\n" + Inlets(8, 875), ("!eth0", "1000base-t"), ("eth1", "1000base-t"), ("fnm1", "infiniband-xdr"), ("sw[1..72]p[1..2]", "infiniband-xdr"));

    /// <summary>Its supplies are module bays, which have no power.</summary>
    public static readonly LibraryDevice Sn5600 = new("Nvidia/SN5600.yaml", """
        manufacturer: Nvidia
        model: SN5600
        slug: nvidia-sn5600
        u_height: 2
        is_full_depth: true
        airflow: rear-to-front
        weight: 23.5
        weight_unit: kg
        module-bays:
          - name: PSU1
            position: PSU1
          - name: PSU2
            position: PSU2
        """, ("!eth0", "1000base-t"), ("swp[1..64]", "800gbase-x-osfp"));

    /// <summary>The management port is not marked as one.</summary>
    public static readonly LibraryDevice Sn2201 = new("Nvidia/SN2201.yaml", """
        manufacturer: Nvidia
        model: SN2201
        slug: mellanox-sn2201
        u_height: 1
        weight: 7.41
        weight_unit: kg
        is_full_depth: false
        front_image: true
        """, ("eth0", "1000base-t"), ("swp[1..48]", "1000base-t"), ("swp[49..52]", "100gbase-x-qsfp28"));

    /// <summary>An InfiniBand switch whose ports are typed as Ethernet; once in the library without an ending.</summary>
    public static readonly LibraryDevice Qm8790 = new("Mellanox/QM8790", """
        manufacturer: Mellanox
        model: QM8790
        slug: mellanox-qm8790
        u_height: 1
        is_full_depth: true
        weight: 11.4
        weight_unit: kg
        """, ("swp[1..40]", "200gbase-x-qsfp56"));

    /// <summary>One unit high in the file, two on the floor.</summary>
    public static readonly LibraryDevice Sn4600C = new("Mellanox/SN4600C.yml", """
        manufacturer: Mellanox
        model: SN4600C
        slug: mellanox-sn4600c
        u_height: 1
        is_full_depth: true
        power-ports:
          - name: psu0
            type: iec-60320-c14
          - name: psu1
            type: iec-60320-c14
        """, ("!eth0", "1000base-t"), ("swp[1..64]", "100gbase-x-qsfp28"));

    /// <summary>Types that are not of the schema.</summary>
    public static readonly LibraryDevice As9817 = new("Edgecore/AS9817-64O-O-AC-F.yaml", """
        manufacturer: Edgecore
        model: AS9817-64O-O-AC-F
        slug: edgecore-as9817-64o-o-ac-f
        part_number: FP6ZZ9664xxxx
        u_height: 2.0
        is_full_depth: true
        airflow: front-to-rear
        weight: 21.5
        weight_unit: kg
        inventory-items:
          - name: Fan 01
            role: Fan
        """ + "\n" + Inlets(2, 1500), ("!Management", "1000base-t"), ("ASIC Management Port [1..2]", "25gbase-sfp28"), ("Port [1..64]", "800gbase-osfp800"));

    /// <summary>Names that count lanes.</summary>
    public static readonly LibraryDevice As7726 = new("Edgecore/7726-32X-O.yaml", """
        manufacturer: Edgecore
        model: 7726-32X-O
        part_number: FP3ZZ7632xxxx
        u_height: 1.0
        is_full_depth: true
        """, ("!eth0", "1000base-t"), ("!eth[1..2]", "10gbase-x-sfpp"), ("Ethernet[0..124/4]", "100gbase-x-qsfp28"));

    public static readonly LibraryDevice Arista7060X6 = new("Arista/DCS-7060X6-64PE-F.yaml", """
        manufacturer: Arista
        model: DCS-7060X6-64PE-F
        slug: arista-dcs-7060x6-64pe-f
        part_number: DCS-7060X6-64PE-F
        u_height: 2
        is_full_depth: true
        airflow: front-to-rear
        weight: 21
        weight_unit: kg
        """ + "\n" + Inlets(2, 2400), ("Management1", "1000base-t"), ("SFP[1..2]", "25gbase-x-sfp28"), ("Ethernet[1..64]/1", "800gbase-x-osfp"));

    public static readonly LibraryDevice Qfx5220 = new("Juniper/QFX5220-32CD-AFO.yaml", """
        manufacturer: Juniper
        model: QFX5220-32CD-AFO
        slug: juniper-qfx5220-32cd-afo
        part_number: QFX5220-32CD-AFO
        u_height: 1
        weight: 11.11
        weight_unit: kg
        airflow: front-to-rear
        is_full_depth: true
        """, ("!re0:mgmt-0", "1000base-t"), ("et-0/0/[0..31]", "400gbase-x-qsfpdd"), ("xe-0/0/[32..33]", "10gbase-x-sfpp"));

    public static readonly LibraryDevice Nexus9336 = new("Cisco/N9K-C9336C-FX2.yaml", """
        manufacturer: Cisco
        model: Nexus 9336C-FX2
        part_number: N9K-C9336C-FX2
        u_height: 1
        is_full_depth: true
        weight: 8.5
        weight_unit: kg
        """, ("Ethernet1/[1..36]", "100gbase-x-qsfp28"), ("!mgmt0", "1000base-t"));

    /// <summary>A server: eight ports for its GPUs, two for the rest, and an interface that is no port.</summary>
    public static readonly LibraryDevice As8125 = new("Supermicro/AS-8125GS-TNMR2.yml", """
        manufacturer: Supermicro
        model: AS-8125GS-TNMR2
        slug: supermicro-as-8125gs-tnmr2
        part_number: AS-8125GS-TNMR2
        u_height: 8
        is_full_depth: true
        weight: 75.3
        weight_unit: kg
        airflow: front-to-rear
        """ + "\n" + Inlets(6, 3000), ("!BMC", "1000base-t"), ("vpc0", "virtual"), ("eno[0..1]", "400gbase-x-qsfp112"), ("enp81s0f1np[0..1]", "10gbase-t"), ("eth[0..7]", "400gbase-x-qsfp112"));
}
