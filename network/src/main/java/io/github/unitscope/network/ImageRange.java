package io.github.unitscope.network;

import io.github.unitscope.network.message.InvalidInputException;
import java.util.Locale;

/**
 * Which values an image may have.
 *
 * @param low the least
 * @param high the greatest, above {@code low}
 */
public record ImageRange(double low, double high) {
  /** Any number. */
  public static final ImageRange UNBOUNDED =
      new ImageRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** What pictures have: black is 0, white is 1. */
  public static final ImageRange UNIT = new ImageRange(0, 1);

  /**
   * @throws InvalidInputException if the bounds are not in order
   */
  public ImageRange {
    if (!(low < high)) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "the range of image values must be two numbers in order, not %s and %s",
              low,
              high));
    }
  }

  /** Whether both bounds are numbers. */
  public boolean isBounded() {
    return Double.isFinite(low) && Double.isFinite(high);
  }

  /** Whether a value lies within, give or take the rounding of float32. */
  public boolean contains(double value) {
    double slack = isBounded() ? 1e-5 * (high - low) : 0;
    return value >= low - slack && value <= high + slack;
  }
}
