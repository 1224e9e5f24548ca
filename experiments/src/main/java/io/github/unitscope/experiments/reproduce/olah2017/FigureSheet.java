package io.github.unitscope.experiments.reproduce.olah2017;

import io.github.unitscope.visualize.maximize.MaximizationSettings;
import io.github.unitscope.visualize.maximize.Objective;
import java.util.List;

/**
 * A figure of images: rows of one specification each.
 *
 * @param name of the file, without suffix, and of the arrays
 * @param title above all
 * @param rows from the top
 * @param columns how many images stand beside each other; rows of more are broken
 */
record FigureSheet(String name, String title, List<Row> rows, int columns) {

  /**
   * Images that are found in one way.
   *
   * @param label what the row is called; may be empty
   * @param specification how they are found
   * @param cells from the left
   */
  record Row(String label, MaximizationSettings specification, List<Cell> cells) {}

  /**
   * One image.
   *
   * @param label below it
   * @param objective what is maximized
   * @param start number of the start: cells of one objective and one start begin alike
   */
  record Cell(String label, Objective objective, int start) {}

  /** Copies the rows. */
  FigureSheet {
    rows = List.copyOf(rows);
  }
}
