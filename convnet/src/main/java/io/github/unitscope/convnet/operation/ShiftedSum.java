package io.github.unitscope.convnet.operation;

/**
 * Sums of arrays, each with a weight and read from an index of its own.
 *
 * <p>The compiler makes vector instructions only of loops that use one index for all arrays. So
 * arrays are copied to where they can be read from 0 on; that, and loops over three of them at
 * once, take a quarter of the time of the plain loop.
 */
final class ShiftedSum {
  private static final int AT_ONCE = 3;

  private final float[][] terms;
  private final float[] weights = new float[AT_ONCE];
  private int count;

  /**
   * @param length values of the longest sum
   */
  ShiftedSum(int length) {
    this.terms = new float[AT_ONCE][length];
  }

  /**
   * sum[i] += weight · source[from + i], for the first {@code length} values; perhaps only at the
   * next call, or that of {@link #finish}, which must be for the same sum.
   */
  void add(float[] sum, int length, float weight, float[] source, int from) {
    System.arraycopy(source, from, terms[count], 0, length);
    weights[count] = weight;
    count++;
    if (count == AT_ONCE) {
      addThree(sum, length, weights[0], terms[0], weights[1], terms[1], weights[2], terms[2]);
      count = 0;
    }
  }

  /** Completes a sum. */
  void finish(float[] sum, int length) {
    for (int i = 0; i < count; i++) {
      addOne(sum, length, weights[i], terms[i]);
    }
    count = 0;
  }

  private static void addThree(
      float[] sum, int length, float a, float[] x, float b, float[] y, float c, float[] z) {
    for (int i = 0; i < length; i++) {
      sum[i] = sum[i] + a * x[i] + b * y[i] + c * z[i];
    }
  }

  private static void addOne(float[] sum, int length, float a, float[] x) {
    for (int i = 0; i < length; i++) {
      sum[i] += a * x[i];
    }
  }
}
