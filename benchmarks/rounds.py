"""What the scripts beside this file share: rounds, medians, and a line of JSON for each result."""
import json
import statistics
import sys
import time

INPUTS = 784


def measure(name, item, items, operations, work, rounds):
    """Times work() and prints its median and quartiles.

    name, item   as unitscope's bench calls them
    items        how many of them a round makes, or a function that says so after a round
    operations   floating-point operations of an item
    work         one round
    """
    work()
    samples, made = [], []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        samples.append(time.perf_counter() - start)
        made.append(items() if callable(items) else items)
    rates = [n * operations / s / 1e9 for n, s in zip(made, samples)]
    quartiles = statistics.quantiles(samples, n=4, method="inclusive") if rounds > 1 else samples * 3
    print(json.dumps({
        "name": name,
        "item": item,
        "rounds": rounds,
        "seconds": {
            "median": quartiles[1], "lowerQuartile": quartiles[0], "upperQuartile": quartiles[2]},
        "items": made[-1],
        "gigaflops": statistics.median(rates),
        "samples": samples,
    }))
    sys.stdout.flush()
