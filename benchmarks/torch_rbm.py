#!/usr/bin/env python3
"""A CD-1 epoch (784 x 500), and one of a denoising autoencoder, in PyTorch.

Written as its users would for speed: no autograd, products into buffers that are kept, weight and
velocity changed in place, images in one float32 tensor. Threads: --threads.

Debian: apt-get install python3-torch
"""
import argparse

import torch

from rounds import INPUTS, measure

HIDDEN = 500
RATE, MOMENTUM, DECAY = 0.1, 0.5, 2e-4
NOISE = 0.4


class Layer:
    def __init__(self, batch):
        self.weights = 0.01 * torch.randn(INPUTS, HIDDEN)
        self.velocity = torch.zeros_like(self.weights)
        self.visible_bias, self.hidden_bias = torch.zeros(INPUTS), torch.zeros(HIDDEN)
        self.visible_velocity, self.hidden_velocity = torch.zeros(INPUTS), torch.zeros(HIDDEN)
        self.batch = batch
        self.data_hidden, self.sample, self.chain_hidden, self.hidden_delta = (
            torch.empty(batch, HIDDEN) for _ in range(4))
        self.chain, self.corrupted, self.uniform = (
            torch.empty(batch, INPUTS) for _ in range(3))

    def up(self, visible, out):
        torch.addmm(self.hidden_bias, visible, self.weights, out=out)
        return out.sigmoid_()

    def down(self, hidden, out):
        torch.addmm(self.visible_bias, hidden, self.weights.t(), out=out)
        return out.sigmoid_()

    def decay(self, rate):
        self.velocity.mul_(MOMENTUM).add_(self.weights, alpha=-rate * DECAY)

    def move(self, visible_gradient, hidden_gradient, rate):
        self.weights.add_(self.velocity)
        self.visible_velocity.mul_(MOMENTUM).add_(visible_gradient, alpha=rate)
        self.hidden_velocity.mul_(MOMENTUM).add_(hidden_gradient, alpha=rate)
        self.visible_bias.add_(self.visible_velocity)
        self.hidden_bias.add_(self.hidden_velocity)

    def contrastive_divergence(self, data):
        self.up(data, self.data_hidden)
        torch.bernoulli(self.data_hidden, out=self.sample)
        self.down(self.sample, self.chain)
        torch.bernoulli(self.chain, out=self.chain)
        self.up(self.chain, self.chain_hidden)
        rate = RATE / self.batch
        self.decay(RATE)
        self.velocity.addmm_(data.t(), self.data_hidden, alpha=rate)
        self.velocity.addmm_(self.chain.t(), self.chain_hidden, alpha=-rate)
        self.move(data.sum(0) - self.chain.sum(0),
                  self.data_hidden.sum(0) - self.chain_hidden.sum(0), rate)

    def denoising_autoencoder(self, data):
        self.uniform.uniform_()
        self.corrupted.copy_(data)
        self.corrupted.masked_fill_(self.uniform < NOISE, 1)
        self.corrupted.masked_fill_(self.uniform < NOISE / 2, 0)
        hidden = self.up(self.corrupted, self.data_hidden)
        delta = self.down(hidden, self.chain).sub_(data)
        torch.mm(delta, self.weights, out=self.hidden_delta)
        self.hidden_delta.mul_(hidden).mul_(torch.sub(1, hidden, out=self.sample))
        rate = RATE / self.batch
        self.decay(RATE)
        self.velocity.addmm_(self.corrupted.t(), self.hidden_delta, alpha=-rate)
        self.velocity.addmm_(delta.t(), hidden, alpha=-rate)
        self.move(-delta.sum(0), -self.hidden_delta.sum(0), rate)


def epoch(images, step, batch):
    order = torch.randperm(len(images))
    for start in range(0, len(images) - batch + 1, batch):
        step(images[order[start:start + batch]])


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--images", type=int, default=10_000)
    arguments.add_argument("--threads", type=int, default=torch.get_num_threads())
    options = arguments.parse_args()
    torch.set_num_threads(options.threads)
    torch.set_grad_enabled(False)
    torch.manual_seed(1)
    images = torch.rand(options.images, INPUTS) * (torch.rand(options.images, INPUTS) < 0.2)
    operations = 10.0 * INPUTS * HIDDEN
    for name, batch in (("cd1", 100), ("cd1", 20), ("dae", 20)):
        layer = Layer(batch)
        step = layer.contrastive_divergence if name == "cd1" else layer.denoising_autoencoder
        measure(f"torch-{name}-{batch}-threads{options.threads}", "image", options.images,
                operations, lambda: epoch(images, step, batch), options.rounds)


if __name__ == "__main__":
    main()
