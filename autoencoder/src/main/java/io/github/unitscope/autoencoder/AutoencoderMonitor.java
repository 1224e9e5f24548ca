package io.github.unitscope.autoencoder;

import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.stacks.training.LayerMonitor;
import io.github.unitscope.stacks.training.TrainingRows;
import java.util.Arrays;

/** Measures an autoencoder, always on the same rows with the same noise. */
final class AutoencoderMonitor implements LayerMonitor<DenoisingAutoencoder, AutoencoderMetrics> {
  private static final int ROWS = 1000;

  private final Matrix train;
  private final Matrix corruptedTrain;
  private final Matrix validation;
  private final Matrix corruptedValidation;

  AutoencoderMonitor(
      TrainingRows train, TrainingRows validation, Corruption corruption, Seed seed) {
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

  /** See {@link AutoencoderMetrics#trainCost}. */
  @Override
  public double error(DenoisingAutoencoder autoencoder) {
    return autoencoder.cost(corruptedTrain, train);
  }

  @Override
  public AutoencoderMetrics measure(
      DenoisingAutoencoder autoencoder,
      int number,
      int epoch,
      double learningRate,
      double seconds) {
    Matrix hidden = Matrix.zeros(validation.rows(), autoencoder.hidden());
    autoencoder.propUp(validation, hidden);
    return new AutoencoderMetrics(
        number,
        epoch + 1,
        error(autoencoder),
        autoencoder.cost(corruptedValidation, validation),
        reconstructionError(autoencoder, hidden),
        meanOf(hidden),
        learningRate,
        seconds);
  }

  @Override
  public String errorName() {
    return "cost";
  }

  @Override
  public int values() {
    return AutoencoderMetrics.VALUES;
  }

  @Override
  public AutoencoderMetrics metrics(int number, int epoch, double[] values) {
    return AutoencoderMetrics.of(number, epoch + 1, values);
  }

  private double reconstructionError(DenoisingAutoencoder autoencoder, Matrix hidden) {
    Matrix decoded = Matrix.zeros(validation.rows(), validation.columns());
    autoencoder.propDown(hidden, decoded);
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
