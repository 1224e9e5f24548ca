package io.github.unitscope.datasets.training;

import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;

/** The order in which an epoch goes through its rows. */
public final class EpochOrder {
  private EpochOrder() {}

  /** The numbers from 0 to {@code size} − 1 in random order (Fisher and Yates). */
  public static int[] random(int size, Seed seed) {
    int[] order = new int[size];
    SplitMix64 random = seed.stream();
    for (int i = 0; i < size; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
