package io.github.unitscope.rbm;

import io.github.unitscope.network.numerics.Bernoulli;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.rbm.machine.Rbm;
import io.github.unitscope.rbm.machine.VisibleUnits;
import io.github.unitscope.stacks.training.LayerMonitor;
import io.github.unitscope.stacks.training.TrainingRows;
import java.util.Arrays;

/** Measures a machine, always on the same training and validation rows. */
final class RbmMonitor implements LayerMonitor<Rbm, RbmMetrics> {
  private static final int ROWS = 1000;

  private final Matrix train;
  private final Matrix validation;
  private final Seed seed;
  private final Workers workers;

  RbmMonitor(TrainingRows train, TrainingRows validation, Seed seed, Workers workers) {
    this.train = train.first(ROWS);
    this.validation = validation.first(ROWS);
    this.seed = seed;
    this.workers = workers;
  }

  @Override
  public RbmMetrics measure(Rbm rbm, int number, int epoch, double learningRate, double seconds) {
    Matrix hidden = Matrix.zeros(train.rows(), rbm.hidden());
    rbm.propUp(train, hidden);
    return new RbmMetrics(
        number,
        epoch + 1,
        error(rbm),
        mean(rbm.freeEnergy(train)),
        mean(rbm.freeEnergy(validation)),
        pseudoLikelihood(rbm),
        meanOf(hidden),
        learningRate,
        seconds);
  }

  /** Defined for binary units only. */
  private double pseudoLikelihood(Rbm rbm) {
    return rbm.visibleUnits() == VisibleUnits.BERNOULLI
        ? PseudoLikelihood.of(rbm, validation, workers)
        : Double.NaN;
  }

  /** See {@link RbmMetrics#reconstructionError}. */
  @Override
  public double error(Rbm rbm) {
    Matrix hiddenMeans = Matrix.zeros(train.rows(), rbm.hidden());
    rbm.propUp(train, hiddenMeans);
    Matrix sample = Matrix.zeros(hiddenMeans.rows(), hiddenMeans.columns());
    Bernoulli.sample(hiddenMeans, rowSeeds(hiddenMeans.rows()), sample);
    Matrix reconstruction = Matrix.zeros(train.rows(), train.columns());
    rbm.propDown(sample, reconstruction);
    double[] sum = {0};
    float[] image = train.newBlock();
    reconstruction.visit(
        (block, first, count) -> {
          train.readColumns(first, count, image);
          for (int i = 0; i < count * train.rows(); i++) {
            double difference = block[i] - image[i];
            sum[0] += difference * difference;
          }
        });
    return sum[0] / train.rows();
  }

  @Override
  public String errorName() {
    return "reconstruction error";
  }

  @Override
  public int values() {
    return RbmMetrics.VALUES;
  }

  @Override
  public RbmMetrics metrics(int number, int epoch, double[] values) {
    return RbmMetrics.of(number, epoch + 1, values);
  }

  private long[] rowSeeds(int rows) {
    long[] seeds = new long[rows];
    Arrays.setAll(seeds, row -> seed.derive("reconstruction").derive(row).value());
    return seeds;
  }

  private static double meanOf(Matrix matrix) {
    double[] sums = new double[matrix.columns()];
    matrix.addColumnSums(1.0 / matrix.rows(), sums);
    return mean(sums);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }
}
