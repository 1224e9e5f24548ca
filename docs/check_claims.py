#!/usr/bin/env python3
"""Computes every number of a claims.md again, with NumPy only.

    ./unitscope reproduce claims --quick
    python3 docs/check_claims.py runs/reproduce-quick

1. Every row of claims/claims.csv and every row of the tables in claims/claims.md, from the arrays in
   claims/results.npz: shares with Wilson intervals, medians with intervals of order statistics.
2. Every number in the sentences of claims.md is one of the tables'.
3. The arrays themselves, where they come from pictures, from the pictures in the results.npz of the
   other runs: numbers of optima, cosines between methods, areas.

Exits with 1 and says what differs, if anything does.
"""

import csv
import math
import re
import sys
from pathlib import Path

import numpy as np

Z = 1.959963984540054  # of a two-sided 95 % interval
SAME_OPTIMUM = 0.99


def wilson(values):
    n, p = len(values), np.mean(values == 1)
    centre = (p + Z * Z / (2 * n)) / (1 + Z * Z / n)
    half = Z / (1 + Z * Z / n) * math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))
    return p, max(0, centre - half), min(1, centre + half)


def median(values):
    values = np.sort(values)
    n, k, below = len(values), 0, math.comb(len(values), 0) / 2 ** len(values)
    while below < 0.025:
        k += 1
        below += math.comb(n, k) / 2**n
    k = max(1, k)
    return np.median(values), values[k - 1], values[n - k]


def text(statistic, estimate):
    if statistic == "share":
        return "%.1f %% [%.1f, %.1f]" % tuple(100 * x for x in estimate)
    return "%.3f [%.3f, %.3f]" % tuple(estimate)


def normalized(pictures):
    norms = np.linalg.norm(pictures, axis=1, keepdims=True)
    return pictures / np.where(norms == 0, 1, norms)


def optima(images, settled):
    """Connected components of the settled pictures that have a cosine of 0.99 or more."""
    unit = normalized(images[settled].astype(float))
    near = unit @ unit.T >= SAME_OPTIMUM
    left, count = set(range(len(unit))), 0
    while left:
        count += 1
        reached = {left.pop()}
        while reached:
            i = reached.pop()
            found = {j for j in left if near[i, j]}
            left -= found
            reached |= found
    return count


class Check:
    def __init__(self, root):
        self.root = Path(root)
        self.problems = []
        self.checked = 0

    def same(self, what, ours, theirs, tolerance):
        self.checked += 1
        ours, theirs = np.asarray(ours, float), np.asarray(theirs, float)
        if ours.shape != theirs.shape or not np.allclose(
            ours, theirs, rtol=0, atol=tolerance, equal_nan=True
        ):
            self.problems.append("%s: %s here, %s there" % (what, ours, theirs))

    def run(self):
        claims = self.root / "claims"
        arrays = np.load(claims / "results.npz")
        texts = self.check_csv(claims / "claims.csv", arrays)
        self.check_markdown((claims / "claims.md").read_text(encoding="utf-8"), texts)
        for name in arrays.files:
            self.check_array(name, arrays[name])

    def check_csv(self, path, arrays):
        texts = {}
        with open(path, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                values = arrays[row["array"]]
                values = values[np.isfinite(values)]
                self.same(row["array"] + " units", len(values), int(row["units"]), 0)
                texts[row["array"]] = "not measured"
                if len(values):
                    estimate = (wilson if row["statistic"] == "share" else median)(values)
                    theirs = [float(row[key]) for key in ("value", "low", "high")]
                    self.same(row["array"], estimate, theirs, 1e-9)
                    texts[row["array"]] = text(row["statistic"], estimate)
        return texts

    def check_markdown(self, markdown, texts):
        rows = re.findall(r"^\|.*\| ([^|]*) \| `([^`]*)` \|$", markdown, re.M)
        self.same("rows of the tables", len(rows), len(texts), 0)
        for shown, array in rows:
            self.checked += 1
            if shown != texts[array]:
                self.problems.append("%s: %s here, %s there" % (array, texts[array], shown))
        for line in re.findall(r"^- .*\*\*.*$", markdown, re.M):
            for number in re.findall(r"-?[\d.]+(?: %)? \[[^]]*\]", line):
                self.checked += 1
                if number not in texts.values():
                    self.problems.append("no table has the %s of: %s" % (number, line))

    def check_array(self, name, values):
        claim, model, network, *rest = name.split(".")
        if not rest[0].startswith("layer"):
            return
        layer, key = rest[0], ".".join(rest[1:])
        if claim == "a" and key == "oneOptimum":
            self.check_optima(name, model, network, layer, values)
        if network == "trained" and claim in "bc":
            self.check_pictures(name, model, layer, key, values)

    def check_optima(self, name, model, network, layer, values):
        study = np.load(self.root / (model + "-unimodality") / "results.npz")
        prefix = "%s.%s." % (network, layer)
        # Studies of before called it converged.
        name = prefix + "settled"
        settled = study[name if name in study.files else prefix + "converged"]
        units, restarts = settled.shape
        images = study[prefix + "images"].reshape(units, restarts, -1)
        ours = []
        for i in range(units):
            measured = settled[i].sum() >= max(2, restarts / 2)
            ours.append(optima(images[i], settled[i]) == 1 if measured else math.nan)
        self.same(name, ours, values, 0)

    def check_pictures(self, name, model, layer, key, values):
        run = np.load(self.root / ("%s-%s" % (model, layer)) / "results.npz")
        pictures = {"combination": run["combination.images"]}
        best = run["maximization.values"].argmax(axis=1)
        pictures["maximization"] = run["maximization.images"][np.arange(len(best)), best]
        if "sampling.mean" in run.files:
            pictures["sampling"] = pictures["sampling_mean"] = run["sampling.mean"]
            pictures["sample"] = run["sampling.samples"][:, -1]
        kind, measure = key.rsplit(".", 1)
        if measure == "area":
            squares = pictures[kind].astype(float) ** 2
            n = squares.shape[1]
            with np.errstate(invalid="ignore"):
                area = squares.sum(1) ** 2 / (n * (squares**2).sum(1))
            self.same(name, area, values, 1e-9)
        if measure in ("cosine", "others"):
            first, second = re.fullmatch("(maximization|sampling)(.*)", kind).groups()
            a = normalized(pictures[first].astype(float))
            b = normalized(pictures[second.lower()].astype(float))
            cosines = a @ b.T
            own = np.diag(cosines)
            others = (cosines.sum(1) - own) / (len(own) - 1)
            self.same(name, own if measure == "cosine" else others, values, 1e-5)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    check = Check(sys.argv[1])
    check.run()
    for problem in check.problems:
        print(problem)
    print("%d numbers and arrays checked, %d differ" % (check.checked, len(check.problems)))
    sys.exit(1 if check.problems else 0)


if __name__ == "__main__":
    main()
