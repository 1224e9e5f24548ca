package io.github.unitscope.visualize.maximize;

/** Gram matrices of channels: G_ab = Σ over places of a's times b's units. */
final class Gram {
  private Gram() {}

  /**
   * @param units [channels × places]
   * @return [channels × channels]
   */
  static double[] of(float[] units, int channels) {
    int places = units.length / channels;
    double[] gram = new double[channels * channels];
    for (int a = 0; a < channels; a++) {
      for (int b = a; b < channels; b++) {
        double sum = 0;
        for (int place = 0; place < places; place++) {
          sum += (double) units[a * places + place] * units[b * places + place];
        }
        gram[a * channels + b] = sum;
        gram[b * channels + a] = sum;
      }
    }
    return gram;
  }

  /** Divides by the Frobenius norm, unless it is 0, and returns it. */
  static double normalize(double[] gram) {
    double square = 0;
    for (double value : gram) {
      square += value * value;
    }
    double norm = Math.sqrt(square);
    for (int i = 0; norm > 0 && i < gram.length; i++) {
      gram[i] /= norm;
    }
    return norm;
  }

  /** into −= 2 · slope · units, with a symmetric slope [channels × channels]. */
  static void subtractProduct(double[] slope, float[] units, int channels, float[] into) {
    int places = units.length / channels;
    for (int a = 0; a < channels; a++) {
      for (int b = 0; b < channels; b++) {
        float factor = (float) (2 * slope[a * channels + b]);
        if (factor != 0) {
          for (int place = 0; place < places; place++) {
            into[a * places + place] -= factor * units[b * places + place];
          }
        }
      }
    }
  }
}
