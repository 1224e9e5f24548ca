package io.github.unitscope.visualize.picture;

import java.util.List;

/**
 * Panels side by side.
 *
 * @param title above all
 * @param panels from left to right; at least one
 * @param caption lines below all; long ones are wrapped
 */
public record Figure(String title, List<Panel> panels, List<String> caption) {

  /**
   * @throws IllegalArgumentException if there is no panel
   */
  public Figure {
    panels = List.copyOf(panels);
    caption = List.copyOf(caption);
    if (panels.isEmpty()) {
      throw new IllegalArgumentException("a figure without panels");
    }
  }
}
