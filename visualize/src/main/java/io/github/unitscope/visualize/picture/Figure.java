package io.github.unitscope.visualize.picture;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import java.util.List;
import java.util.Locale;

/**
 * Panels side by side, in one row or several.
 *
 * @param title above all
 * @param panels from left to right, row after row; at least one
 * @param columns panels of a row, at least 1
 * @param caption lines below all; long ones are wrapped
 */
public record Figure(String title, List<Panel> panels, int columns, List<String> caption) {

  /** Panels in one row. */
  public Figure(String title, List<Panel> panels, List<String> caption) {
    this(title, panels, Math.max(1, panels.size()), caption);
  }

  /**
   * @throws IllegalArgumentException if there is no panel or no column
   */
  public Figure {
    panels = List.copyOf(panels);
    caption = List.copyOf(caption);
    if (panels.isEmpty()) {
      throw new IllegalArgumentException("a figure without panels");
    }
    if (columns < 1) {
      throw new IllegalArgumentException(columns + " columns");
    }
  }

  /**
   * Checks, before any work is done, that images can be drawn.
   *
   * @throws InvalidInputException if they have other than 1 or 3 channels
   */
  public static void requireDrawable(ImageShape shape) {
    if (shape.channels() != 1 && shape.channels() != 3) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "pictures have 1 channel, grey, or 3, red, green and blue: images of %d channels cannot be drawn",
              shape.channels()));
    }
  }
}
