package io.github.unitscope.rbm.tempering;

import io.github.unitscope.network.numerics.Logistic;

/**
 * The ratio of two partition functions from samples of both (Bennett 1976; equation 12 of Shirts
 * and Chodera 2008): the estimate of the smallest variance that the two sets allow.
 */
final class AcceptanceRatio {
  private static final int ITERATIONS = 200;
  private static final double PRECISION = 1e-10;

  private AcceptanceRatio() {}

  /**
   * log Z_upper − log Z_lower.
   *
   * @param forward F_upper − F_lower at samples of the lower machine
   * @param backward the same at as many samples of the upper machine
   */
  static double logRatio(double[] forward, double[] backward) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < forward.length; i++) {
      low = Math.min(low, Math.min(-forward[i], -backward[i]));
      high = Math.max(high, Math.max(-forward[i], -backward[i]));
    }
    // What is too much falls with the ratio: Σ σ(−f − r) over the lower − Σ σ(f + r) over the
    // upper.
    for (int i = 0; i < ITERATIONS && high - low > PRECISION; i++) {
      double middle = (low + high) / 2;
      if (excess(forward, backward, middle) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private static double excess(double[] forward, double[] backward, double logRatio) {
    double sum = 0;
    for (int i = 0; i < forward.length; i++) {
      sum += Logistic.sigmoid(-forward[i] - logRatio) - Logistic.sigmoid(backward[i] + logRatio);
    }
    return sum;
  }
}
