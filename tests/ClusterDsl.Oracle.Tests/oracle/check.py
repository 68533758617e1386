"""Holds cabling.csv and devices.csv of clusters against what plan.json promises, with code that knows nothing of the planner.

    check.py FOLDER...

Prints a line for each fault and each promise that is not kept, "FOLDER<tab>what", and at the end what was measured.
"""

import json
import sys

import faults
from measure import Measure
from network import Cluster, Fabric


def check(folder):
    cluster = Cluster(folder)
    yield from faults.of_cluster(cluster)
    for name in cluster.fabrics:
        fabric = Fabric(cluster, name)
        if not fabric.nodes:
            continue
        yield from faults.of_fabric(fabric)
        measure, metrics = Measure(fabric), fabric.metrics
        hops = measure.hops()
        if (hops is not None) != measure.is_one_piece():
            yield f"{name}: two ways of asking do not agree on whether its nodes reach each other"
        if metrics is None:
            count("without metrics")
            continue
        yield from hold(f"{name}: connected", metrics["connected"], int(hops is not None), 0)
        yield from joined(name, metrics, measure, hops) if "fullLoadPpm" not in metrics else tree(name, fabric, metrics, measure, hops)
        count("fabrics")


def tree(name, fabric, metrics, measure, hops):
    """What all send goes up, and comes down again: all that is promised can be measured."""
    for tier in fabric.plan["tiers"]:
        yield from hold(f"{name}: the ratio of {', '.join(tier['groups'])}", ratio_of(tier["ratio"]), measure.ratio(set(tier["groups"])), 0.00501)
    if hops:
        yield from hold(f"{name}: hops", metrics.get("hops"), hops, 0)
    yield from hold(f"{name}: full load", metrics.get("fullLoadPpm"), measure.full_load() * 1e6, 2)
    losses, promised = measure.worst_losses(), {loss["loss"]: loss["leftPpm"] for loss in metrics["losses"]}
    # The files say nothing of power supplies, so what a lost feed leaves cannot be judged from them.
    for kind in sorted((set(losses) | set(promised)) - {"powerfeed"}):
        yield from hold(f"{name}: left after losing a {kind}", promised.get(kind), losses[kind] * 1e6 if kind in losses else None, 2)
    yield from bisection(name, metrics.get("bisectionGbps"), *measure.bisection())


def joined(name, metrics, measure, hops):
    """Among switches that are joined to their like the routing decides what gets through: promised is what holds for any."""
    if "hops" in metrics:
        yield from hold(f"{name}: hops", metrics["hops"], hops, 0)
    count("hops" if "hops" in metrics else "hops not promised")
    promised, cut_off = {loss["loss"]: loss["leftPpm"] for loss in metrics["losses"]}, measure.cut_off()
    for kind in sorted(set(promised) - {"powerfeed"}):
        yield from hold(f"{name}: left after losing a {kind}", promised[kind], 0 if kind in cut_off else None, 0)
    for kind in sorted({"leaf", "spine"} & cut_off - set(promised)):
        yield f"{name}: losing a {kind} cuts nodes off, and nothing is promised of it"
    for kind, device in measure.parting():
        if kind not in promised:
            yield f"{name}: losing {device} parts nodes that are on other switches, and nothing is promised of it"
    yield from bisection(name, metrics.get("bisectionGbps"), *measure.bisection_of_joined())


def bisection(name, promised, below, above):
    if promised is None:
        return
    count("bisection exact" if abs(above - below) <= 1e-6 * max(1, above) else "bisection bounded")
    if promised > above + 1e-6 * above or promised < below - 1e-6 * below:
        yield f"{name}: the bisection is promised as {promised} Gb/s; it is at least {below:.0f} and at most {above:.0f}"


def hold(what, promised, found, tolerance):
    if promised is None and found is None:
        return
    if promised is None or found is None or abs(promised - found) > tolerance:
        yield f"{what} is promised as {promised}; it is {found}"


def ratio_of(text):
    if not text:
        return None
    down, up = text.split(":")
    return float(down) / float(up) if float(up) else None


measured = {}


def count(what):
    measured[what] = measured.get(what, 0) + 1


if __name__ == "__main__":
    for folder in sys.argv[1:] if sys.argv[1:] != ["-"] else [line.strip() for line in sys.stdin if line.strip()]:
        for fault in check(folder):
            print(f"{folder}\t{fault}")
        count("clusters")
    print("measured\t" + json.dumps(measured, sort_keys=True))
