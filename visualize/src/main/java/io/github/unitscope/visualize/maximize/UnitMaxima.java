package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.numerics.MemoryNeed;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What several random starts found for one unit.
 *
 * @param unit from 0
 * @param restarts in the order of their seeds
 */
public record UnitMaxima(int unit, List<Maximum> restarts) {
  /** A target and a maximum without its images, about. */
  private static final int BYTES_OF_AN_ASCENT = 200;

  /** The restart of greatest value; the first of them where several are equal. */
  public Maximum best() {
    // NaN would count as the greatest of all.
    return restarts.stream()
        .max(
            Comparator.comparingDouble(
                m -> Double.isNaN(m.value()) ? -Double.MAX_VALUE : m.value()))
        .orElseThrow();
  }

  /**
   * Checks that there is memory for what ascents find.
   *
   * @param units how many
   * @param restarts starts for every unit
   * @param inputs values of an image; 0 for what is needed to list the ascents
   * @throws io.github.unitscope.network.message.InvalidInputException if there is not
   */
  public static void requireMemory(int units, int restarts, int inputs) {
    double each = BYTES_OF_AN_ASCENT + 2.0 * Float.BYTES * inputs;
    MemoryNeed.requireHeap(
        String.format(Locale.ROOT, "%d ascents", (long) units * restarts),
        (double) units * restarts * each);
  }
}
