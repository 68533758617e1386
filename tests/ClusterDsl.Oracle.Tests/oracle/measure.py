"""Measures what a plan promises, cable by cable: distances, ratios, cuts, and what every single failure leaves."""

from collections import Counter, defaultdict

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

    # Cuts

    def bisection(self):
        """A bound from below and one from above: no halving lets less through than the first, and one lets through the second."""
        cluster = self.fabric.cluster
        halved = [i for node, i in self.nodes.items() if cluster.gpus_of(node) > 0] or list(self.nodes.values())
        half = len(halved) // 2
        if half == 0:
            return 0, 0
        place = {device: i for i, device in enumerate(cluster.devices)}
        order = sorted(halved, key=lambda i: place[self.fabric.nodes[i]])
        slowest = sorted(order, key=lambda i: self.speed[i])
        halvings = [order[:half], slowest[:half], order[-half:], order[::2][:half]]
        above = min(self.cut(set(side), [i for i in halved if i not in set(side)]) for side in halvings)
        # At this rate all send at once over evenly used ways, to whomever: so do the halves to each other.
        rate = ((self.down @ self.shares()) / self.speed)[halved].min()
        below = rate * sum(sorted(self.speed[halved])[:half]) if self.is_even() else 0
        return below, above

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

    def cut(self, sources, sinks):
        """The most that some nodes send others at once, over switches alone."""
        sinks, n = set(sinks), len(self.switches)
        capacity = Counter()
        for i, ends in ((i, self.down[i]) for i in sources | sinks):
            for j, gbps in zip(ends.indices, ends.data):
                capacity[(n, int(j)) if i in sources else (int(j), n + 1)] += gbps
        rows, columns = self.uplinks.nonzero()
        for i, j in zip(rows, columns):
            capacity[int(i), int(j)] += self.uplinks[i, j]
            capacity[int(j), int(i)] += self.uplinks[i, j]
        edges = list(capacity)
        graph = csr_matrix(
            (numpy.array([round(capacity[e]) for e in edges], dtype=numpy.int32), ([a for a, _ in edges], [b for _, b in edges])), shape=(n + 2, n + 2))
        return maximum_flow(graph, n, n + 1).flow_value
