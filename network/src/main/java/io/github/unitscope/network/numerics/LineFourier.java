package io.github.unitscope.network.numerics;

/**
 * The discrete Fourier transform of many lines of one length at once: X(k) = Σ x(n) exp(−2πi·nk/N).
 *
 * <p>Element n of line b is at {@code n · lines + b}, so that every inner loop runs over neighbours
 * in memory, which Java's compiler turns into vector instructions. Real and imaginary parts are two
 * arrays; with these exchanged the same method is the inverse transform times N.
 */
sealed interface LineFourier permits MixedRadixFourier, ChirpFourier {
  /** Above this prime factor of the length, the chirp transform is faster. */
  int LARGEST_RADIX = 31;

  /**
   * The transform for one length and number of lines, both at least 1.
   *
   * @return working memory and tables: not for several threads at once
   */
  static LineFourier of(int length, int lines) {
    int[] radices = MixedRadixFourier.radices(length);
    boolean large = radices.length > 0 && radices[radices.length - 1] > LARGEST_RADIX;
    return large ? new ChirpFourier(length, lines) : new MixedRadixFourier(length, lines);
  }

  /**
   * Transforms all lines.
   *
   * @param re real parts [length, lines], overwritten
   * @param im imaginary parts [length, lines], overwritten
   */
  void transform(double[] re, double[] im);
}
