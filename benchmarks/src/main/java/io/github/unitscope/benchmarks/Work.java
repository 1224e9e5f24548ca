package io.github.unitscope.benchmarks;

import java.util.function.Supplier;

/**
 * One round.
 *
 * @param seconds it took, positive
 * @param done what it did
 */
public record Work(double seconds, Done done) {
  private static final double NANOSECONDS = 1e9;

  /**
   * @throws IllegalArgumentException if the seconds are not positive
   */
  public Work {
    if (!(seconds > 0)) {
      throw new IllegalArgumentException("a round of " + seconds + " s");
    }
  }

  /** A round that is timed as a whole. */
  public static Work timed(Supplier<Done> round) {
    long start = System.nanoTime();
    Done done = round.get();
    return new Work((System.nanoTime() - start) / NANOSECONDS, done);
  }

  /** Operations a second, or items a second where no operations are counted. */
  public double rate() {
    return (done.operations() > 0 ? done.operations() : done.items()) / seconds;
  }
}
