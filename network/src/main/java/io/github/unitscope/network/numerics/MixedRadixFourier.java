package io.github.unitscope.network.numerics;

import java.util.Arrays;

/**
 * The self-sorting transform of Stockham (Van Loan, <i>Computational Frameworks for the Fast
 * Fourier Transform</i>, 1992, section 1.7) with one pass for every factor of the length: 4, 2 and
 * odd primes. A pass costs its radix times the length, so that large primes are for {@link
 * ChirpFourier}.
 */
final class MixedRadixFourier implements LineFourier {
  private final int length;
  private final int lines;
  private final int[] radices;

  /** For every pass [groups, radix, radix]: the cosines and sines of its butterflies. */
  private final double[][] cosines;

  private final double[][] sines;
  private final double[] spareRe;
  private final double[] spareIm;

  MixedRadixFourier(int length, int lines) {
    this.length = length;
    this.lines = lines;
    radices = radices(length);
    cosines = new double[radices.length][];
    sines = new double[radices.length][];
    int span = length;
    for (int pass = 0; pass < radices.length; pass++) {
      tabulate(pass, span);
      span /= radices[pass];
    }
    spareRe = new double[length * lines];
    spareIm = new double[length * lines];
  }

  /** 4s, then a 2 if one is left, then odd primes in ascending order; none for 1. */
  static int[] radices(int length) {
    int[] found = new int[Integer.SIZE];
    int count = 0;
    int rest = length;
    for (int radix : new int[] {4, 2}) {
      for (; rest % radix == 0; rest /= radix) {
        found[count++] = radix;
      }
    }
    for (int radix = 3; rest > 1; radix += 2) {
      for (; rest % radix == 0; rest /= radix) {
        found[count++] = radix;
      }
    }
    return Arrays.copyOf(found, count);
  }

  /** Output j of group p takes input k times exp(−2πi (pj / span + jk / radix)). */
  private void tabulate(int pass, int span) {
    int radix = radices[pass];
    int groups = span / radix;
    cosines[pass] = new double[groups * radix * radix];
    sines[pass] = new double[groups * radix * radix];
    for (int p = 0; p < groups; p++) {
      for (int j = 0; j < radix; j++) {
        for (int k = 0; k < radix; k++) {
          // Modulo the span, so that the angle is as precise for long lines as for short ones.
          long turns = (long) j * (p + (long) k * groups) % span;
          int entry = (p * radix + j) * radix + k;
          cosines[pass][entry] = Math.cos(2 * Math.PI * turns / span);
          sines[pass][entry] = -Math.sin(2 * Math.PI * turns / span);
        }
      }
    }
  }

  @Override
  public void transform(double[] re, double[] im) {
    double[] fromRe = re;
    double[] fromIm = im;
    double[] toRe = spareRe;
    double[] toIm = spareIm;
    int stride = lines;
    for (int pass = 0; pass < radices.length; pass++) {
      int radix = radices[pass];
      int groups = length * lines / (stride * radix);
      for (int p = 0; p < groups; p++) {
        butterfly(pass, p, stride, fromRe, fromIm, toRe, toIm);
      }
      stride *= radix;
      double[] swapRe = fromRe;
      double[] swapIm = fromIm;
      fromRe = toRe;
      fromIm = toIm;
      toRe = swapRe;
      toIm = swapIm;
    }
    if (fromRe != re) {
      System.arraycopy(fromRe, 0, re, 0, length * lines);
      System.arraycopy(fromIm, 0, im, 0, length * lines);
    }
  }

  private void butterfly(
      int pass, int p, int s, double[] xr, double[] xi, double[] yr, double[] yi) {
    switch (radices[pass]) {
      case 2 -> butterfly2(pass, p, s, xr, xi, yr, yi);
      case 4 -> butterfly4(pass, p, s, xr, xi, yr, yi);
      default -> butterflyOdd(pass, p, s, xr, xi, yr, yi);
    }
  }

