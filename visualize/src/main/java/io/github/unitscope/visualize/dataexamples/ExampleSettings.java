package io.github.unitscope.visualize.dataexamples;

import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.visualize.stream.ChannelReduction;
import java.util.Locale;

/**
 * Which examples are looked for.
 *
 * @param quantity which value of a unit is meant
 * @param reading units, or channels of a layer with places
 * @param perGroup images of the least and greatest values and of those slightly below and above the
 *     threshold, 1 to 100
 * @param most images of the greatest values, where more of these are wanted; at least {@code
 *     perGroup}, at most 100
 * @param along images evenly along the range of values, 2 to 64
 * @param threshold what slightly negative and slightly positive values lie below and above; a
 *     number. 0 by default: with pre-activations, where a sigmoid is 1/2 and a rectifier begins
 */
public record ExampleSettings(
    Quantity quantity,
    ChannelReduction reading,
    int perGroup,
    int most,
    int along,
    double threshold) {

  /**
   * Pre-activations of units, three images a group as in a figure of Olah et al. (2017), and the
   * nine most of Zeiler and Fergus (2013).
   */
  public static final ExampleSettings DEFAULTS =
      new ExampleSettings(Quantity.PREACTIVATION, ChannelReduction.UNIT, 3, 9, 9, 0);

  private static final int GREATEST = 100;

  /**
   * @throws InvalidInputException if a number is out of its range
   */
  public ExampleSettings {
    require(perGroup >= 1 && perGroup <= GREATEST, "images of a group", 1, GREATEST, perGroup);
    require(most >= perGroup && most <= GREATEST, "images of the most", perGroup, GREATEST, most);
    int bins = Histogram.MOST_BINS;
    require(along >= 2 && along <= bins, "images along the range", 2, bins, along);
    if (!Double.isFinite(threshold)) {
      throw new InvalidInputException("the threshold must be a number, not " + threshold);
    }
  }

  private static void require(boolean holds, String what, int least, int greatest, int value) {
    if (!holds) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "the number of %s must be %d to %d, not %d",
              what,
              least,
              greatest,
              value));
    }
  }
}
