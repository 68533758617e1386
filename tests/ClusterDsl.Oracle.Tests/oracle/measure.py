"""Measures what a plan promises, cable by cable: distances, ratios, cuts, and what every single failure leaves."""

from collections import Counter, defaultdict
from itertools import combinations

import networkx
import numpy
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import maximum_flow, shortest_path


class Measure:
    def __init__(self, fabric):
        self.fabric = fabric
        self.nodes = {device: i for i, device in enumerate(fabric.nodes)}
        self.switches = {device: i for i, device in enumerate(fabric.switches)}
        height = fabric.height_of
        self.heights = numpy.array([height(device) for device in fabric.switches])
        self.down = self.matrix([link for link in fabric.up if height(link.lower) == 0], self.nodes)
        self.uplinks = self.matrix([link for link in fabric.up if height(link.lower) > 0], self.switches)
        self.across = self.matrix(fabric.across, self.switches)
        self.below = numpy.array([fabric.below[device] for device in fabric.switches])
        self.tops = numpy.asarray(self.uplinks.sum(axis=1)).ravel() == 0
        self.speed = numpy.asarray(self.down.sum(axis=1)).ravel()

    def matrix(self, links, lower):
        """Gb/s from each device below to each switch above."""
        return csr_matrix(
            ([link.gbps for link in links], ([lower[link.lower] for link in links], [self.switches[link.upper] for link in links])),
            shape=(len(lower), len(self.switches)))

    # Connected, and how far apart

    def hops(self):
        """The longest of the shortest ways between two nodes, over switches alone; None where some do not reach each other."""
        homes = defaultdict(int)
        for i in range(len(self.nodes)):
            homes[tuple(sorted(self.down.indices[self.down.indptr[i]:self.down.indptr[i + 1]]))] += 1
        links = [(self.switches[link.lower], self.switches[link.upper]) for link in self.fabric.up + self.fabric.across if link.lower in self.switches]
        n = len(self.switches)
        ones = csr_matrix(([1] * len(links), ([a for a, _ in links], [b for _, b in links])), shape=(n, n))
        between = shortest_path(ones, unweighted=True, directed=False)
        longest, homes = 0, list(homes.items())
        if any(count > 1 for _, count in homes):
            longest = 2
        for switches, _ in homes:
            near = between[list(switches)].min(axis=0)
            for others, _ in homes:
                if others != switches:
                    longest = max(longest, 2 + near[list(others)].min())
        return None if numpy.isinf(longest) else int(longest)

    def is_one_piece(self):
        """The same question asked of networkx: switches that nodes are on, joined by cables between switches and by nothing else."""
        graph = networkx.Graph()
        graph.add_nodes_from(self.switches)
        graph.add_edges_from((link.lower, link.upper) for link in self.fabric.up + self.fabric.across if link.lower in self.switches)
        piece = {device: i for i, devices in enumerate(networkx.connected_components(graph)) for device in devices}
        pieces = defaultdict(set)
        for link in self.fabric.up:
            if link.lower in self.nodes:
                pieces[link.lower].add(piece[link.upper])
        reached = list(set(frozenset(of) for of in pieces.values()))
        return all(a & b for a in reached for b in reached)

    # Down against up

    def ratio(self, groups):
        """The worst Gb/s down over Gb/s up of the switches of a tier; None where nothing goes up."""
        up, worst = numpy.asarray(self.uplinks.sum(axis=1)).ravel(), None
        for device, i in self.switches.items():
            if self.fabric.cluster.group(device) in groups and self.below[i] > 0 and up[i] > 0:
                worst = max(worst or 0, self.below[i] / up[i])
        return worst

    # At full load, and after a failure

    def shares(self, lost=(), lost_link=None):
        """The part that each switch passes on of what all links below it, as built, could bring."""
        share = numpy.where(self.tops, 1.0, 0.0)
        gone = list(lost)
        share[gone] = 0
        for height in range(int(self.heights.max()) - 1, 0, -1):
            rows = numpy.where((self.heights == height) & ~self.tops)[0]
            if len(rows) == 0:
                continue
            carried = self.uplinks[rows] @ share
            if lost_link is not None:
                carried[rows == lost_link[0]] -= lost_link[2] * share[lost_link[1]]
            with numpy.errstate(divide="ignore", invalid="ignore"):
                share[rows] = numpy.where(self.below[rows] > 0, numpy.minimum(1, carried / self.below[rows]), 1)
            share[gone] = 0
        return share

    def full_load(self):
        return float(((self.down @ self.shares()) / self.speed).min())

    def worst_losses(self):
        """For each kind of failure, the least that any single one of it leaves a node that is still there."""
        intact = self.shares()
        before = self.down @ intact
        worst = {}

        def note(kind, left):
            if len(left):
                worst[kind] = min(worst.get(kind, 1), float(left.min()))

        for switch in range(len(self.switches)):
            note("leaf" if self.heights[switch] == 1 else "spine", self.left(before, self.shares([switch])))
        # A link of a node takes what it carries; one further up changes the share of the switch below it.
        fastest = Counter()
        for link in self.fabric.up:
            fastest[link.lower, link.upper] = max(fastest[link.lower, link.upper], link.gbps)
        for (lower, upper), gbps in fastest.items():
            if lower in self.nodes:
                i = self.nodes[lower]
                note("link", numpy.array([1 - gbps * intact[self.switches[upper]] / before[i]]))
            else:
                note("link", self.left(before, self.shares(lost_link=(self.switches[lower], self.switches[upper], gbps))))
        for switches, spared in self.racks():
            note("rack", self.left(before, self.shares(switches))[spared])
        return worst

    def left(self, before, share):
        return (self.down @ share) / before

    def racks(self):
        """The switches of every rack that holds any, with the nodes that are not in it."""
        place = {device: (row["site"], row["hall"], row["rack"]) for device, row in self.fabric.cluster.devices.items() if row["rack"]}
        held = defaultdict(list)
        for device, i in self.switches.items():
            if device in place:
                held[place[device]].append(i)
        for rack, switches in held.items():
            yield switches, numpy.array([place.get(node) != rack for node in self.fabric.nodes])

    # Among switches that are joined to their like

    def cut_off(self):
        """The kinds of single failures that leave some node that is still there nothing beyond its own switch, if that."""
        alone = {kind for kind, switches, spared in self.failures() if (self.leaving(switches)[spared] == 0).any()}
        # Of one link, where it is all that a node has, or all that its switch has.
        links = Counter(link.lower for link in self.fabric.up if link.lower in self.nodes)
        beyond = Counter(device for link in self.fabric.up + self.fabric.across if link.lower in self.switches for device in (link.lower, link.upper))
        if 1 in links.values() or any(beyond[link.upper] == 1 for link in self.fabric.up if link.lower in self.nodes):
            alone.add("link")
        return alone

    def failures(self):
        """Every switch, and the switches of every rack, each with the nodes that are not lost with it."""
        for i, height in enumerate(self.heights):
            yield "leaf" if height == 1 else "spine", [i], numpy.ones(len(self.nodes), dtype=bool)
        for switches, spared in self.racks():
            yield "rack", switches, spared

    def leaving(self, lost):
        """For each node, on how many links beyond the switches it is on it can go, when some switches are lost."""
        there = numpy.ones(len(self.switches))
        there[list(lost)] = 0
        beyond = (self.uplinks + self.across) @ there + (self.uplinks + self.across).T @ there
        return self.down @ (beyond * there)

    def parting(self):
        """Every switch without which nodes on others do not all reach each other."""
        graph = networkx.Graph()
        graph.add_nodes_from(self.switches)
        graph.add_edges_from((link.lower, link.upper) for link in self.fabric.up + self.fabric.across if link.lower in self.switches)
        homes = {link.upper for link in self.fabric.up if link.lower in self.nodes}
        for device in list(networkx.articulation_points(graph)):
            rest = graph.subgraph(set(graph) - {device})
            if sum(1 for piece in networkx.connected_components(rest) if piece & homes) > 1:
                yield "leaf" if self.fabric.height_of(device) == 1 else "spine", device

    # Cuts

    def bisection_of_joined(self):
        """The same; every halving of a few nodes is tried, and of many nodes nothing is known from below."""
        halved = self.halved()
        if 0 < len(halved) <= 12:
            least = self.least_cut(halved, combinations(halved, len(halved) // 2), self.uplinks, self.across)
            return least, least
        return 0, self.least_cut(halved, self.halvings(halved), self.uplinks, self.across)

    def halved(self):
        gpus = self.fabric.cluster.gpus_of
        return [i for node, i in self.nodes.items() if gpus(node) > 0] or list(self.nodes.values())

    def bisection(self):
        """A bound from below and one from above: no halving lets less through than the first, and one lets through the second."""
        halved = self.halved()
        half = len(halved) // 2
        if half == 0:
            return 0, 0
        above = self.least_cut(halved, self.halvings(halved), self.uplinks)
        # At this rate all send at once over evenly used ways, to whomever: so do the halves to each other.
        rate = ((self.down @ self.shares()) / self.speed)[halved].min()
        below = rate * sum(sorted(self.speed[halved])[:half]) if self.is_even() else 0
        return below, above

    def halvings(self, halved):
        """Some ways to halve nodes: in the order of devices.csv, by their speed, and every other one."""
        place, half = {device: i for i, device in enumerate(self.fabric.cluster.devices)}, len(halved) // 2
        order = sorted(halved, key=lambda i: place[self.fabric.nodes[i]])
        slowest = sorted(order, key=lambda i: self.speed[i])
        return [order[:half], slowest[:half], order[-half:], order[::2][:half]]

    def least_cut(self, halved, halvings, *ways):
        return min(self.cut(set(side), set(halved) - set(side), ways) for side in halvings)

    def is_even(self):
        """Whether switches that share one above share all of them, in the same parts: then what all send up in even shares comes down so."""
        above = {}
        for i in range(len(self.switches)):
            row = self.uplinks[i]
            if row.nnz == 0:
                continue
            parts = {int(j): g / row.data.sum() for j, g in zip(row.indices, row.data)}
            for j in parts:
                other = above.setdefault((self.fabric.cluster.group(self.fabric.switches[i]), j), parts)
                if set(other) != set(parts) or any(abs(other[k] - parts[k]) > 1e-9 for k in parts):
                    return False
        return True

    def cut(self, sources, sinks, ways):
        """The most that some nodes send others at once, over switches alone."""
        n = len(self.switches)
        capacity = Counter()
        for i, ends in ((i, self.down[i]) for i in sources | sinks):
            for j, gbps in zip(ends.indices, ends.data):
                capacity[(n, int(j)) if i in sources else (int(j), n + 1)] += gbps
        for links in ways:
            for i, j in zip(*links.nonzero()):
                capacity[int(i), int(j)] += links[i, j]
                capacity[int(j), int(i)] += links[i, j]
        edges = list(capacity)
        graph = csr_matrix(
            (numpy.array([round(capacity[e]) for e in edges], dtype=numpy.int32), ([a for a, _ in edges], [b for _, b in edges])), shape=(n + 2, n + 2))
        return maximum_flow(graph, n, n + 1).flow_value
