package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.Network;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.visualize.select.ObjectiveParser;
import io.github.unitscope.visualize.select.UnitSelector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * What is to be maximized, and how.
 *
 * @param units what the numbers of units mean; empty where goals are objectives in words
 * @param goals at least one
 * @param restarts of every goal, at least 1
 * @param quantity of the units
 * @param settings how
 */
public record MaximizationPlan(
    Optional<UnitSelector> units,
    List<Goal> goals,
    int restarts,
    Quantity quantity,
    MaximizationSettings settings) {
  /** Restarts of a goal unless another number is asked for. */
  public static final int DEFAULT_RESTARTS = 9;

  /** Copies the goals. */
  public MaximizationPlan {
    goals = List.copyOf(goals);
  }

  /**
   * Units of one layer.
   *
   * @param root seed of everything; every layer, unit and restart derives its own
   * @throws io.github.unitscope.network.message.InvalidInputException if there is no such unit
   */
  public static MaximizationPlan ofUnits(
      UnitSelector choice,
      List<Integer> units,
      int restarts,
      Quantity quantity,
      MaximizationSettings settings,
      Seed root) {
    List<Goal> goals = units.stream().map(unit -> Goal.unit(choice, unit, quantity, root)).toList();
    return new MaximizationPlan(Optional.of(choice), goals, restarts, quantity, settings);
  }

  /**
   * Objectives in words.
   *
   * @param root seed of everything
   * @throws io.github.unitscope.network.message.InvalidInputException if one cannot be read
   */
  public static MaximizationPlan ofObjectives(
      Network network,
      List<String> objectives,
      int restarts,
      Quantity quantity,
      MaximizationSettings settings,
      Seed root) {
    ObjectiveParser parser = new ObjectiveParser(network, quantity);
    List<Goal> goals =
        objectives.stream().map(text -> Goal.words(text, parser, quantity, root)).toList();
    return new MaximizationPlan(Optional.empty(), goals, restarts, quantity, settings);
  }

  /** How many ascents are to be made. */
  public long ascents() {
    return (long) goals.size() * restarts;
  }

  /**
   * The ascents to make: all restarts of the first goal, then of the next.
   *
   * @throws io.github.unitscope.network.message.InvalidInputException if there is no memory to list
   *     them
   */
  public List<AscentJob> jobs() {
    return Goal.ascents(goals, restarts);
  }

  /**
   * Makes the ascents.
   *
   * @param found is told how many ascents are done, from several threads
   * @throws io.github.unitscope.network.message.InvalidInputException if there is no memory for
   *     what they find
   */
  public MaximizationResult run(Network network, Workers workers, LongConsumer found) {
    List<AscentJob> jobs = jobs();
    UnitMaxima.requireMemory(goals.size(), restarts, network.inputShape().size());
    Maximum[] maxima = new Maximum[jobs.size()];
    AtomicLong done = new AtomicLong();
    new Maximizer(network, settings, workers)
        .maximize(
            jobs,
            (maximum, index) -> {
              maxima[index] = maximum;
              found.accept(done.incrementAndGet());
            });
    return new MaximizationResult(network, this, byGoal(Arrays.asList(maxima)));
  }

  private List<UnitMaxima> byGoal(List<Maximum> maxima) {
    List<UnitMaxima> byGoal = new ArrayList<>();
    for (int i = 0; i < goals.size(); i++) {
      int number = units.isPresent() ? Integer.parseInt(goals.get(i).name()) : i;
      List<Maximum> all = maxima.subList(i * restarts, (i + 1) * restarts);
      byGoal.add(new UnitMaxima(number, List.copyOf(all)));
    }
    return byGoal;
  }
}
