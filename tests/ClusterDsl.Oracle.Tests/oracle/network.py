"""What was written of one cluster: its devices, its cables, and what its plan promises of each fabric."""

import csv
import json
import os
from collections import defaultdict


class Cluster:
    def __init__(self, folder):
        self.folder = folder
        with open(os.path.join(folder, "devices.csv"), encoding="utf-8", newline="") as file:
            self.devices = {row["device"]: row for row in csv.DictReader(file)}
        with open(os.path.join(folder, "cabling.csv"), encoding="utf-8", newline="") as file:
            self.rows = list(csv.DictReader(file))
        with open(os.path.join(folder, "plan.json"), encoding="utf-8") as file:
            self.plan = json.load(file)
        self.fabrics = {fabric["name"]: fabric for fabric in self.plan["fabrics"]}
        self.switch_groups = {group for fabric in self.plan["fabrics"] for tier in fabric["tiers"] for group in tier["groups"]}
        self.gpus = {model["id"]: model["gpus"] for model in self.plan["models"]}

    def is_switch(self, device):
        return device in self.devices and self.devices[device]["group"] in self.switch_groups

    def group(self, device):
        return self.devices[device]["group"]

    def gpus_of(self, device):
        return self.gpus[self.devices[device]["model"]]


class Link:
    """One row of cabling.csv that carries traffic of a fabric, from the nodes upwards."""

    __slots__ = ("lower", "lower_port", "upper", "upper_port", "gbps")

    def __init__(self, lower, lower_port, upper, upper_port, gbps):
        self.lower, self.lower_port, self.upper, self.upper_port, self.gbps = lower, lower_port, upper, upper_port, gbps


class Fabric:
    """The nodes, the switches and the links of a fabric, and of the one whose spines take its uplinks."""

    def __init__(self, cluster, name):
        self.cluster, self.name, self.plan = cluster, name, cluster.fabrics[name]
        self.metrics = self.plan.get("metrics")
        names = [name] + ([self.plan["into"]] if "into" in self.plan else [])
        # A tier's height is its place in the plan; tiers of one role stand side by side.
        self.level, height = {}, 0
        for fabric in names:
            role = None
            for tier in cluster.fabrics[fabric]["tiers"]:
                if fabric != name and tier["role"] == "leaf":
                    continue
                if tier["role"] != role:
                    role, height = tier["role"], height + 1
                for group in tier["groups"]:
                    self.level[group] = height
        own = {group for tier in self.plan["tiers"] for group in tier["groups"]}
        self.up, self.across, self.below = [], [], defaultdict(float)
        for row in cluster.rows:
            a, b = row["a_device"], row["b_device"]
            if a not in cluster.devices or b not in cluster.devices or not (cluster.is_switch(a) or cluster.is_switch(b)):
                continue
            if is_management(cluster, a, row["a_port"]) or is_management(cluster, b, row["b_port"]):
                continue
            la, lb = self.height_of(a), self.height_of(b)
            if row["fabric"] not in names:
                continue
            if max(la, lb) > 0 and row["fabric"] in names:
                # What comes into the spines from elsewhere takes its share of them, but is none of this fabric's nodes.
                upper = a if la > lb else b
                if la != lb:
                    self.below[upper] += float(row["speed_gbps"])
            if row["fabric"] != name and not (cluster.group(a) in own or (la > 0 and lb > 0)):
                continue
            if max(la, lb) == 0:
                continue
            if la == lb:
                self.across.append(Link(a, row["a_port"], b, row["b_port"], float(row["speed_gbps"])))
            elif la < lb:
                self.up.append(Link(a, row["a_port"], b, row["b_port"], float(row["speed_gbps"])))
            else:
                self.up.append(Link(b, row["b_port"], a, row["a_port"], float(row["speed_gbps"])))
        self.nodes = sorted({link.lower for link in self.up if self.height_of(link.lower) == 0})
        self.switches = sorted(device for device, row in cluster.devices.items() if row["group"] in self.level)

    def height_of(self, device):
        """0 for a node, 1 for a leaf, and so on."""
        return self.level.get(self.cluster.group(device), 0)


def is_management(cluster, device, port):
    return cluster.is_switch(device) and port.startswith("mgmt")
