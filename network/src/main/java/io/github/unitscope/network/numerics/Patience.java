package io.github.unitscope.network.numerics;

import java.util.function.BooleanSupplier;

/**
 * A short wait without sleeping. A thread that sleeps needs 20 to 50 µs to get going again, and a
 * step of training a small batch, of 300 µs, waits four times; what does not come within some
 * microseconds is waited for asleep.
 */
final class Patience {
  private static final long NANOS = 50_000;

  /** The clock is looked at once in so many turns. */
  private static final int TURNS = 64;

  /** Watching takes a processor from the one that is watched where there is no other. */
  private static final boolean HAS_OTHERS = Runtime.getRuntime().availableProcessors() > 1;

  private Patience() {}

  /** Waits until the condition holds or the patience ends. */
  static void until(BooleanSupplier condition) {
    if (!HAS_OTHERS) {
      return;
    }
    long start = System.nanoTime();
    while (System.nanoTime() - start < NANOS) {
      for (int turn = 0; turn < TURNS; turn++) {
        if (condition.getAsBoolean()) {
          return;
        }
        Thread.onSpinWait();
      }
    }
  }
}
