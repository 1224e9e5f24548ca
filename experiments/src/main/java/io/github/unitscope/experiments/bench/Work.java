package io.github.unitscope.experiments.bench;

import java.util.Map;
import java.util.function.Supplier;

/**
 * What one round did.
 *
 * @param seconds it took, positive
 * @param items how many of what the {@link Workload#item} says
 * @param operations floating-point operations of the matrix products or convolutions that the work
 *     needs, a multiplication and an addition being two; padding and repeated work do not count; 0
 *     where none are counted
 * @param details what else there is to say of the round, by name
 */
public record Work(double seconds, double items, double operations, Map<String, Double> details) {
  private static final double NANOSECONDS = 1e9;

  /**
   * @throws IllegalArgumentException if the seconds or items are not positive
   */
  public Work {
    if (!(seconds > 0) || !(items > 0) || !(operations >= 0)) {
      throw new IllegalArgumentException(
          "%s items with %s operations in %s s".formatted(items, operations, seconds));
    }
    details = Map.copyOf(details);
  }

  /** Without details. */
  public Work(double seconds, double items, double operations) {
    this(seconds, items, operations, Map.of());
  }

  /** Operations a second, or items a second where no operations are counted. */
  public double rate() {
    return (operations > 0 ? operations : items) / seconds;
  }

  /** Work that is timed as a whole: what {@code work} says of itself, with the time it took. */
  public static Work timed(Supplier<Work> work) {
    long start = System.nanoTime();
    Work done = work.get();
    double seconds = (System.nanoTime() - start) / NANOSECONDS;
    return new Work(seconds, done.items, done.operations, done.details);
  }

  /** What was done, for {@link #timed}. */
  public static Work of(double items, double operations, Map<String, Double> details) {
    return new Work(Double.MIN_NORMAL, items, operations, details);
  }
}