  private void butterfly2(
      int pass, int p, int s, double[] xr, double[] xi, double[] yr, double[] yi) {
    int a = s * p;
    int b = a + length * lines / 2;
    int y0 = 2 * s * p;
    int y1 = y0 + s;
    double c = cosines[pass][4 * p + 2];
    double d = sines[pass][4 * p + 2];
    for (int q = 0; q < s; q++) {
      double re = xr[a + q] - xr[b + q];
      double im = xi[a + q] - xi[b + q];
      yr[y0 + q] = xr[a + q] + xr[b + q];
      yi[y0 + q] = xi[a + q] + xi[b + q];
      yr[y1 + q] = re * c - im * d;
      yi[y1 + q] = re * d + im * c;
    }
  }

  private void butterfly4(
      int pass, int p, int s, double[] xr, double[] xi, double[] yr, double[] yi) {
    int quarter = length * lines / 4;
    int a0 = s * p;
    int a1 = a0 + quarter;
    int a2 = a1 + quarter;
    int a3 = a2 + quarter;
    int y0 = 4 * s * p;
    int y1 = y0 + s;
    int y2 = y1 + s;
    int y3 = y2 + s;
    double[] cos = cosines[pass];
    double[] sin = sines[pass];
    double c1 = cos[16 * p + 4];
    double d1 = sin[16 * p + 4];
    double c2 = cos[16 * p + 8];
    double d2 = sin[16 * p + 8];
    double c3 = cos[16 * p + 12];
    double d3 = sin[16 * p + 12];
    for (int q = 0; q < s; q++) {
      double evenSumRe = xr[a0 + q] + xr[a2 + q];
      double evenSumIm = xi[a0 + q] + xi[a2 + q];
      double evenDifferenceRe = xr[a0 + q] - xr[a2 + q];
      double evenDifferenceIm = xi[a0 + q] - xi[a2 + q];
      double oddSumRe = xr[a1 + q] + xr[a3 + q];
      double oddSumIm = xi[a1 + q] + xi[a3 + q];
      // Times −i.
      double oddDifferenceRe = xi[a1 + q] - xi[a3 + q];
      double oddDifferenceIm = xr[a3 + q] - xr[a1 + q];
      yr[y0 + q] = evenSumRe + oddSumRe;
      yi[y0 + q] = evenSumIm + oddSumIm;
      double re1 = evenDifferenceRe + oddDifferenceRe;
      double im1 = evenDifferenceIm + oddDifferenceIm;
      yr[y1 + q] = re1 * c1 - im1 * d1;
      yi[y1 + q] = re1 * d1 + im1 * c1;
      double re2 = evenSumRe - oddSumRe;
      double im2 = evenSumIm - oddSumIm;
      yr[y2 + q] = re2 * c2 - im2 * d2;
      yi[y2 + q] = re2 * d2 + im2 * c2;
      double re3 = evenDifferenceRe - oddDifferenceRe;
      double im3 = evenDifferenceIm - oddDifferenceIm;
      yr[y3 + q] = re3 * c3 - im3 * d3;
      yi[y3 + q] = re3 * d3 + im3 * c3;
    }
  }

  private void butterflyOdd(
      int pass, int p, int s, double[] xr, double[] xi, double[] yr, double[] yi) {
    int radix = radices[pass];
    int part = length * lines / radix;
    for (int j = 0; j < radix; j++) {
      int y = s * (radix * p + j);
      Arrays.fill(yr, y, y + s, 0);
      Arrays.fill(yi, y, y + s, 0);
      for (int k = 0; k < radix; k++) {
        int entry = (radix * p + j) * radix + k;
        addProduct(
            xr, xi, s * p + k * part, cosines[pass][entry], sines[pass][entry], yr, yi, y, s);
      }
    }
  }

  /** y += x · (c + id), over {@code s} neighbours. */
  private static void addProduct(
      double[] xr, double[] xi, int x, double c, double d, double[] yr, double[] yi, int y, int s) {
    for (int q = 0; q < s; q++) {
      double re = xr[x + q];
      double im = xi[x + q];
      yr[y + q] += re * c - im * d;
      yi[y + q] += re * d + im * c;
    }
  }
}
