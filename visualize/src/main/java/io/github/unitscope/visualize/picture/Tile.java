package io.github.unitscope.visualize.picture;

import io.github.unitscope.network.message.PlainText;
import java.util.Objects;

/**
 * One image of a panel.
 *
 * @param values [channels × height × width], row-major; none leave the place empty
 * @param label below it, for example the number of the unit; may be empty
 * @param marked whether it is to be doubted: its ascent did not converge, its chains did not mix
 */
public record Tile(float[] values, String label, boolean marked) {
  /** Nothing: leaves its place in the grid empty. */
  public static final Tile BLANK = new Tile(new float[0], "", false);

  /**
   * @throws NullPointerException if there are no values or no label
   */
  public Tile {
    Objects.requireNonNull(values, "values");
    label = PlainText.of(label);
  }

  boolean isBlank() {
    return values.length == 0;
  }
}
