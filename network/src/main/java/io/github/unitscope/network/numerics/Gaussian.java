package io.github.unitscope.network.numerics;

import io.github.unitscope.network.random.SplitMix64;

/** Normally distributed samples around given means. */
public final class Gaussian {
  private Gaussian() {}

  /**
   * Draws one sample for every mean (Box and Muller 1958). The number for a unit depends only on
   * its column and its row's seed.
   *
   * @param means [rows, units]
   * @param deviation the standard deviation, not negative
   * @param seeds [rows], a seed for every row
   * @param samples [rows, units], overwritten; may be {@code means} itself
   */
  public static void sample(Matrix means, double deviation, long[] seeds, Matrix samples) {
    int rows = means.rows();
    samples.update(
        (block, first, count) -> {
          means.readColumns(first, count, block);
          for (int column = 0; column < count; column++) {
            for (int row = 0; row < rows; row++) {
              block[column * rows + row] += (float) (deviation * at(seeds[row], first + column));
            }
          }
        });
  }

  /**
   * Adds noise to some values of one row, with the same numbers as {@link #sample}.
   *
   * @param deviation the standard deviation, not negative
   * @param seed of the row
   * @param firstUnit the column of the first of them
   * @param values to be changed
   * @param from where the first is in {@code values}
   * @param count how many there are
   */
  public static void add(
      double deviation, long seed, int firstUnit, float[] values, int from, int count) {
    for (int i = 0; i < count; i++) {
      values[from + i] += (float) (deviation * at(seed, firstUnit + i));
    }
  }

  /** Number {@code index} of a stream of independent standard normal numbers. */
  static double at(long seed, long index) {
    double radius = Math.sqrt(-2 * Math.log(1 - (double) SplitMix64.uniformAt(seed, 2 * index)));
    return radius * Math.cos(2 * Math.PI * SplitMix64.uniformAt(seed, 2 * index + 1));
  }
}
