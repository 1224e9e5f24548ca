package io.github.unitscope.rbm;

import io.github.unitscope.network.numerics.Affine;
import io.github.unitscope.network.numerics.Logistic;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.rbm.machine.Rbm;
import java.util.Arrays;

/**
 * The log pseudo-likelihood Σ_i log p(v_i | all other v), where p(v_i | …) = σ(F(v with v_i
 * flipped) − F(v)). The Deep Learning Tutorials draw one unit an image; here all are summed.
 *
 * <p>That is affordable because a flip changes every hidden input by ±W_ij: with q_j = p(h_j = 1 |
 * v) the free energies differ by b_i and log Π_j (1 − q_j + q_j exp(±W_ij)), whose exponentials do
 * not depend on the image. Every factor is a sum of positive numbers, so that large weights cost no
 * digits.
 */
public final class PseudoLikelihood {
  /** Visible units a shard. */
  private static final int SHARD_UNITS = 16;

  /** So many factors are multiplied before a logarithm, fewer where weights are large. */
  private static final int FACTORS_PER_LOG = 16;

  /** A double holds e to this power, and to minus this power with all of its digits. */
  private static final double LARGEST_EXPONENT = 700;

  private final Rbm rbm;
  private final Matrix binary;

  /** p(h_j = 1 | v): [hidden][rows]. */
  private final double[][] hiddenMeans;

  /** p(h_j = 0 | v): [hidden][rows]; one minus the mean would lose it where the mean is near 1. */
  private final double[][] hiddenComplements;

  private PseudoLikelihood(Rbm rbm, Matrix visible) {
    this.rbm = rbm;
    this.binary = Matrix.zeros(visible.rows(), visible.columns());
    binary.copyFrom(visible);
    binary.update((block, first, count) -> Binarization.threshold(block, count * binary.rows()));
    Matrix preactivations = Matrix.zeros(visible.rows(), rbm.hidden());
    Affine.preactivation(binary, rbm.weights(), rbm.hiddenBias(), preactivations);
    this.hiddenMeans = sigmoids(preactivations, 1);
    this.hiddenComplements = sigmoids(preactivations, -1);
  }

  /** σ(sign · preactivation): [hidden][rows]. */
  private static double[][] sigmoids(Matrix preactivations, int sign) {
    float[] column = new float[preactivations.rows()];
    double[][] means = new double[preactivations.columns()][column.length];
    for (int j = 0; j < means.length; j++) {
      preactivations.readColumns(j, 1, column);
      for (int row = 0; row < column.length; row++) {
        means[j][row] = Logistic.sigmoid((double) sign * column[row]);
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
    rbm.requireBinary("the pseudo-likelihood");
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
    double[] states = states(unit);
    float[] filter = new float[rbm.hidden()];
    rbm.weights().readRow(unit, filter);
    double[] logs = new double[states.length];
    double[] products = new double[states.length];
    Arrays.fill(products, 1);
    int factorsPerLog = factorsPerLog(filter);
    for (int j = 0; j < filter.length; j++) {
      multiply(products, states, j, filter[j]);
      if ((j + 1) % factorsPerLog == 0 || j + 1 == filter.length) {
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

  /** As doubles, because Java's compiler makes no vector instructions where types are mixed. */
  private double[] states(int unit) {
    float[] column = new float[binary.rows()];
    binary.readColumns(unit, 1, column);
    double[] states = new double[column.length];
    for (int row = 0; row < column.length; row++) {
      states[row] = column[row];
    }
    return states;
  }

  private static int factorsPerLog(float[] filter) {
    double largest = 0;
    for (float weight : filter) {
      largest = Math.max(largest, Math.abs(weight));
    }
    // At least 1 also where a weight is not a number.
    return Math.max(1, (int) Math.min(FACTORS_PER_LOG, LARGEST_EXPONENT / largest));
  }

  private void multiply(double[] products, double[] states, int hiddenUnit, double weight) {
    double[] means = hiddenMeans[hiddenUnit];
    double[] complements = hiddenComplements[hiddenUnit];
    double switchedOn = Math.exp(weight);
    double switchedOff = Math.exp(-weight);
    for (int row = 0; row < products.length; row++) {
      // The states are 0 and 1: one of the two terms is zero and the other exact.
      double change = (1 - states[row]) * switchedOn + states[row] * switchedOff;
      products[row] *= complements[row] + means[row] * change;
    }
  }

  private static void moveToLogs(double[] products, double[] logs) {
    for (int row = 0; row < products.length; row++) {
      logs[row] += Math.log(products[row]);
      products[row] = 1;
    }
  }
}
