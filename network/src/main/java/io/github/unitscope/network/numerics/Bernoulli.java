package io.github.unitscope.network.numerics;

import io.github.unitscope.network.random.SplitMix64;

/** Binary samples of units that are on with given probabilities. */
public final class Bernoulli {
  private static final int ONE = Float.floatToRawIntBits(1f);

  private Bernoulli() {}

  /**
   * Draws one sample for every mean. The number for a unit is number {@code column} of its row's
   * own stream: it depends neither on the other rows nor on their order.
   *
   * @param means [rows, units], probabilities
   * @param seeds [rows], a seed for every row
   * @param samples [rows, units], overwritten with 0 and 1; may be {@code means} itself
   */
  public static void sample(Matrix means, long[] seeds, Matrix samples) {
    int rows = means.rows();
    long[] bits = new long[rows];
    samples.overwrite(
        (block, first, count) -> {
          means.readColumns(first, count, block);
          for (int column = 0; column < count; column++) {
            SplitMix64.at(seeds, first + column, bits);
            setColumn(block, column * rows, bits);
          }
        });
  }

  private static void setColumn(float[] block, int offset, long[] bits) {
    for (int row = 0; row < bits.length; row++) {
      block[offset + row] = draw(bits[row], block[offset + row]);
    }
  }

  /**
   * Draws a sample for some means of one row, with the same numbers as the other method.
   *
   * @param seed of the row
   * @param firstUnit the column of the first of them
   * @param values the means, overwritten with 0 and 1
   * @param from where the first is in {@code values}
   * @param count how many there are
   */
  public static void sample(long seed, int firstUnit, float[] values, int from, int count) {
    for (int i = 0; i < count; i++) {
      values[from + i] = draw(SplitMix64.at(seed, firstUnit + i), values[from + i]);
    }
  }

  /**
   * Draws samples for some means of some rows, with the same numbers as the other methods.
   *
   * @param seeds of all rows
   * @param firstRow the first row
   * @param rows how many there are
   * @param firstUnit the column of the first mean of a row
   * @param units how many means of a row there are
   * @param values the means, row by row, overwritten with 0 and 1
   * @param bits scratch memory of as many numbers
   */
  public static void sample(
      long[] seeds, int firstRow, int rows, int firstUnit, int units, float[] values, long[] bits) {
    SplitMix64.at(seeds, firstRow, rows, firstUnit, units, bits);
    int count = rows * units;
    for (int i = 0; i < count; i++) {
      values[i] = draw(bits[i], values[i]);
    }
  }

  /**
   * 1 if the uniform number made of these bits is below the mean, as in {@link SplitMix64#uniform}
   * but of whole numbers; else 0. By the sign of a difference, since nobody predicts a branch on a
   * random number, and by a mask, since turning an int into a float takes five times as long.
   */
  private static float draw(long bits, float mean) {
    float difference = SplitMix64.whole(bits) - mean * 0x1p24f;
    return Float.intBitsToFloat(Float.floatToRawIntBits(difference) >> 31 & ONE);
  }
}
