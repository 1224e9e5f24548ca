package io.github.unitscope.experiments.gallery;

import io.github.unitscope.experiments.output.CsvTable;
import java.util.Locale;

/**
 * How long the steps took, for {@code times.csv}: two runs differ in them, so that they stand in no
 * other file.
 */
final class Times {
  private final CsvTable table = new CsvTable("layer", "step", "seconds");

  /** Does a step. */
  void take(int layer, String step, Runnable work) {
    long start = System.nanoTime();
    work.run();
    double seconds = (System.nanoTime() - start) / 1e9;
    table.row(layer, step, String.format(Locale.ROOT, "%.2f", seconds));
  }

  String csv() {
    return table.toString();
  }
}
