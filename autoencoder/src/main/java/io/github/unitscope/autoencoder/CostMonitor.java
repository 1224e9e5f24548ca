package io.github.unitscope.autoencoder;

import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.stacks.training.TrainingRows;
import java.util.Arrays;

/** Measures an autoencoder after every epoch, always on the same rows with the same noise. */
final class CostMonitor {
  private static final int ROWS = 1000;

  private final Matrix train;
  private final Matrix corruptedTrain;
  private final Matrix validation;
  private final Matrix corruptedValidation;

  CostMonitor(TrainingRows train, TrainingRows validation, Corruption corruption, Seed seed) {
    this.train = train.first(ROWS);
    this.validation = validation.first(ROWS);
    this.corruptedTrain = corrupt(this.train, corruption, seed.derive("train"));
    this.corruptedValidation = corrupt(this.validation, corruption, seed.derive("validation"));
  }

  private static Matrix corrupt(Matrix clean, Corruption corruption, Seed seed) {
    long[] seeds = new long[clean.rows()];
    Arrays.setAll(seeds, row -> seed.derive(row).value());
    Matrix corrupted = Matrix.zeros(clean.rows(), clean.columns());
    corruption.apply(clean, seeds, corrupted);
    return corrupted;
  }

  double trainCost(DenoisingAutoencoder autoencoder) {
    return autoencoder.cost(corruptedTrain, train);
  }

  AutoencoderMetrics measure(
      DenoisingAutoencoder autoencoder, int layer, int epoch, double learningRate, double seconds) {
    Matrix hidden = Matrix.zeros(validation.rows(), autoencoder.hidden());
    autoencoder.encode(validation, hidden);
    return new AutoencoderMetrics(
        layer,
        epoch + 1,
        trainCost(autoencoder),
        autoencoder.cost(corruptedValidation, validation),
        reconstructionError(autoencoder, hidden),
        meanOf(hidden),
        learningRate,
        seconds);
  }

  private double reconstructionError(DenoisingAutoencoder autoencoder, Matrix hidden) {
    Matrix decoded = Matrix.zeros(validation.rows(), validation.columns());
    autoencoder.decode(hidden, decoded);
    double[] sum = {0};
    float[] x = validation.newBlock();
    decoded.visit(
        (block, first, count) -> {
          validation.readColumns(first, count, x);
          for (int i = 0; i < count * validation.rows(); i++) {
            double difference = block[i] - x[i];
            sum[0] += difference * difference;
          }
        });
    return sum[0] / validation.rows();
  }

  private static double meanOf(Matrix matrix) {
    double[] sums = new double[matrix.columns()];
    matrix.addColumnSums(1.0 / matrix.rows(), sums);
    return Arrays.stream(sums).average().orElseThrow();
  }
}
