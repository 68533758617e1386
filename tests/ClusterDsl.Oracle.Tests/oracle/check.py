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
        measure = Measure(fabric)
        for tier in fabric.plan["tiers"]:
            yield from hold(f"{name}: the ratio of {', '.join(tier['groups'])}", ratio_of(tier["ratio"]), measure.ratio(set(tier["groups"])), 0.00501)
        hops = measure.hops()
        if (hops is not None) != measure.is_one_piece():
            yield f"{name}: two ways of asking do not agree on whether its nodes reach each other"
        metrics = fabric.metrics
        if metrics is None:
            measured["without metrics"] = measured.get("without metrics", 0) + 1
            continue
        yield from hold(f"{name}: connected", metrics["connected"], int(hops is not None), 0)
        if hops:
            yield from hold(f"{name}: hops", metrics.get("hops"), hops, 0)
        yield from hold(f"{name}: full load", metrics.get("fullLoadPpm"), measure.full_load() * 1e6, 2)
        losses, promised = measure.worst_losses(), {loss["loss"]: loss["leftPpm"] for loss in metrics["losses"]}
        # The files say nothing of power supplies, so what a lost feed leaves cannot be judged from them.
        for kind in sorted((set(losses) | set(promised)) - {"powerfeed"}):
            yield from hold(f"{name}: left after losing a {kind}", promised.get(kind), losses[kind] * 1e6 if kind in losses else None, 2)
        yield from bisection(name, metrics.get("bisectionGbps"), measure)
        measured["fabrics"] = measured.get("fabrics", 0) + 1


def bisection(name, promised, measure):
    if promised is None:
        return
    below, above = measure.bisection()
    exact = abs(above - below) <= 1e-6 * max(1, above)
    measured["bisection exact" if exact else "bisection bounded"] = measured.get("bisection exact" if exact else "bisection bounded", 0) + 1
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

if __name__ == "__main__":
    for folder in sys.argv[1:] if sys.argv[1:] != ["-"] else [line.strip() for line in sys.stdin if line.strip()]:
        for fault in check(folder):
            print(f"{folder}\t{fault}")
        measured["clusters"] = measured.get("clusters", 0) + 1
    print("measured\t" + json.dumps(measured, sort_keys=True))
