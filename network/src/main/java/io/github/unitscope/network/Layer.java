package io.github.unitscope.network;

/**
 * A layer of units.
 *
 * @param index from 1, the layer above the input
 * @param name as people write it on the command line
 * @param units how many units it has
 */
public record Layer(int index, String name, int units) {

  /**
   * Checks that a unit exists.
   *
   * @throws InvalidInputException if it does not
   */
  public void requireUnit(int unit) {
    if (unit < 0 || unit >= units) {
      throw new InvalidInputException(
          "there is no unit %d in layer %d: choose from 0 to %d".formatted(unit, index, units - 1));
    }
  }
}
