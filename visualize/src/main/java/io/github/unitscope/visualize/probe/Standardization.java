package io.github.unitscope.visualize.probe;

/**
 * Shifts and scales that give features mean 0 and variance 1 on the training images. A feature that
 * does not vary there is left out: its scale is 0.
 *
 * @param means [features]
 * @param scales [features]
 */
record Standardization(double[] means, double[] scales) {
  /** A smaller deviation, relative to the mean, is the rounding of float32. */
  private static final double LEAST_DEVIATION = 1e-6;

  /**
   * Measures features.
   *
   * @param rows [images][features]
   */
  static Standardization of(float[][] rows) {
    int features = rows[0].length;
    double[] means = new double[features];
    for (float[] row : rows) {
      for (int j = 0; j < features; j++) {
        means[j] += row[j];
      }
    }
    for (int j = 0; j < features; j++) {
      means[j] /= rows.length;
    }
    double[] squares = new double[features];
    for (float[] row : rows) {
      for (int j = 0; j < features; j++) {
        squares[j] += (row[j] - means[j]) * (row[j] - means[j]);
      }
    }
    double[] scales = new double[features];
    for (int j = 0; j < features; j++) {
      double deviation = Math.sqrt(squares[j] / rows.length);
      scales[j] = deviation > LEAST_DEVIATION * Math.abs(means[j]) ? 1 / deviation : 0;
    }
    return new Standardization(means, scales);
  }

  /** A standardized value. */
  double apply(float value, int feature) {
    return (value - means[feature]) * scales[feature];
  }

  /** How many features do not vary. */
  int constant() {
    int count = 0;
    for (double scale : scales) {
      count += scale == 0 ? 1 : 0;
    }
    return count;
  }
}
