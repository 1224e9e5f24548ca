#!/usr/bin/env python3
"""Turns what benchmarks/run left into a Markdown table on standard output."""
import json
import pathlib
import sys


def row(one, source):
    seconds = one["seconds"]
    ratio = one.get("ratio")
    cells = [
        one["name"],
        source,
        str(one["rounds"]),
        f'{seconds["median"]:.3f} [{seconds["lowerQuartile"]:.3f}, {seconds["upperQuartile"]:.3f}]',
        gigaflops(one.get("gigaflops")),
        "" if ratio is None else
        f'{ratio["median"]:.2f} [{ratio["lowerQuartile"]:.2f}, {ratio["upperQuartile"]:.2f}]'
        f' × {one["reference"]}',
    ]
    return "| " + " | ".join(cells) + " |"


def gigaflops(value):
    if value is None:
        return ""
    return f'{value["median"] if isinstance(value, dict) else value:.1f}'


def main():
    folder = pathlib.Path(sys.argv[1])
    print("| workload | from | rounds | seconds a round | GF/s | speed |")
    print("|---|---|---|---|---|---|")
    for name in ("bench", "peers"):
        path = folder / f"{name}.json"
        if path.exists():
            for one in json.loads(path.read_text())["results"]:
                print(row(one, name))
    lines = folder / "python.jsonl"
    if lines.exists():
        for line in lines.read_text().splitlines():
            print(row(json.loads(line), "python"))


if __name__ == "__main__":
    main()
