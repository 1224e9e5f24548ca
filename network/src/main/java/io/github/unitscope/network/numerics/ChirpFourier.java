package io.github.unitscope.network.numerics;

import java.util.Arrays;

/**
 * The transform of any length N as a convolution with a chirp (Bluestein 1970): since nk = (n² + k²
 * − (k − n)²) / 2, X(k) = w(k) Σ x(n) w(n) w̄(k − n) with w(n) = exp(−πi·n²/N). The convolution is
 * made with transforms of a power of two of at least 2N − 1.
 */
final class ChirpFourier implements LineFourier {
  private final int length;
  private final int lines;
  private final int padded;
  private final double[] chirpRe;
  private final double[] chirpIm;

  /** The transform of the conjugate chirp over the padded length, divided by it. */
  private final double[] kernelRe;

  private final double[] kernelIm;
  private final MixedRadixFourier transform;
  private final double[] bufferRe;
  private final double[] bufferIm;

  ChirpFourier(int length, int lines) {
    this.length = length;
    this.lines = lines;
    padded = Math.max(1, Integer.highestOneBit(2 * length - 1) << 1);
    chirpRe = new double[length];
    chirpIm = new double[length];
    kernelRe = new double[padded];
    kernelIm = new double[padded];
    for (int n = 0; n < length; n++) {
      // n² modulo 2N: the chirp has that period, and the angle keeps its precision.
      double angle = Math.PI * ((long) n * n % (2L * length)) / length;
      chirpRe[n] = Math.cos(angle);
      chirpIm[n] = -Math.sin(angle);
      int mirrored = (padded - n) % padded;
      kernelRe[n] = kernelRe[mirrored] = chirpRe[n] / padded;
      kernelIm[n] = kernelIm[mirrored] = -chirpIm[n] / padded;
    }
    new MixedRadixFourier(padded, 1).transform(kernelRe, kernelIm);
    transform = new MixedRadixFourier(padded, lines);
    bufferRe = new double[padded * lines];
    bufferIm = new double[padded * lines];
  }

  @Override
  public void transform(double[] re, double[] im) {
    Arrays.fill(bufferRe, length * lines, padded * lines, 0);
    Arrays.fill(bufferIm, length * lines, padded * lines, 0);
    multiply(re, im, chirpRe, chirpIm, length, bufferRe, bufferIm);
    transform.transform(bufferRe, bufferIm);
    multiply(bufferRe, bufferIm, kernelRe, kernelIm, padded, bufferRe, bufferIm);
    transform.transform(bufferIm, bufferRe);
    multiply(bufferRe, bufferIm, chirpRe, chirpIm, length, re, im);
  }

  /** to = from times a factor for every position of a line. */
  private void multiply(
      double[] fromRe,
      double[] fromIm,
      double[] factorRe,
      double[] factorIm,
      int count,
      double[] toRe,
      double[] toIm) {
    for (int n = 0; n < count; n++) {
      double c = factorRe[n];
      double d = factorIm[n];
      for (int i = n * lines; i < (n + 1) * lines; i++) {
        double re = fromRe[i];
        double im = fromIm[i];
        toRe[i] = re * c - im * d;
        toIm[i] = re * d + im * c;
      }
    }
  }
}
