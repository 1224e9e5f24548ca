package io.github.unitscope.convnet.training;

import io.github.unitscope.network.numerics.Shuffle;
import io.github.unitscope.network.random.Seed;
import java.util.Arrays;

/** Which images each step sees: a new random order for every epoch. */
final class BatchOrder {
  private final int images;
  private final int batchSize;
  private final Seed seed;
  private int orderedEpoch;
  private int[] order;

  BatchOrder(int images, int batchSize, Seed seed) {
    this.images = images;
    this.batchSize = Math.min(images, batchSize);
    this.seed = seed;
  }

  /** The epoch of a step; both from 1. */
  int epoch(int step) {
    return (step - 1) / stepsInEpoch() + 1;
  }

  private int stepsInEpoch() {
    return images / batchSize;
  }

  /** The indices of a step's images. */
  int[] batch(int step) {
    if (orderedEpoch != epoch(step)) {
      orderedEpoch = epoch(step);
      order = Shuffle.order(images, seed.derive(orderedEpoch));
    }
    int from = (step - 1) % stepsInEpoch() * batchSize;
    return Arrays.copyOfRange(order, from, from + batchSize);
  }
}
