package io.github.unitscope.visualize.stat;

/** How much two pictures are alike, whatever their contrast. */
public final class Cosine {
  private Cosine() {}

  /**
   * The cosine of the angle between two pictures of one length, in [−1, 1]; NaN if one is zero
   * everywhere.
   */
  public static double between(float[] a, float[] b) {
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (double) a[i] * b[i];
      aa += (double) a[i] * a[i];
      bb += (double) b[i] * b[i];
    }
    return ab / Math.sqrt(aa * bb);
  }
}
