package io.github.unitscope.visualize.optimize;

/** Arithmetic with images as vectors of float32 values. */
public final class Vectors {
  /** Sums of so many products in float32 are added in double: images may have 10^5 values. */
  private static final int BLOCK = 1024;

  private Vectors() {}

  /** a·b, both of one length. */
  public static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int from = 0; from < a.length; from += BLOCK) {
      sum += dot(a, b, from, Math.min(a.length, from + BLOCK));
    }
    return sum;
  }

  /** Eight sums at once: one alone would wait for every addition, and Java may not reorder them. */
  private static double dot(float[] a, float[] b, int from, int to) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    float s4 = 0;
    float s5 = 0;
    float s6 = 0;
    float s7 = 0;
    int i = from;
    for (; i <= to - 8; i += 8) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
      s4 += a[i + 4] * b[i + 4];
      s5 += a[i + 5] * b[i + 5];
      s6 += a[i + 6] * b[i + 6];
      s7 += a[i + 7] * b[i + 7];
    }
    for (; i < to; i++) {
      s0 += a[i] * b[i];
    }
    return ((double) s0 + s1) + ((double) s2 + s3) + ((double) s4 + s5) + ((double) s6 + s7);
  }

  /** The Euclidean norm. */
  public static double norm(float[] a) {
    return Math.sqrt(dot(a, a));
  }

  /** to += factor · a. */
  public static void addScaled(double factor, float[] a, float[] to) {
    float f = (float) factor;
    for (int i = 0; i < to.length; i++) {
      to[i] += f * a[i];
    }
  }

  /** Multiplies every value. */
  public static void scale(double factor, float[] a) {
    float f = (float) factor;
    for (int i = 0; i < a.length; i++) {
      a[i] *= f;
    }
  }

  /** out = a − b. */
  public static void subtract(float[] a, float[] b, float[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = a[i] - b[i];
    }
  }
}
