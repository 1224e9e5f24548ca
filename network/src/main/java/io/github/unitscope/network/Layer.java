package io.github.unitscope.network;

import io.github.unitscope.network.message.InvalidInputException;
import java.util.Locale;

/**
 * A layer of units.
 *
 * @param index from 1, the layer above the input
 * @param name as people write it on the command line
 * @param shape of its units: [channels, height, width], where unit number (c · height + y) · width
 *     + x is the one of channel c at row y and column x; a layer without places has height and
 *     width 1
 */
public record Layer(int index, String name, ImageShape shape) {

  /** A layer of units without places. */
  public static Layer flat(int index, String name, int units) {
    return new Layer(index, name, new ImageShape(units, 1, 1));
  }

  /** How many units it has. */
  public int units() {
    return shape.size();
  }

  /** How many units share their weights: the places of a channel. */
  public int places() {
    return shape.height() * shape.width();
  }

  /**
   * Checks that a unit exists.
   *
   * @throws InvalidInputException if it does not
   */
  public void requireUnit(int unit) {
    requireIn("unit", unit, units());
  }

  /**
   * Checks that a channel exists.
   *
   * @throws InvalidInputException if it does not
   */
  public void requireChannel(int channel) {
    requireIn("channel", channel, shape.channels());
  }

  private void requireIn(String what, int value, int count) {
    if (value < 0 || value >= count) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "unknown %s %d in layer %s; expected 0 to %d",
              what,
              value,
              title(),
              count - 1));
    }
  }

  /** What messages call it: its number, and its name where that says more. */
  public String title() {
    return name.equals("layer" + index) ? String.valueOf(index) : name;
  }
}
