package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.Network;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.visualize.select.ObjectiveParser;
import io.github.unitscope.visualize.select.UnitSelector;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

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

  /** Copies the goals. */
  public MaximizationPlan {
    goals = List.copyOf(goals);
  }

  /**
   * Units of one layer.
   *
   * @param root seed of everything; every layer, unit and restart derives its own
   * @throws io.github.unitscope.network.InvalidInputException if there is no such unit
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
   * @throws io.github.unitscope.network.InvalidInputException if one cannot be read
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
   * Makes the ascents.
   *
   * @param found is told how many ascents are done, from several threads
   */
  public MaximizationResult run(Network network, Workers workers, LongConsumer found) {
    List<Integer> numbers =
        units.isPresent()
            ? goals.stream().map(goal -> Integer.valueOf(goal.name())).toList()
            : IntStream.range(0, goals.size()).boxed().toList();
    List<AscentJob> targets = Goal.ascents(goals, restarts);
    List<UnitMaxima> maxima = UnitMaxima.find(network, settings, targets, numbers, workers, found);
    return new MaximizationResult(network, this, maxima);
  }
}
