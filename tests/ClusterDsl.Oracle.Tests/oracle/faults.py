"""What is wrong with the cables themselves, whatever the plan promises."""

from collections import Counter, defaultdict


def of_cluster(cluster):
    """A port takes one cable, and a cable ends at devices that there are."""
    ends = Counter()
    for row in cluster.rows:
        for side in "ab":
            device = row[side + "_device"]
            if device not in cluster.devices:
                yield f"cable {row['cable_id']} ends at {device}, which is in no rack"
            ends[device, row[side + "_port"]] += 1
    for (device, port), count in sorted(ends.items()):
        if count > 1:
            yield f"port {port} of {device} is used {count} times"
    legs = Counter((row["cable_id"], row["leg"]) for row in cluster.rows)
    for (cable, leg), count in sorted(legs.items()):
        if count > 1:
            yield f"leg {leg} of cable {cable} comes {count} times"
    cabled = Counter(cluster.group(device) for device in {device for device, _ in ends} if device in cluster.devices)
    for group, count in sorted(cabled.items()):
        there = sum(1 for row in cluster.devices.values() if row["group"] == group)
        if group in cluster.switch_groups and count != there:
            yield f"{there - count} of the {there} switches of {group} have no cable"


def of_fabric(fabric):
    """Devices of a kind are cabled alike: a cable in the wrong place makes one differ."""
    group, name = fabric.cluster.group, fabric.name
    links = Counter((link.lower, link.upper) for link in fabric.up)

    # Links between two switches: as many for every pair of the same two groups that has any.
    pairs = defaultdict(Counter)
    for (lower, upper), count in links.items():
        if fabric.height_of(lower) > 0:
            pairs[group(lower), group(upper)][count] += 1
    for (lower, upper), counts in sorted(pairs.items()):
        if len(counts) > 1:
            yield f"{name}: from {lower} to {upper} there are {' or '.join(str(c) for c in sorted(counts))} links between two switches"

    # Links upwards: as many for every switch of a group.
    ups = Counter((link.lower, group(link.upper)) for link in fabric.up)
    for lower, upper in sorted(pairs):
        counts = {ups[device, upper] for device in fabric.switches if group(device) == lower}
        if len(counts) > 1:
            yield f"{name}: the switches of {lower} have {' or '.join(str(c) for c in sorted(counts))} links up to {upper}"

    # Links within a tier: none, or as many at every switch.
    within = Counter()
    for link in fabric.across:
        within[link.lower] += 1
        within[link.upper] += 1
    for tier in sorted({group(device) for device in within}):
        counts = {within[device] for device in fabric.switches if group(device) == tier}
        if len(counts) > 1:
            yield f"{name}: the switches of {tier} have {' or '.join(str(c) for c in sorted(counts))} links among themselves"

    # Nodes of a group share all of their switches or none, and on the same switches the same ports.
    homes = defaultdict(dict)
    for link in fabric.up:
        if fabric.height_of(link.lower) == 0:
            homes[link.lower][link.lower_port] = link.upper
    taken = {}
    for node in fabric.nodes:
        home = (group(node), frozenset(homes[node].values()))
        for switch in home[1]:
            other = taken.setdefault((home[0], switch), (home, node))
            if other[0] != home:
                yield f"{name}: {node} shares {switch} with {other[1]}, but is not on all the same switches"
            elif homes[other[1]] != homes[node]:
                yield f"{name}: {node} is on the same switches as {other[1]}, with other ports"
