package io.github.unitscope.visualize.regularize;

import io.github.unitscope.network.message.InvalidInputException;
import java.util.Locale;

/** Checks of the numbers of regularizers. */
final class Weights {
  private Weights() {}

  static void requirePositive(String what, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new InvalidInputException(
          String.format(Locale.ROOT, "%s must be a positive number, not %s", what, value));
    }
  }

  static void requirePercentile(String what, double value) {
    if (!(value >= 0 && value < 100)) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT, "%s is a percentile and must be in [0, 100), not %s", what, value));
    }
  }
}
