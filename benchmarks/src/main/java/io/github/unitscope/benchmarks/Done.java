package io.github.unitscope.benchmarks;

import java.util.Locale;
import java.util.Map;

/**
 * What one round did, whatever it took.
 *
 * @param items how many of what the {@link Workload#item} says, positive
 * @param operations floating-point operations of the matrix products or convolutions that the work
 *     needs, a multiplication and an addition being two; padding and repeated work do not count; 0
 *     where none are counted
 * @param details what else there is to say of the round, by name
 */
public record Done(double items, double operations, Map<String, Double> details) {

  /**
   * @throws IllegalArgumentException if there are no items, or the operations are negative
   */
  public Done {
    if (!(items > 0) || !(operations >= 0)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s items with %s operations", items, operations));
    }
    details = Map.copyOf(details);
  }

  /** Without details. */
  public Done(double items, double operations) {
    this(items, operations, Map.of());
  }
}
