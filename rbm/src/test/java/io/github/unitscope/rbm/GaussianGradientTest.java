package io.github.unitscope.rbm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.rbm.machine.Rbm;
import io.github.unitscope.rbm.machine.VisibleUnits;
import io.github.unitscope.stacks.training.TrainingRows;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Gaussian visible units on a machine of two visible and three hidden units, whose density is
 * integrated numerically over the plane.
 */
class GaussianGradientTest {
  private static final int BATCH = 100_000;
  private static final double RATE = 0.01;
  private static final float[][] DATA = {{0.5f, -1.2f}, {1.5f, 0.3f}, {-0.7f, 0.9f}};

  /** Five standard errors; no statistic v_i h_j of the model here deviates by more than 1.6. */
  private static final double MONTE_CARLO_ERROR = 5 * 1.6 / Math.sqrt(BATCH);

  private static Rbm machine() {
    Rbm binary = TinyRbms.random(2, 3, 0.8, 5);
    return new Rbm(
        VisibleUnits.GAUSSIAN, binary.weights(), binary.visibleBias(), binary.hiddenBias());
  }

  private record Repeated(int size) implements ImageSet {
    @Override
    public ImageShape shape() {
      return ImageShape.grey(1, 2);
    }

    @Override
    public void read(int index, float[] pixels) {
      System.arraycopy(DATA[index % DATA.length], 0, pixels, 0, 2);
    }
  }

  /** log ∫ exp(−F(v)) dv by the rectangle rule, exact to many digits for such smooth densities. */
  private static double integratedLogPartition(Rbm rbm) {
    double cell = 0.1;
    int side = 201;
    Matrix points = Matrix.zeros(side * side, 2);
    for (int i = 0; i < side * side; i++) {
      points.set(i, 0, (float) (cell * (i % side - side / 2)));
      points.set(i, 1, (float) (cell * (i / side - side / 2)));
    }
    double sum = 0;
    for (double energy : rbm.freeEnergy(points)) {
      sum += Math.exp(-energy);
    }
    return Math.log(sum * cell * cell);
  }

  private static double meanLogLikelihood(Rbm rbm) {
    double sum = 0;
    for (double energy : rbm.freeEnergy(Matrix.of(DATA))) {
      sum -= energy;
    }
    return sum / DATA.length - integratedLogPartition(rbm);
  }

  /** Z = Σ_h (2π)^(n/2) exp(c·h + b·Wh + ½‖Wh‖²), by completing the square. */
  @Test
  void freeEnergyIntegratesToTheSumOverHiddenStates() {
    Rbm rbm = machine();
    double sum = 0;
    for (int h = 0; h < 8; h++) {
      double exponent = 0;
      double[] wh = new double[2];
      for (int j = 0; j < 3; j++) {
        if ((h >> j & 1) == 1) {
          exponent += rbm.hiddenBias()[j];
          wh[0] += rbm.weights().get(0, j);
          wh[1] += rbm.weights().get(1, j);
        }
      }
      for (int i = 0; i < 2; i++) {
        exponent += rbm.visibleBias()[i] * wh[i] + 0.5 * wh[i] * wh[i];
      }
      sum += 2 * Math.PI * Math.exp(exponent);
    }
    assertEquals(Math.log(sum), integratedLogPartition(rbm), 1e-5);
  }

  @Test
  void stepFollowsTheGradientOfTheLogLikelihood() {
    Rbm start = machine();
    Rbm moved = start.copy();
    RbmSettings settings =
        RbmSettings.builder()
            .hidden(3)
            .epochs(1)
            .batchSize(BATCH)
            .learningRate(RATE)
            .finalLearningRate(RATE)
            .momentum(0)
            .finalMomentum(0)
            .weightDecay(0)
            .gibbsSteps(40)
            .build();
    try (Workers workers = new Workers(2)) {
      new ContrastiveDivergence(moved, settings, BATCH, workers)
          .step(
              TrainingRows.of(new Repeated(BATCH)),
              IntStream.range(0, BATCH).toArray(),
              0,
              0,
              Seed.root(5));
    }
    double steepest = 0;
    for (int parameter = 0; parameter < 11; parameter++) {
      double slope = slope(start, parameter);
      double step = (get(moved, parameter) - get(start, parameter)) / RATE;
      assertEquals(slope, step, MONTE_CARLO_ERROR, "parameter " + parameter);
      steepest = Math.max(steepest, Math.abs(slope));
    }
    assertTrue(steepest > 10 * MONTE_CARLO_ERROR, "too flat to test anything: " + steepest);
  }

  @Test
  void pixelsAreNormallyDistributedAroundTheirMeans() {
    Rbm rbm = machine();
    int rows = 50_000;
    Matrix hidden = Matrix.zeros(rows, 3);
    hidden.fill(1);
    Matrix means = Matrix.zeros(rows, 2);
    rbm.propDown(hidden, means);
    double mean = rbm.visibleBias()[0];
    for (int j = 0; j < 3; j++) {
      mean += rbm.weights().get(0, j);
    }
    assertEquals(mean, means.get(7, 0), 1e-6);
    long[] seeds = IntStream.range(0, rows).mapToLong(i -> Seed.root(i).value()).toArray();
    Matrix samples = Matrix.zeros(rows, 2);
    rbm.sampleVisible(means, seeds, samples);
    List<Double> standardized = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      standardized.add((double) samples.get(i, 0) - means.get(i, 0));
    }
    double error = 5 / Math.sqrt(rows);
    assertEquals(0, moment(standardized, 1), error);
    assertEquals(1, moment(standardized, 2), error * Math.sqrt(2));
    assertEquals(3, moment(standardized, 4), error * Math.sqrt(96));
  }

  private static double moment(List<Double> values, int power) {
    return values.stream().mapToDouble(v -> Math.pow(v, power)).average().orElseThrow();
  }

  /** By central differences. */
  private static double slope(Rbm rbm, int parameter) {
    float up = get(rbm, parameter) + 1e-2f;
    float down = get(rbm, parameter) - 1e-2f;
    return (meanLogLikelihood(with(rbm, parameter, up))
            - meanLogLikelihood(with(rbm, parameter, down)))
        / (up - down);
  }

  /** Six weights, two visible biases, three hidden ones. */
  private static float get(Rbm rbm, int parameter) {
    if (parameter < 6) {
      return rbm.weights().get(parameter % 2, parameter / 2);
    }
    return parameter < 8 ? rbm.visibleBias()[parameter - 6] : rbm.hiddenBias()[parameter - 8];
  }

  private static Rbm with(Rbm rbm, int parameter, float value) {
    Rbm copy = rbm.copy();
    if (parameter < 6) {
      copy.weights().set(parameter % 2, parameter / 2, value);
    } else if (parameter < 8) {
      copy.visibleBias()[parameter - 6] = value;
    } else {
      copy.hiddenBias()[parameter - 8] = value;
    }
    return copy;
  }
}
