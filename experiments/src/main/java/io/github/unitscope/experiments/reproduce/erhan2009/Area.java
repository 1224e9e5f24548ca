package io.github.unitscope.experiments.reproduce.erhan2009;

/**
 * How much of a picture carries its contrast: the participation ratio (Σ x²)² / (n Σ x⁴) of its n
 * pixels, from 1/n for a single one to 1 for pixels that are all as strong.
 */
final class Area {
  private Area() {}

  /** The ratio of every picture; NaN where one is all zeros. */
  static double[] of(float[][] pictures) {
    double[] areas = new double[pictures.length];
    for (int i = 0; i < areas.length; i++) {
      double squares = 0;
      double fourths = 0;
      for (float value : pictures[i]) {
        double square = (double) value * value;
        squares += square;
        fourths += square * square;
      }
      areas[i] = squares * squares / (pictures[i].length * fourths);
    }
    return areas;
  }
}
