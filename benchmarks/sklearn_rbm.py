#!/usr/bin/env python3
"""A CD epoch in scikit-learn: BernoulliRBM (784 x 500), 10,000 images, batches of 100 and 20.

scikit-learn trains by persistent contrastive divergence (SML) without momentum: a step makes one
product more or less as CD-1 does (up for the data, down and up for the chains, two for the
gradient). It computes in the type of the data: float32 here, as in unitscope.

Debian: apt-get install python3-sklearn. Threads: OPENBLAS_NUM_THREADS=2 ./sklearn_rbm.py --threads 2

With --serve it trains when it is asked to, so that another program can take turns with it: for every
line on standard input, a batch size, it writes the seconds of an epoch.
"""
import argparse
import sys
import time

import numpy
from sklearn.neural_network import BernoulliRBM

from rounds import INPUTS, measure

HIDDEN = 500


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--images", type=int, default=10_000)
    arguments.add_argument("--threads", type=int, default=1, help="what BLAS was told, for the name")
    arguments.add_argument("--serve", action="store_true", help="train an epoch for every line of input")
    options = arguments.parse_args()
    random = numpy.random.RandomState(1)
    # Digits are dark in four places of five; the time does not depend on the values.
    images = random.rand(options.images, INPUTS).astype(numpy.float32)
    images *= random.rand(options.images, INPUTS) < 0.2
    if options.serve:
        serve(images)
        return
    for batch in (100, 20):
        measure(f"sklearn-cd1-{batch}-threads{options.threads}", "image", options.images, 10.0 * INPUTS * HIDDEN,
                lambda: epoch(images, batch), options.rounds)


def epoch(images, batch):
    BernoulliRBM(HIDDEN, learning_rate=0.01, batch_size=batch, n_iter=1, random_state=1).fit(images)


def serve(images):
    for line in sys.stdin:
        start = time.perf_counter()
        epoch(images, int(line))
        print(time.perf_counter() - start, flush=True)


if __name__ == "__main__":
    main()
