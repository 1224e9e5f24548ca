package io.github.unitscope.experiments.tune;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The options that are searched over. Those of fine-tuning come last: trials that differ in them
 * alone follow each other and share a trained stack.
 *
 * @param dimensions at least one, each with an option of its own
 */
public record SearchSpace(List<Dimension> dimensions) {
  /** A mistyped grid must not run for years. */
  private static final long MOST_TRIALS = 10_000;

  /**
   * @throws InvalidInputException if there is no dimension, or an option is there twice
   */
  public SearchSpace {
    List<Dimension> ordered = new ArrayList<>();
    dimensions.stream().filter(d -> !d.isOfFineTuning()).forEach(ordered::add);
    dimensions.stream().filter(Dimension::isOfFineTuning).forEach(ordered::add);
    dimensions = List.copyOf(ordered);
    if (dimensions.isEmpty()) {
      throw new InvalidInputException(
          "--over is missing: say what to search over, for example --over rate=0.05,0.1");
    }
    if (dimensions.stream().map(Dimension::option).distinct().count() != dimensions.size()) {
      throw new InvalidInputException("--over has an option twice: give all its values at once");
    }
  }

  /**
   * The trials of a search.
   *
   * @param trials how many at random; a grid has as many as it has
   * @param seed of what is drawn; trial n is the same however many there are
   * @throws InvalidInputException if a grid is to be made of a range, or there are too many
   */
  public List<Trial> trials(Search search, int trials, Seed seed) {
    return search == Search.GRID ? grid() : random(trials, seed);
  }

  private List<Trial> grid() {
    long count = 1;
    for (Dimension dimension : dimensions) {
      if (dimension.isRange()) {
        throw new InvalidInputException(
            String.format(
                Locale.ROOT,
                "--over %s is a range, which has no grid: give values, or --search random",
                dimension.option()));
      }
      count = Math.min(MOST_TRIALS + 1, count * dimension.values().size());
    }
    requireFeasible(count);
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      trials.add(new Trial(i + 1, combination(i)));
    }
    return trials;
  }

  /** Mixed-radix digits of the index, the last dimension the fastest. */
  private Map<String, String> combination(int index) {
    String[] chosen = new String[dimensions.size()];
    int rest = index;
    for (int i = chosen.length - 1; i >= 0; i--) {
      List<String> values = dimensions.get(i).values();
      chosen[i] = values.get(rest % values.size());
      rest /= values.size();
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < chosen.length; i++) {
      values.put(dimensions.get(i).option(), chosen[i]);
    }
    return values;
  }

  private List<Trial> random(int count, Seed seed) {
    requireFeasible(count);
    List<Trial> trials = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      SplitMix64 random = seed.derive(number).stream();
      Map<String, String> values = new LinkedHashMap<>();
      dimensions.forEach(dimension -> values.put(dimension.option(), dimension.draw(random)));
      trials.add(new Trial(number, values));
    }
    return trials;
  }

  private static void requireFeasible(long count) {
    if (count < 1 || count > MOST_TRIALS) {
      throw new InvalidInputException(
          String.format(Locale.ROOT, "a search has 1 to %d trials: try fewer values", MOST_TRIALS));
    }
  }
}
