#!/usr/bin/env python3
"""The maximization core in PyTorch: 360 rows of a 784-500-500-500 network, layer 3.

The same ascent as unitscope's, for all rows at once: on a sphere, a step of its own for every row
after Barzilai and Borwein, Armijo's condition, until the residual of every row is at most 1e-3 or
1000 steps are made. Rows that have converged keep their place in the batch (--compact takes them
out, which saves products and costs copies). The gradient is written by hand: it is quicker than
autograd, which --autograd shows.

Debian: apt-get install python3-torch
"""
import argparse

import torch

from rounds import INPUTS, measure

SIZES = (INPUTS, 500, 500, 500)
NORM, TOLERANCE, MOST_STEPS = 9.2, 1e-3, 1000
LONGEST, SHORTENING, GAIN, VALUE_NOISE = 0.1, 0.3, 1e-4, 1e-6
UNITS = 36


def network():
    """Random weights of the spread that unitscope's bench takes, biases that centre its layers."""
    weights, biases = [], []
    for below, above in zip(SIZES, SIZES[1:]):
        w = torch.randn(below, above) * (4 / below ** 0.5)
        weights.append(w)
        biases.append(torch.zeros(above) if len(biases) == 0 else -0.5 * w.sum(0))
    return weights, biases


def by_hand(weights, biases, x, units):
    """Pre-activations of a unit for each row [rows], and their gradients [rows, inputs]."""
    h1 = torch.addmm(biases[0], x, weights[0]).sigmoid_()
    h2 = torch.addmm(biases[1], h1, weights[1]).sigmoid_()
    w3 = weights[2].t()[units]
    value = (h2 * w3).sum(1) + biases[2][units]
    # Only one unit of the highest layer is asked for: no product is needed there.
    d2 = w3.mul_(h2).mul_(1 - h2)
    d1 = torch.mm(d2, weights[1].t()).mul_(h1).mul_(1 - h1)
    return value, torch.mm(d1, weights[0].t())


def by_autograd(weights, biases, x, units):
    x = x.detach().requires_grad_(True)
    with torch.enable_grad():
        h = x
        for w, b in zip(weights[:2], biases[:2]):
            h = torch.addmm(b, h, w).sigmoid()
        value = torch.addmm(biases[2], h, weights[2]).gather(1, units[:, None])[:, 0]
        gradient, = torch.autograd.grad(value.sum(), x)
    return value.detach(), gradient


def ascend(evaluate, weights, biases, start, units, compact):
    """Makes the ascents; returns the steps of all rows together."""
    x = start * (NORM / start.norm(dim=1, keepdim=True))
    best, value = x, None
    made = 0
    for _ in range(MOST_STEPS):
        trial_value, gradient = evaluate(weights, biases, x, units)
        made += len(x)
        radial = (x * gradient).sum(1, keepdim=True) / NORM ** 2
        direction = torch.addcmul(gradient, x, radial, value=-1)
        norm = direction.norm(dim=1)
        residual = norm / gradient.norm(dim=1)
        if value is None:
            value, kept, kept_norm, kept_residual = trial_value, direction, norm, residual
            step = LONGEST * NORM / norm
        else:
            moved = x - best
            curved = (moved * (direction - kept)).sum(1)
            square = (moved * moved).sum(1)
            enough = (value + GAIN * step * kept_norm ** 2
                      - VALUE_NOISE * value.abs().clamp_(min=1))
            accept = trial_value >= enough
            longest = LONGEST * NORM / norm
            longer = torch.where(curved >= 0, 4 * step, -square / curved)
            step = torch.where(accept, torch.minimum(longest, longer), SHORTENING * step)
            value = torch.where(accept, trial_value, value)
            kept_norm = torch.where(accept, norm, kept_norm)
            kept_residual = torch.where(accept, residual, kept_residual)
            best = torch.where(accept[:, None], x, best)
            kept = torch.where(accept[:, None], direction, kept)
        going = kept_residual > TOLERANCE
        left = int(going.sum())
        if left == 0:
            break
        if compact and left < 0.8 * len(x):
            best, kept, units, step = best[going], kept[going], units[going], step[going]
            value, kept_norm = value[going], kept_norm[going]
            kept_residual = kept_residual[going]
        x = torch.addcmul(best, kept, step[:, None])
        x *= NORM / x.norm(dim=1, keepdim=True)
    return made


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--rows", type=int, default=360)
    arguments.add_argument("--threads", type=int, default=torch.get_num_threads())
    arguments.add_argument("--autograd", action="store_true")
    arguments.add_argument("--compact", action="store_true")
    options = arguments.parse_args()
    torch.set_num_threads(options.threads)
    torch.set_grad_enabled(False)
    torch.manual_seed(1)
    weights, biases = network()
    start = torch.randn(options.rows, INPUTS)
    units = torch.arange(options.rows) * UNITS // options.rows
    made = [0]

    def work():
        made[0] = ascend(by_autograd if options.autograd else by_hand,
                         weights, biases, start, units, options.compact)

    operations = 4.0 * sum(a * b for a, b in zip(SIZES, SIZES[1:]))
    name = f"torch-maximize-{options.rows}-threads{options.threads}"
    name += ("-autograd" if options.autograd else "") + ("-compact" if options.compact else "")
    measure(name, "row-step", lambda: made[0], operations, work, options.rounds)


if __name__ == "__main__":
    main()
