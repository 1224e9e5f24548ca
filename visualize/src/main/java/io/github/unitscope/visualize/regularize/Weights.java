package io.github.unitscope.visualize.regularize;

import io.github.unitscope.network.InvalidInputException;

/** Checks of the numbers of regularizers. */
final class Weights {
  private Weights() {}

  static void requirePositive(String what, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new InvalidInputException(
          "%s must be a positive number, not %s".formatted(what, value));
    }
  }

  static void requirePercentile(String what, double value) {
    if (!(value >= 0 && value < 100)) {
      throw new InvalidInputException(
          "%s is a percentile and must be in [0, 100), not %s".formatted(what, value));
    }
  }
}
