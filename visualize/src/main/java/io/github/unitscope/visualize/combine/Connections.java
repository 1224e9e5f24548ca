package io.github.unitscope.visualize.combine;

import io.github.unitscope.network.message.InvalidInputException;
import java.util.Locale;

/**
 * Which of the connections of a unit to follow downwards: the strongest, by absolute weight, that
 * together hold a share of the sum of its squared weights, but no more than a number of them. The
 * lower layers are followed by the same rule.
 *
 * @param most connections of a unit; {@link #ANY_NUMBER} for no limit
 * @param share of the sum of squared weights, in (0, 1]
 */
public record Connections(int most, double share) {
  /** For {@link #most}: as many as there are. */
  public static final int ANY_NUMBER = 0;

  /** All of them. */
  public static final Connections ALL = new Connections(ANY_NUMBER, 1);

  /**
   * The strongest, but no more than a number of them.
   *
   * @param most connections of a unit
   */
  public static Connections strongest(int most) {
    return new Connections(most, 1);
  }

  /**
   * The strongest that together hold a share of the sum of squared weights.
   *
   * @param share in (0, 1]
   */
  public static Connections holding(double share) {
    return new Connections(ANY_NUMBER, share);
  }

  /**
   * Checks the ranges.
   *
   * @throws InvalidInputException if a value is out of its range
   */
  public Connections {
    if (most < 0) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "the number of connections must be at least 1, or %d for all, not %d",
              ANY_NUMBER,
              most));
    }
    if (!(share > 0 && share <= 1)) {
      throw new InvalidInputException(
          "the share of squared weights must be in (0, 1], not " + share);
    }
  }

  /** Whether nothing is left out. */
  public boolean areAll() {
    return most == ANY_NUMBER && share == 1;
  }

  /** How many to follow of weights in descending order of their strength. */
  int count(float[] descending) {
    int limit = most == ANY_NUMBER ? descending.length : Math.min(most, descending.length);
    if (share == 1) {
      return limit;
    }
    double needed = share * sumOfSquares(descending, descending.length);
    double sum = 0;
    int count = 0;
    while (count < limit && sum < needed) {
      sum += (double) descending[count] * descending[count];
      count++;
    }
    return count;
  }

  static double sumOfSquares(float[] weights, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += (double) weights[i] * weights[i];
    }
    return sum;
  }
}
