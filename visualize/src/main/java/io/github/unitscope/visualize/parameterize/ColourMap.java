package io.github.unitscope.visualize.parameterize;

/**
 * Red, green and blue of three uncorrelated channels: the first is brightness, the others are
 * opposed colours, each as strong as it is in natural images (lucid; Olah et al. 2017). A step
 * along one uncorrelated channel is a step that photographs take, and none of them costs more than
 * another.
 *
 * @param pixels of an image; it has three channels of as many
 */
record ColourMap(int pixels) implements ImageMap {
  static final int CHANNELS = 3;

  /** A square root of the covariance of red, green and blue in ImageNet (lucid). */
  private static final double[][] ROOT = {
    {0.26, 0.09, 0.02}, {0.27, 0, -0.05}, {0.27, -0.09, 0.03},
  };

  /** {@link #ROOT} over its largest column norm. */
  private static final double[][] TO_COLOUR = normalized();

  private static final double[][] FROM_COLOUR = inverse(TO_COLOUR);

  @Override
  public int parameters() {
    return CHANNELS * pixels;
  }

  @Override
  public void image(float[] parameters, float[] image) {
    multiply(TO_COLOUR, parameters, image);
  }

  @Override
  public void gradient(float[] parameters, float[] imageGradient, float[] gradient) {
    multiply(transposed(TO_COLOUR), imageGradient, gradient);
  }

  @Override
  public void invert(float[] image, float[] parameters) {
    multiply(FROM_COLOUR, image, parameters);
  }

  private void multiply(double[][] matrix, float[] from, float[] to) {
    for (int channel = 0; channel < CHANNELS; channel++) {
      float a = (float) matrix[channel][0];
      float b = (float) matrix[channel][1];
      float c = (float) matrix[channel][2];
      for (int i = 0; i < pixels; i++) {
        to[channel * pixels + i] = a * from[i] + b * from[pixels + i] + c * from[2 * pixels + i];
      }
    }
  }

  private static double[][] normalized() {
    double largest = 0;
    for (double[] column : transposed(ROOT)) {
      largest = Math.max(largest, Math.hypot(Math.hypot(column[0], column[1]), column[2]));
    }
    double[][] matrix = new double[CHANNELS][CHANNELS];
    for (int i = 0; i < CHANNELS; i++) {
      for (int j = 0; j < CHANNELS; j++) {
        matrix[i][j] = ROOT[i][j] / largest;
      }
    }
    return matrix;
  }

  private static double[][] transposed(double[][] matrix) {
    double[][] transposed = new double[CHANNELS][CHANNELS];
    for (int i = 0; i < CHANNELS; i++) {
      for (int j = 0; j < CHANNELS; j++) {
        transposed[i][j] = matrix[j][i];
      }
    }
    return transposed;
  }

  /** By cofactors: indices modulo 3 carry the signs. */
  private static double[][] inverse(double[][] m) {
    double[][] cofactors = new double[CHANNELS][CHANNELS];
    for (int i = 0; i < CHANNELS; i++) {
      int down = (i + 1) % CHANNELS;
      int up = (i + 2) % CHANNELS;
      for (int j = 0; j < CHANNELS; j++) {
        int right = (j + 1) % CHANNELS;
        int left = (j + 2) % CHANNELS;
        cofactors[i][j] = m[down][right] * m[up][left] - m[down][left] * m[up][right];
      }
    }
    double determinant = 0;
    for (int j = 0; j < CHANNELS; j++) {
      determinant += m[0][j] * cofactors[0][j];
    }
    double[][] inverse = transposed(cofactors);
    for (double[] row : inverse) {
      for (int j = 0; j < CHANNELS; j++) {
        row[j] /= determinant;
      }
    }
    return inverse;
  }
}
