package io.github.unitscope.network.numerics;

import io.github.unitscope.network.message.InvalidInputException;
import java.util.Locale;

/**
 * The discrete Fourier transform of real planes of any size, as {@code numpy.fft.rfft2} and {@code
 * irfft2} define it: X(u, v) = Σ x(y, x) exp(−2πi (uy / height + vx / width)), of which v = 0 …
 * width/2 are kept, since a real plane determines the others.
 *
 * <p>In double, with the lines of a plane transformed together. Working memory: not safe for use by
 * several threads at once.
 */
public final class PlaneFourier {
  private final int height;
  private final int width;
  private final int columns;
  private final int pairs;
  private final LineFourier alongHeight;
  private final LineFourier alongWidth;

  /** [width, pairs of rows]: row 2j is the real part of line j, row 2j + 1 the imaginary one. */
  private final double[] pairRe;

  private final double[] pairIm;

  /**
   * @param height of a plane, at least 1
   * @param width of a plane, at least 1
   * @throws InvalidInputException if a side is below 1
   */
  public PlaneFourier(int height, int width) {
    if (height < 1 || width < 1) {
      throw new InvalidInputException(
          String.format(Locale.ROOT, "a plane of %d x %d pixels", height, width));
    }
    this.height = height;
    this.width = width;
    columns = width / 2 + 1;
    pairs = (height + 1) / 2;
    alongHeight = LineFourier.of(height, columns);
    alongWidth = LineFourier.of(width, pairs);
    pairRe = new double[width * pairs];
    pairIm = new double[width * pairs];
  }

  /** How many horizontal frequencies are kept: width / 2 + 1. */
  public int columns() {
    return columns;
  }

  /** How many coefficients a plane has: height × columns. */
  public int coefficients() {
    return height * columns;
  }

  /**
   * Fills in what every coefficient's frequency is, in cycles a pixel in any direction: 0 to √½.
   *
   * @return [height, columns]
   */
  public double[] frequencies() {
    double[] frequencies = new double[coefficients()];
    for (int u = 0; u < height; u++) {
      double vertical = Math.min(u, height - u) / (double) height;
      for (int v = 0; v < columns; v++) {
        frequencies[u * columns + v] = Math.hypot(vertical, v / (double) width);
      }
    }
    return frequencies;
  }

  /** 1 for a column of coefficients that is its own mirror image (0 and width/2), else 2. */
  public int multiplicity(int column) {
    return column == 0 || 2 * column == width ? 1 : 2;
  }

  /**
   * Transforms a plane.
   *
   * @param values holds the plane [height, width] from {@code offset}
   * @param offset of the plane's first value
   * @param re real parts [height, columns], overwritten
   * @param im imaginary parts [height, columns], overwritten
   */
  public void forward(float[] values, int offset, double[] re, double[] im) {
    for (int x = 0; x < width; x++) {
      for (int j = 0; j < pairs; j++) {
        int pixel = offset + 2 * j * width + x;
        pairRe[x * pairs + j] = values[pixel];
        pairIm[x * pairs + j] = 2 * j + 1 < height ? values[pixel + width] : 0;
      }
    }
    alongWidth.transform(pairRe, pairIm);
    for (int v = 0; v < columns; v++) {
      separate(v, re, im);
    }
    alongHeight.transform(re, im);
  }

  /** With Z the transform of a + ib: A = (Z(v) + Z̄(−v)) / 2, B = (Z(v) − Z̄(−v)) / 2i. */
  private void separate(int v, double[] re, double[] im) {
    int here = v * pairs;
    int there = (width - v) % width * pairs;
    for (int j = 0; j < pairs; j++) {
      int first = 2 * j * columns + v;
      re[first] = 0.5 * (pairRe[here + j] + pairRe[there + j]);
      im[first] = 0.5 * (pairIm[here + j] - pairIm[there + j]);
      if (2 * j + 1 < height) {
        re[first + columns] = 0.5 * (pairIm[here + j] + pairIm[there + j]);
        im[first + columns] = 0.5 * (pairRe[there + j] - pairRe[here + j]);
      }
    }
  }

  /**
   * Transforms back, divided by height × width. What no real plane has (imaginary parts of lines
   * that are their own mirror image) counts for nothing.
   *
   * @param re real parts [height, columns], destroyed
   * @param im imaginary parts [height, columns], destroyed
   * @param values receives the plane [height, width] from {@code offset}
   * @param offset of the plane's first value
   */
  public void inverse(double[] re, double[] im, float[] values, int offset) {
    alongHeight.transform(im, re);
    for (int v = 0; v < columns; v++) {
      combine(v, re, im);
    }
    alongWidth.transform(pairIm, pairRe);
    double scale = 1.0 / ((double) height * width);
    for (int j = 0; j < pairs; j++) {
      for (int x = 0; x < width; x++) {
        int pixel = offset + 2 * j * width + x;
        values[pixel] = (float) (scale * pairRe[x * pairs + j]);
        if (2 * j + 1 < height) {
          values[pixel + width] = (float) (scale * pairIm[x * pairs + j]);
        }
      }
    }
  }

  /** Z(v) = A(v) + iB(v) and Z(−v) = Ā(v) + iB̄(v) for the rows a and b of every pair. */
  private void combine(int v, double[] re, double[] im) {
    boolean mirrorsItself = multiplicity(v) == 1;
    int here = v * pairs;
    int there = (width - v) % width * pairs;
    for (int j = 0; j < pairs; j++) {
      int first = 2 * j * columns + v;
      boolean paired = 2 * j + 1 < height;
      double aRe = re[first];
      double aIm = mirrorsItself ? 0 : im[first];
      double bRe = paired ? re[first + columns] : 0;
      double bIm = paired && !mirrorsItself ? im[first + columns] : 0;
      pairRe[there + j] = aRe + bIm;
      pairIm[there + j] = bRe - aIm;
      pairRe[here + j] = aRe - bIm;
      pairIm[here + j] = aIm + bRe;
    }
  }
}
