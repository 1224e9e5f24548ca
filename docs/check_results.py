"""Recomputes the numbers of a `compare` run from its arrays, with NumPy alone.

    python3 docs/check_results.py MODEL_FOLDER RUN_FOLDER

Checks every reported activation, the norm of every image, the residuals and the linear
combinations, and makes a plain gradient ascent from the same starts: it should find no higher value.
"""

import json
import sys

import numpy as np

model, run = sys.argv[1:3]
weights = np.load(model + "/weights.npz")
results = np.load(run + "/results.npz")
settings = json.load(open(run + "/manifest.json"))["inputs"]["settings"]
layer = settings["maximization"]["layer"]
rho = settings["maximization"]["specification"]["constraint"]["norm"]
W = [weights[f"layer{j}.weights"].astype(float) for j in range(1, layer + 1)]
b = [weights[f"layer{j}.hiddenBias"].astype(float) for j in range(1, layer + 1)]


def sigmoid(a):
    return 1 / (1 + np.exp(-a))


def preactivation_and_gradient(x, units):
    """x [rows, inputs], a unit for every row: the unit's pre-activation and its gradient in x."""
    outputs = [x]
    for j in range(layer - 1):
        outputs.append(sigmoid(outputs[-1] @ W[j] + b[j]))
    value = np.sum(outputs[-1] * W[-1][:, units].T, axis=1) + b[-1][units]
    gradient = W[-1][:, units].T
    for j in reversed(range(layer - 1)):
        gradient = (gradient * outputs[j + 1] * (1 - outputs[j + 1])) @ W[j].T
    return value, gradient


def residual(x, gradient):
    radial = np.sum(x * gradient, axis=1, keepdims=True) / rho**2 * x
    return np.linalg.norm(gradient - radial, axis=1) / np.linalg.norm(gradient, axis=1)


def plain_ascent(x, units, steps=3000):
    for step in range(steps):
        _, gradient = preactivation_and_gradient(x, units)
        gradient /= np.linalg.norm(gradient, axis=1, keepdims=True)
        x = x + rho * 0.05 * 0.999**step * gradient
        x *= rho / np.linalg.norm(x, axis=1, keepdims=True)
    return preactivation_and_gradient(x, units)[0]


def report(what, worst, bound):
    print(f"{'ok ' if worst <= bound else 'BAD'} {what}: {worst:.2g} (bound {bound:g})")
    return worst <= bound


units = results["maximization.units"]
images = results["maximization.images"].astype(float)
count, restarts, inputs = images.shape
x = images.reshape(-1, inputs)
row_units = np.repeat(units, restarts)
value, gradient = preactivation_and_gradient(x, row_units)
reported = results["maximization.preactivations"].ravel()
good = report("pre-activations", np.max(np.abs(value - reported) / np.maximum(1, np.abs(value))), 1e-4)
good &= report("activations", np.max(np.abs(sigmoid(value) - results["maximization.activations"].ravel())), 1e-4)
good &= report("norms", np.max(np.abs(np.linalg.norm(x, axis=1) - rho)), 1e-4 * rho)
good &= report("residuals", np.max(np.abs(residual(x, gradient) - results["maximization.residuals"].ravel())), 1e-4)
combination = np.linalg.multi_dot(W)[:, units].T if layer > 1 else W[0][:, units].T
if settings["combination"]["connections"] == {"most": 0, "share": 1.0}:
    difference = np.abs(combination - results["combination.images"]).max(axis=1) / np.abs(combination).max(axis=1)
    good &= report("linear combinations", np.max(difference), 1e-4)
mean = results["sampling.samples"].astype(float).mean(axis=1)
good &= report("means of samples", np.max(np.abs(mean - results["sampling.mean"])), 1e-4)
starts = results["maximization.starts"].astype(float).reshape(-1, inputs)
found = plain_ascent(starts, row_units).reshape(count, restarts)
ours = reported.reshape(count, restarts)
higher_row = np.mean(found > ours + 1e-3 * np.abs(ours))
higher_unit = np.mean(found.max(axis=1) > ours.max(axis=1) + 1e-3 * np.abs(ours.max(axis=1)))
lower_row = np.mean(found < ours - 1e-3 * np.abs(ours))
print(f"plain ascent from the same start: higher in {higher_row:.1%} of the starts, lower in {lower_row:.1%}")
good &= report("share of units where the best of its starts is higher", higher_unit, 0.05)
sys.exit(0 if good else 1)
