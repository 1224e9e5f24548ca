package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.Network;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.numerics.MemoryNeed;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

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
   * Makes ascents that belong to units.
   *
   * @param targets all restarts of the first unit, then of the next; as many for each
   * @param units their numbers
   * @param found is told how many restarts are done, from several threads
   * @return in the order of {@code units}
   */
  public static List<UnitMaxima> find(
      Network network,
      MaximizationSettings settings,
      List<Target> targets,
      List<Integer> units,
      Workers workers,
      LongConsumer found) {
    int restarts = targets.size() / units.size();
    requireMemory(units.size(), restarts, network.inputShape().size());
    Maximum[] maxima = new Maximum[targets.size()];
    AtomicLong done = new AtomicLong();
    new Maximizer(network, settings, workers)
        .maximize(
            targets,
            (maximum, index) -> {
              maxima[index] = maximum;
              found.accept(done.incrementAndGet());
            });
    List<UnitMaxima> byUnit = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      List<Maximum> all = Arrays.asList(maxima).subList(i * restarts, (i + 1) * restarts);
      byUnit.add(new UnitMaxima(units.get(i), List.copyOf(all)));
    }
    return byUnit;
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

  /**
   * The ascents to make for units of one layer: all restarts of the first unit, then of the next.
   *
   * @param choice what the numbers of units mean
   * @param quantity what is maximized
   * @param units from 0
   * @param restarts starts for every unit
   * @param seed of everything; every layer, unit and restart derives its own
   * @throws io.github.unitscope.network.message.InvalidInputException if there is no such unit
   */
  public static List<Target> targets(
      UnitChoice choice, Quantity quantity, List<Integer> units, int restarts, Seed seed) {
    return Goal.ascents(
        units.stream().map(unit -> Goal.unit(choice, unit, quantity, seed)).toList(), restarts);
  }
}
