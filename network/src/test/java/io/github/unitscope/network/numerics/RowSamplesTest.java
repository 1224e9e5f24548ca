package io.github.unitscope.network.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unitscope.network.random.Seed;
import org.junit.jupiter.api.Test;

/** Samples of a part of a row are those of the whole matrix. */
class RowSamplesTest {
  private static final int UNITS = 200;
  private static final int FIRST = 37;
  private static final long[] SEEDS = {Seed.root(1).value(), Seed.root(2).value()};

  private static Matrix means() {
    Matrix means = Matrix.zeros(2, UNITS);
    for (int unit = 0; unit < UNITS; unit++) {
      means.set(0, unit, unit / (UNITS - 1f));
      means.set(1, unit, unit % 2);
    }
    return means;
  }

  private static float[] part(int row) {
    float[] all = new float[UNITS];
    means().readRow(row, all);
    float[] part = new float[UNITS];
    System.arraycopy(all, FIRST, part, 5, UNITS - FIRST - 5);
    return part;
  }

  @Test
  void ofBinaryUnits() {
    Matrix samples = Matrix.zeros(2, UNITS);
    Bernoulli.sample(means(), SEEDS, samples);
    int on = 0;
    for (int row = 0; row < 2; row++) {
      float[] values = part(row);
      Bernoulli.sample(SEEDS[row], FIRST, values, 5, UNITS - FIRST - 5);
      for (int i = 5; i < UNITS - FIRST; i++) {
        assertEquals(samples.get(row, FIRST + i - 5), values[i]);
      }
      assertEquals(0, values[4]);
    }
    for (int unit = 0; unit < UNITS; unit++) {
      on += samples.get(0, unit) == 1 ? 1 : 0;
      assertEquals(unit % 2, samples.get(1, unit), "a certain unit");
    }
    // Half of them, within five standard deviations, which are below 0.5 √200.
    assertEquals(UNITS / 2.0, on, 35);
  }

  @Test
  void ofBinaryUnitsOfSeveralRows() {
    Matrix samples = Matrix.zeros(2, UNITS);
    Bernoulli.sample(means(), SEEDS, samples);
    int units = UNITS - FIRST;
    float[] values = new float[2 * units];
    for (int row = 0; row < 2; row++) {
      System.arraycopy(part(row), 5, values, row * units, units - 5);
    }
    long[] seeds = {7, SEEDS[0], SEEDS[1]};
    Bernoulli.sample(seeds, 1, 2, FIRST, units, values, new long[2 * units]);
    for (int row = 0; row < 2; row++) {
      for (int unit = 0; unit < units - 5; unit++) {
        assertEquals(samples.get(row, FIRST + unit), values[row * units + unit]);
      }
    }
  }

  @Test
  void ofGaussianUnits() {
    Matrix samples = Matrix.zeros(2, UNITS);
    Gaussian.sample(means(), 0.7, SEEDS, samples);
    float[] values = part(1);
    Gaussian.add(0.7, SEEDS[1], FIRST, values, 5, 50);
    for (int i = 5; i < 55; i++) {
      assertEquals(samples.get(1, FIRST + i - 5), values[i]);
    }
  }
}
