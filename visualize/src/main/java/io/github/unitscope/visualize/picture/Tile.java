package io.github.unitscope.visualize.picture;

import java.util.Objects;

/**
 * One image of a panel.
 *
 * @param values [channels × height × width], row-major
 * @param label below it, for example the number of the unit; may be empty
 * @param marked whether it is to be doubted: its ascent did not converge
 */
public record Tile(float[] values, String label, boolean marked) {

  /**
   * @throws NullPointerException if there are no values or no label
   */
  public Tile {
    Objects.requireNonNull(values, "values");
    Objects.requireNonNull(label, "label");
  }
}
