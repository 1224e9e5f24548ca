package io.github.unitscope.benchmarks;

import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;

/** Work whose speed is measured: always the same, from built-in data and random weights. */
public interface Workload {
  /** As it is written on the command line, for example {@code maximize-360}. */
  String name();

  /** What a round does, in a line. */
  String description();

  /** What is counted, for example {@code row-step}. */
  String item();

  /** Whether a round takes so long that one, without a warm-up, has to do. */
  default boolean isLong() {
    return false;
  }

  /**
   * Makes what the rounds need.
   *
   * @param workers the threads to use
   * @param seed of all that is random; equal seeds give equal work
   */
  Rounds prepare(Workers workers, Seed seed);

  /** The work, ready to be done again and again. */
  interface Rounds extends AutoCloseable {
    /** Does the work once; every time the same. */
    Work run();

    @Override
    default void close() {}
  }
}
