package io.github.unitscope.network.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BernoulliTest {
  private static final int ROWS = 2000;

  private static long[] seeds(int count) {
    long[] seeds = new long[count];
    for (int i = 0; i < count; i++) {
      seeds[i] = Seed.root(9).derive(i).value();
    }
    return seeds;
  }

  /** Every row with the same means. */
  private static Matrix sample(float[] means, long[] seeds) {
    Matrix matrix = Matrix.zeros(seeds.length, means.length);
    for (int row = 0; row < seeds.length; row++) {
      matrix.writeRow(row, means);
    }
    Bernoulli.sample(matrix, seeds, matrix);
    return matrix;
  }

  @Test
  void unitsAreOnAsOftenAsTheirMeansSay() {
    float[] means = {0, 0.02f, 0.3f, 0.5f, 0.9f, 1};
    double[] on = new double[means.length];
    Matrix samples = sample(means, seeds(ROWS));
    samples.addColumnSums(1, on);
    for (int i = 0; i < means.length; i++) {
      double deviation = Math.sqrt(ROWS * means[i] * (1.0 - means[i]));
      assertEquals((double) ROWS * means[i], on[i], 4 * deviation + 1e-3, "mean " + means[i]);
    }
    samples.visit(
        (block, first, count) -> {
          for (int i = 0; i < count * ROWS; i++) {
            assertTrue(block[i] == 0 || block[i] == 1, "neither 0 nor 1: " + block[i]);
          }
        });
  }

  /** A unit is on where its number is below its mean, also where they are next to each other. */
  @Test
  void aUnitIsOnWhereItsNumberIsBelowItsMean() {
    long[] seeds = seeds(500);
    for (int row = 0; row < seeds.length; row++) {
      float u = SplitMix64.uniformAt(seeds[row], 0);
      for (float mean : new float[] {0, -0f, 0.5f, 1, u, Math.nextUp(u), Math.nextDown(u)}) {
        float sample = sample(new float[] {mean}, new long[] {seeds[row]}).get(0, 0);
        assertEquals(u < mean ? 1f : 0f, sample, u + " and " + mean);
      }
    }
  }

  /** The first uniform number of this seed is 0 exactly. */
  @Test
  void aUnitOfMeanZeroIsNeverOn() {
    long seed = -0x9E3779B97F4A7C15L;
    assertEquals(0, SplitMix64.uniformAt(seed, 0));
    assertEquals(0, sample(new float[] {0}, new long[] {seed}).get(0, 0));
    assertEquals(1, sample(new float[] {0x1p-24f}, new long[] {seed}).get(0, 0));
  }

  @Test
  void unitsAndRowsAreUncorrelated() {
    float[][] samples = sample(new float[] {0.5f, 0.5f}, seeds(ROWS)).toRows();
    int units = 0;
    int rows = 0;
    for (int row = 0; row < ROWS; row++) {
      units += samples[row][0] == samples[row][1] ? 1 : 0;
      rows += samples[row][0] == samples[(row + 1) % ROWS][0] ? 1 : 0;
    }
    assertEquals(ROWS / 2.0, units, 4 * Math.sqrt(ROWS / 4.0));
    assertEquals(ROWS / 2.0, rows, 4 * Math.sqrt(ROWS / 4.0));
  }

  @Test
  void aRowDependsOnItsOwnSeedOnly() {
    float[] means = new float[5000];
    Arrays.fill(means, 0.4f);
    float[] alone = sample(means, new long[] {77}).toRows()[0];
    assertArrayEquals(alone, sample(means, new long[] {1, 2, 77, 3}).toRows()[2]);
    assertArrayEquals(alone, sample(means, new long[] {77, 77}).toRows()[1]);
  }
}
