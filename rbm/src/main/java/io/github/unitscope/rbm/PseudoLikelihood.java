package io.github.unitscope.rbm;

import io.github.unitscope.network.numerics.Affine;
import io.github.unitscope.network.numerics.Logistic;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Workers;
import java.util.Arrays;

/**
 * The log pseudo-likelihood Σ_i log p(v_i | all other v), where p(v_i | …) = σ(F(v with v_i
 * flipped) − F(v)). The Deep Learning Tutorials draw one unit an image; here all are summed.
 *
 * <p>That is affordable because a flip changes every hidden input by ±W_ij: with q_j = p(h_j = 1 |
 * v) the free energies differ by b_i and log Π_j (1 + q_j (exp(±W_ij) − 1)), whose exponentials do
 * not depend on the image.
 */
public final class PseudoLikelihood {
  /** Visible units a shard. */
  private static final int SHARD_UNITS = 16;

  /** So many factors are multiplied before a logarithm: weights up to 40 do not overflow. */
  private static final int FACTORS_PER_LOG = 16;

  private final Rbm rbm;
  private final Matrix binary;

  /** p(h_j = 1 | v): [hidden][rows]. */
  private final double[][] hiddenMeans;

  private PseudoLikelihood(Rbm rbm, Matrix visible) {
    this.rbm = rbm;
    this.binary = Matrix.zeros(visible.rows(), visible.columns());
    binary.copyFrom(visible);
    GibbsShard.threshold(binary);
    this.hiddenMeans = hiddenMeans(rbm, binary);
  }

  private static double[][] hiddenMeans(Rbm rbm, Matrix visible) {
    Matrix preactivations = Matrix.zeros(visible.rows(), rbm.hidden());
    Affine.preactivation(visible, rbm.weights(), rbm.hiddenBias(), preactivations);
    float[] column = new float[visible.rows()];
    double[][] means = new double[rbm.hidden()][visible.rows()];
    for (int j = 0; j < means.length; j++) {
      preactivations.readColumns(j, 1, column);
      for (int row = 0; row < column.length; row++) {
        means[j][row] = Logistic.sigmoid((double) column[row]);
      }
    }
    return means;
  }

  /**
   * The mean over rows, in nats.
   *
   * @param rbm the model
   * @param visible [rows, visible], values in [0, 1], rounded to 0 and 1
   * @param workers the threads to use
   */
  public static double of(Rbm rbm, Matrix visible, Workers workers) {
    PseudoLikelihood likelihood = new PseudoLikelihood(rbm, visible);
    double[] parts = new double[(rbm.visible() + SHARD_UNITS - 1) / SHARD_UNITS];
    workers.forEachShard(
        parts.length,
        shard -> {
          int end = Math.min((shard + 1) * SHARD_UNITS, rbm.visible());
          for (int unit = shard * SHARD_UNITS; unit < end; unit++) {
            parts[shard] += likelihood.sumOf(unit);
          }
        });
    return Arrays.stream(parts).sum() / visible.rows();
  }

  /** Σ over rows of log p(v_i | all other v). */
  private double sumOf(int unit) {
    float[] states = new float[binary.rows()];
    binary.readColumns(unit, 1, states);
    float[] filter = new float[rbm.hidden()];
    rbm.weights().readRow(unit, filter);
    double[] logs = new double[states.length];
    double[] products = new double[states.length];
    Arrays.fill(products, 1);
    for (int j = 0; j < filter.length; j++) {
      multiply(products, states, hiddenMeans[j], filter[j]);
      if ((j + 1) % FACTORS_PER_LOG == 0 || j + 1 == filter.length) {
        moveToLogs(products, logs);
      }
    }
    double sum = 0;
    for (int row = 0; row < logs.length; row++) {
      double energyChange = -(1 - 2 * states[row]) * rbm.visibleBias()[unit] - logs[row];
      sum -= Logistic.softplus(-energyChange);
    }
    return sum;
  }

  private static void multiply(double[] products, float[] states, double[] means, double weight) {
    double switchedOn = Math.expm1(weight);
    double switchedOff = Math.expm1(-weight);
    for (int row = 0; row < products.length; row++) {
      double change = switchedOn + states[row] * (switchedOff - switchedOn);
      products[row] *= 1 + means[row] * change;
    }
  }

  private static void moveToLogs(double[] products, double[] logs) {
    for (int row = 0; row < products.length; row++) {
      logs[row] += Math.log(products[row]);
      products[row] = 1;
    }
  }
}
