package io.github.unitscope.rbm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import io.github.unitscope.rbm.machine.Rbm;
import org.junit.jupiter.api.Test;

class CentredGradientTest {
  private static final int VISIBLE = 9;
  private static final int HIDDEN = 70;
  private static final int ROWS = 5;
  private static final int CHAINS = 6;
  private static final int SHARD = 3;
  private static final double RATE = 0.5;
  private static final double DECAY = 0.1;

  private final SplitMix64 random = Seed.root(3).stream();
  private final float[][] dataStates = draw(ROWS, VISIBLE);
  private final float[][] dataMeans = draw(ROWS, HIDDEN);
  private final float[][] modelStates = draw(CHAINS, VISIBLE);
  private final float[][] modelMeans = draw(CHAINS, HIDDEN);
  private final float[] offset = draw(1, VISIBLE)[0];

  private float[][] draw(int rows, int columns) {
    float[][] values = new float[rows][columns];
    for (float[] row : values) {
      for (int i = 0; i < columns; i++) {
        row[i] = random.nextFloat();
      }
    }
    return values;
  }

  /** The definition of the paper, in doubles, value by value. */
  @Test
  void movesAlongTheDefinition() {
    Rbm before = TinyRbms.random(VISIBLE, HIDDEN, 1, 4);
    Rbm after = before.copy();
    double[] lambda = new double[HIDDEN];
    try (Workers workers = new Workers(2)) {
      CentredGradient gradient = new CentredGradient(after, offset, ROWS, CHAINS, SHARD, workers);
      for (int j = 0; j < HIDDEN; j++) {
        lambda[j] = 0.2 + 0.01 * j;
        gradient.hiddenOffset()[j] = lambda[j];
      }
      gradient.setData(0, flat(dataStates, 0, 3), flat(dataMeans, 0, 3));
      gradient.setData(1, flat(dataStates, 3, 5), flat(dataMeans, 3, 5));
      gradient.setModel(0, flat(modelStates, 0, 3), flat(modelMeans, 0, 3));
      gradient.setModel(1, flat(modelStates, 3, 6), flat(modelMeans, 3, 6));
      gradient.move(RATE, DECAY);
    }
    double[] visibleBias = new double[VISIBLE];
    double[] hiddenBias = new double[HIDDEN];
    for (int i = 0; i < VISIBLE; i++) {
      visibleBias[i] = mean(dataStates, i) - mean(modelStates, i);
    }
    for (int j = 0; j < HIDDEN; j++) {
      hiddenBias[j] = mean(dataMeans, j) - mean(modelMeans, j);
    }
    for (int i = 0; i < VISIBLE; i++) {
      for (int j = 0; j < HIDDEN; j++) {
        double slope =
            covariance(dataStates, dataMeans, i, j, lambda[j])
                - covariance(modelStates, modelMeans, i, j, lambda[j]);
        visibleBias[i] -= slope * lambda[j];
        hiddenBias[j] -= slope * offset[i];
        double weight = before.weights().get(i, j);
        assertEquals(weight * (1 - RATE * DECAY) + RATE * slope, after.weights().get(i, j), 1e-5);
      }
    }
    for (int i = 0; i < VISIBLE; i++) {
      double expected = before.visibleBias()[i] + RATE * visibleBias[i];
      assertEquals(expected, after.visibleBias()[i], 1e-4, "visible bias " + i);
    }
    for (int j = 0; j < HIDDEN; j++) {
      double expected = before.hiddenBias()[j] + RATE * hiddenBias[j];
      assertEquals(expected, after.hiddenBias()[j], 1e-4, "hidden bias " + j);
    }
  }

  @Test
  void theOffsetMovesByAHundredth() {
    Rbm rbm = TinyRbms.random(VISIBLE, 2, 1, 4);
    try (Workers workers = new Workers(1)) {
      CentredGradient gradient = new CentredGradient(rbm, offset, ROWS, CHAINS, SHARD, workers);
      gradient.moveOffset(new double[][] {{3, 1}, {1, 0}}, 5);
      assertEquals(0.5 + 0.01 * (0.8 - 0.5), gradient.hiddenOffset()[0], 1e-12);
      assertEquals(0.5 + 0.01 * (0.2 - 0.5), gradient.hiddenOffset()[1], 1e-12);
    }
  }

  private double covariance(float[][] states, float[][] means, int i, int j, double lambda) {
    double sum = 0;
    for (int row = 0; row < states.length; row++) {
      sum += (states[row][i] - offset[i]) * (means[row][j] - lambda) / states.length;
    }
    return sum;
  }

  private static double mean(float[][] rows, int column) {
    double sum = 0;
    for (float[] row : rows) {
      sum += row[column] / (double) rows.length;
    }
    return sum;
  }

  private static float[] flat(float[][] rows, int from, int to) {
    int width = rows[0].length;
    float[] flat = new float[(to - from) * width];
    for (int row = from; row < to; row++) {
      System.arraycopy(rows[row], 0, flat, (row - from) * width, width);
    }
    return flat;
  }
}
