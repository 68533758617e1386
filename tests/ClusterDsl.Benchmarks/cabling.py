# The links of a fat tree of three tiers, as numbers: no names, no parts, no lengths, no checks.
import sys

nodes, links = int(sys.argv[1]), open(sys.argv[2], "w")
for node in range(nodes):
    for rail in range(8):
        k = node * 8 + rail
        links.write(f"{node},{rail},{k // 128},{k % 128}\n")
for tier in (1, 2):
    for k in range(nodes * 8):
        links.write(f"{k // 128},{128 + k % 128},{k % 128},{k // 128}\n")
