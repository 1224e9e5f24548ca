package io.github.unitscope.network.numerics;

import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import java.util.Arrays;

/**
 * Random orders, all by Fisher and Yates. The three draw their numbers differently: results of
 * earlier versions hang on the bits of each.
 */
public final class Shuffle {
  private Shuffle() {}

  /** The numbers from 0 to {@code size} − 1 in random order. */
  public static int[] order(int size, Seed seed) {
    int[] order = new int[size];
    SplitMix64 random = seed.stream();
    for (int i = 0; i < size; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  /** A copy of the values in random order. */
  public static float[] of(float[] values, Seed seed) {
    float[] order = values.clone();
    SplitMix64 random = seed.stream();
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      float moved = order[i];
      order[i] = order[j];
      order[j] = moved;
    }
    return order;
  }

  /**
   * Some of the numbers from 0 to {@code size} − 1, drawn without putting any back.
   *
   * @param count how many; all where there are fewer
   * @return in ascending order
   */
  public static int[] draw(int count, int size, Seed seed) {
    int[] order = new int[size];
    Arrays.setAll(order, i -> i);
    int drawn = Math.min(count, size);
    SplitMix64 random = seed.stream();
    for (int i = 0; i < drawn; i++) {
      int j = i + random.nextInt(size - i);
      int moved = order[j];
      order[j] = order[i];
      order[i] = moved;
    }
    int[] taken = Arrays.copyOf(order, drawn);
    Arrays.sort(taken);
    return taken;
  }
}
