package io.github.unitscope.rbm.likelihood;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Logistic;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.rbm.machine.Rbm;
import java.util.Arrays;
import java.util.Locale;

/**
 * The partition function by enumerating all hidden states: Z = Σ_h exp(c·h) Π_i (1 + exp(b_i +
 * (Wh)_i)).
 *
 * <p>The hidden units are split into a low and a high half. Σ_i over the visible units then needs
 * no exponential inside the loop: exp(b_i + (Wh)_i) is a product of a number for the low half and
 * one for the high half, both from tables.
 */
public final class ExactPartition {
  /** 2^20 states of 784 visible units take about a second. */
  public static final int MAX_HIDDEN = 20;

  /**
   * The product over the visible units is taken in runs of this many factors, each turned into a
   * logarithm before it can overflow: factors up to e^88 fit.
   */
  private static final int FACTORS_PER_LOG = 8;

  private static final double LARGEST_EXPONENT = 88;

  private final double[][] weights;
  private final Rbm rbm;
  private final int lowBits;

  private ExactPartition(Rbm rbm) {
    this.rbm = rbm;
    this.lowBits = rbm.hidden() / 2;
    this.weights = new double[rbm.visible()][rbm.hidden()];
    Matrix w = rbm.weights();
    for (int i = 0; i < rbm.visible(); i++) {
      for (int j = 0; j < rbm.hidden(); j++) {
        weights[i][j] = w.get(i, j);
      }
    }
  }

  /**
   * log Z, exact up to rounding.
   *
   * @throws InvalidInputException if there are more than {@link #MAX_HIDDEN} hidden units
   */
  public static LogPartition of(Rbm rbm, Workers workers) {
    rbm.requireBinary("the exact partition function");
    if (rbm.hidden() > MAX_HIDDEN) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "a partition function can be summed exactly up to %d hidden units, not %d: use annealed importance sampling",
              MAX_HIDDEN,
              rbm.hidden()));
    }
    return LogPartition.exact(new ExactPartition(rbm).sum(workers));
  }

  private double sum(Workers workers) {
    int highStates = 1 << (rbm.hidden() - lowBits);
    double[] parts = new double[highStates];
    double[][] lowSums = lowSums();
    boolean tablesFit = largestInput() < LARGEST_EXPONENT;
    double[][] lowFactors = tablesFit ? exponentials(lowSums) : null;
    workers.forEachShard(
        highStates,
        high -> {
          double[] logs = tablesFit ? fromTables(high, lowFactors) : directly(high, lowSums);
          addHiddenBias(high, logs);
          parts[high] = LogSum.of(logs);
        });
    return LogSum.of(parts);
  }

  /** An upper bound of the absolute input of any visible unit. */
  private double largestInput() {
    double largest = 0;
    for (int i = 0; i < rbm.visible(); i++) {
      double sum = Math.abs(rbm.visibleBias()[i]);
      for (double w : weights[i]) {
        sum += Math.abs(w);
      }
      largest = Math.max(largest, sum);
    }
    return largest;
  }

  /** (Wh)_i for all states of the low half: [visible][low states]. */
  private double[][] lowSums() {
    double[][] sums = new double[rbm.visible()][1 << lowBits];
    for (int i = 0; i < sums.length; i++) {
      for (int state = 0; state < sums[i].length; state++) {
        sums[i][state] = weightedBits(weights[i], 0, state);
      }
    }
    return sums;
  }

  private double highSum(int unit, int state) {
    return rbm.visibleBias()[unit] + weightedBits(weights[unit], lowBits, state);
  }

  private static double[][] exponentials(double[][] values) {
    double[][] result = new double[values.length][];
    for (int i = 0; i < values.length; i++) {
      result[i] = new double[values[i].length];
      for (int k = 0; k < values[i].length; k++) {
        result[i][k] = Math.exp(values[i][k]);
      }
    }
    return result;
  }

  private double[] fromTables(int high, double[][] lowFactors) {
    int states = 1 << lowBits;
    double[] logs = new double[states];
    double[] products = new double[states];
    Arrays.fill(products, 1);
    for (int i = 0; i < lowFactors.length; i++) {
      double factor = Math.exp(highSum(i, high));
      double[] low = lowFactors[i];
      for (int state = 0; state < states; state++) {
        products[state] *= 1 + factor * low[state];
      }
      if ((i + 1) % FACTORS_PER_LOG == 0 || i + 1 == lowFactors.length) {
        for (int state = 0; state < states; state++) {
          logs[state] += Math.log(products[state]);
          products[state] = 1;
        }
      }
    }
    return logs;
  }

  private double[] directly(int high, double[][] lowSums) {
    double[] logs = new double[1 << lowBits];
    for (int i = 0; i < lowSums.length; i++) {
      double sum = highSum(i, high);
      for (int state = 0; state < logs.length; state++) {
        logs[state] += Logistic.softplus(sum + lowSums[i][state]);
      }
    }
    return logs;
  }

  private void addHiddenBias(int high, double[] logs) {
    for (int state = 0; state < logs.length; state++) {
      logs[state] += biasOf(state, 0) + biasOf(high, lowBits);
    }
  }

  private double biasOf(int state, int firstUnit) {
    double sum = 0;
    for (int bit = 0; state >> bit != 0; bit++) {
      sum += (state >> bit & 1) * rbm.hiddenBias()[firstUnit + bit];
    }
    return sum;
  }

  private static double weightedBits(double[] values, int firstUnit, int state) {
    double sum = 0;
    for (int bit = 0; state >> bit != 0; bit++) {
      sum += (state >> bit & 1) * values[firstUnit + bit];
    }
    return sum;
  }
}
