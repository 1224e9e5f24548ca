package io.github.unitscope.visualize.probe;

/**
 * A multinomial logistic regression for features as they are, not standardized.
 *
 * @param weights [classes][features]
 * @param biases [classes]
 */
record LinearClassifier(double[][] weights, double[] biases) {

  /**
   * Puts the standardization into the weights.
   *
   * @param parameters [classes × (features + 1)]
   */
  static LinearClassifier of(double[] parameters, Standardization standard) {
    int features = standard.means().length;
    int classes = parameters.length / (features + 1);
    double[][] weights = new double[classes][features];
    double[] biases = new double[classes];
    for (int k = 0; k < classes; k++) {
      int first = k * (features + 1);
      biases[k] = parameters[first + features];
      for (int j = 0; j < features; j++) {
        weights[k][j] = parameters[first + j] * standard.scales()[j];
        biases[k] -= weights[k][j] * standard.means()[j];
      }
    }
    return new LinearClassifier(weights, biases);
  }

  /** The class with the greatest score; of equal ones the first. */
  int predict(float[] features) {
    int best = 0;
    double greatest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < weights.length; k++) {
      double score = biases[k];
      double[] own = weights[k];
      for (int j = 0; j < own.length; j++) {
        score += own[j] * features[j];
      }
      if (score > greatest) {
        greatest = score;
        best = k;
      }
    }
    return best;
  }
}
