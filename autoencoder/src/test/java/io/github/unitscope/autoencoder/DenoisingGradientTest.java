package io.github.unitscope.autoencoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.stacks.training.TrainingRows;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A step without momentum follows the gradient, here by central differences of the cost. */
class DenoisingGradientTest {
  private static final int ROWS = 40;
  private static final int VISIBLE = 6;
  private static final int HIDDEN = 5;
  private static final double RATE = 1e-2;
  private static final double DECAY = 0.03;
  private static final double TARGET = 0.15;

  @ParameterizedTest
  @CsvSource({
    "CROSS_ENTROPY, NONE, 0, 0",
    "CROSS_ENTROPY, MASKING, 0.4, 0",
    "CROSS_ENTROPY, SALT_AND_PEPPER, 0.3, 0",
    "CROSS_ENTROPY, SALT_AND_PEPPER, 0.3, 2.5",
    "SQUARED_ERROR, NONE, 0, 0",
    "SQUARED_ERROR, GAUSSIAN, 0.5, 0",
    "SQUARED_ERROR, MASKING, 0.2, 1.5"
  })
  void stepFollowsTheGradientOfTheCost(
      Reconstruction reconstruction, Noise noise, double level, double sparsityCost) {
    Corruption corruption = Corruption.of(noise, level);
    AutoencoderSettings settings =
        new AutoencoderSettings(1, ROWS, RATE, RATE, 0, DECAY, corruption, TARGET, sparsityCost);
    DenoisingAutoencoder start = SmallAutoencoders.random(VISIBLE, HIDDEN, reconstruction, 3);
    Seed seed = Seed.root(17);
    Matrix clean = SmallAutoencoders.rows(ROWS, VISIBLE, reconstruction);
    Matrix corrupted = corrupt(clean, corruption, seed);
    DenoisingAutoencoder moved = start.copy();
    try (Workers workers = new Workers(2)) {
      new DenoisingSteps(moved, settings, ROWS, workers)
          .step(rows(clean), IntStream.range(0, ROWS).toArray(), 0, 0, seed);
    }
    double steepest = 0;
    for (int parameter = 0; parameter < SmallAutoencoders.parameters(start); parameter++) {
      double slope = slope(start, parameter, corrupted, clean, sparsityCost);
      double step =
          (SmallAutoencoders.get(moved, parameter) - SmallAutoencoders.get(start, parameter))
              / -RATE;
      assertEquals(slope, step, 2e-3 * Math.max(1, Math.abs(slope)), "parameter " + parameter);
      steepest = Math.max(steepest, Math.abs(slope));
    }
    assertTrue(steepest > 0.1, "too flat to test anything: " + steepest);
  }

  /** The cost with its penalties, whose gradient a step follows. */
  private static double cost(
      DenoisingAutoencoder autoencoder, Matrix corrupted, Matrix clean, double sparsityCost) {
    double cost = autoencoder.cost(corrupted, clean);
    for (int i = 0; i < VISIBLE; i++) {
      for (int j = 0; j < HIDDEN; j++) {
        cost += 0.5 * DECAY * Math.pow(autoencoder.weights().get(i, j), 2);
      }
    }
    Matrix hidden = Matrix.zeros(ROWS, HIDDEN);
    autoencoder.encode(corrupted, hidden);
    double[] activations = new double[HIDDEN];
    hidden.addColumnSums(1.0 / ROWS, activations);
    for (double p : activations) {
      double divergence =
          TARGET * Math.log(TARGET / p) + (1 - TARGET) * Math.log((1 - TARGET) / (1 - p));
      cost += sparsityCost * divergence;
    }
    return cost;
  }

  private static double slope(
      DenoisingAutoencoder autoencoder,
      int parameter,
      Matrix corrupted,
      Matrix clean,
      double sparsityCost) {
    float value = SmallAutoencoders.get(autoencoder, parameter);
    float up = value + 1e-2f;
    float down = value - 1e-2f;
    DenoisingAutoencoder above = SmallAutoencoders.with(autoencoder, parameter, up);
    DenoisingAutoencoder below = SmallAutoencoders.with(autoencoder, parameter, down);
    return (cost(above, corrupted, clean, sparsityCost)
            - cost(below, corrupted, clean, sparsityCost))
        / (up - down);
  }

  private static Matrix corrupt(Matrix clean, Corruption corruption, Seed stepSeed) {
    Seed noise = stepSeed.derive("corruption");
    long[] seeds = IntStream.range(0, ROWS).mapToLong(i -> noise.derive(i).value()).toArray();
    Matrix corrupted = Matrix.zeros(ROWS, VISIBLE);
    corruption.apply(clean, seeds, corrupted);
    return corrupted;
  }

  private static TrainingRows rows(Matrix clean) {
    return new TrainingRows() {
      @Override
      public int size() {
        return clean.rows();
      }

      @Override
      public int width() {
        return clean.columns();
      }

      @Override
      public void read(int[] indices, int from, float[][] out) {
        for (int row = 0; row < out.length; row++) {
          clean.readRow(indices[from + row], out[row]);
        }
      }
    };
  }
}
