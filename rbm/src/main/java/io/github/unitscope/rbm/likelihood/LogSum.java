package io.github.unitscope.rbm.likelihood;

/** The logarithm of a sum of exponentials, without overflow. */
final class LogSum {
  private LogSum() {}

  /** log Σ exp(values). */
  static double of(double[] values) {
    double max = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      max = Math.max(max, value);
    }
    if (Double.isInfinite(max)) {
      return max;
    }
    double sum = 0;
    for (double value : values) {
      sum += Math.exp(value - max);
    }
    return max + Math.log(sum);
  }
}
