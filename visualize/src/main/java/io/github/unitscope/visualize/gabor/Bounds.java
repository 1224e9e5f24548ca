package io.github.unitscope.visualize.gabor;

/**
 * A range that a parameter is kept in: it moves freely on the real line and is mapped into the
 * range by a logistic function.
 */
record Bounds(double low, double high) {
  double toRange(double free) {
    return low + (high - low) / (1 + Math.exp(-free));
  }

  /** d toRange / d free. */
  double slope(double free) {
    double share = 1 / (1 + Math.exp(-free));
    return (high - low) * share * (1 - share);
  }

  /** The inverse; what is at a bound or beyond starts a little inside. */
  double toFree(double value) {
    double share = Math.min(0.99, Math.max(0.01, (value - low) / (high - low)));
    return Math.log(share / (1 - share));
  }
}
