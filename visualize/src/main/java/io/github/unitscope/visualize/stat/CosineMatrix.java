package io.github.unitscope.visualize.stat;

/** The cosines between all pictures of one unit. */
public final class CosineMatrix {
  private CosineMatrix() {}

  /**
   * All cosines, symmetric.
   *
   * @param images [images][inputs]
   * @return [images][images], in [−1, 1]; NaN in the row and column of an image that is zero
   */
  public static double[][] of(float[][] images) {
    double[][] directions = new double[images.length][];
    for (int i = 0; i < images.length; i++) {
      directions[i] = direction(images[i]);
    }
    double[][] cosines = new double[images.length][images.length];
    for (int i = 0; i < images.length; i++) {
      for (int j = 0; j <= i; j++) {
        cosines[i][j] = dot(directions[i], directions[j]);
        cosines[j][i] = cosines[i][j];
      }
    }
    return cosines;
  }

  private static double[] direction(float[] image) {
    double square = 0;
    for (float value : image) {
      square += (double) value * value;
    }
    double norm = Math.sqrt(square);
    double[] direction = new double[image.length];
    for (int i = 0; i < direction.length; i++) {
      direction[i] = image[i] / norm;
    }
    return direction;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    // Rounding must not make two equal pictures more alike than equal.
    return sum > 1 ? 1 : Math.max(-1, sum);
  }
}
