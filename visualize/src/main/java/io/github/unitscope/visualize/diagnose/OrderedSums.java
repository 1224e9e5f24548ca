package io.github.unitscope.visualize.diagnose;

import java.util.HashMap;
import java.util.Map;

/**
 * Adds up what shards give, in the order of the shards, whatever the order in which threads finish
 * them: the same bits for any number of threads. Only sums of shards that wait for an earlier one
 * are held.
 */
final class OrderedSums {
  private final double[] totals;
  private final Map<Integer, double[]> waiting = new HashMap<>();
  private int next;

  OrderedSums(int count) {
    this.totals = new double[count];
  }

  /**
   * @param shard from 0; each exactly once
   * @param sums of it; not to be written to any more
   */
  synchronized void add(int shard, double[] sums) {
    waiting.put(shard, sums);
    for (double[] ready = waiting.remove(next); ready != null; ready = waiting.remove(next)) {
      for (int i = 0; i < totals.length; i++) {
        totals[i] += ready[i];
      }
      next++;
    }
  }

  /** The totals of all shards that follow each other from the first. */
  synchronized double[] totals() {
    return totals.clone();
  }
}
