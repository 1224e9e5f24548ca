package io.github.unitscope.experiments.gallery;

import java.util.Locale;

/**
 * How long the steps took, for {@code times.csv}: two runs differ in them, so that they stand in no
 * other file.
 */
final class Times {
  private final StringBuilder csv = new StringBuilder("layer,step,seconds\n");

  /** Does a step. */
  void take(int layer, String step, Runnable work) {
    long start = System.nanoTime();
    work.run();
    double seconds = (System.nanoTime() - start) / 1e9;
    csv.append(String.format(Locale.ROOT, "%d,%s,%.2f\n", layer, step, seconds));
  }

  String csv() {
    return csv.toString();
  }
}
