package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.visualize.select.Objective;
import io.github.unitscope.visualize.select.ObjectiveParser;
import io.github.unitscope.visualize.select.UnitSelector;
import java.util.ArrayList;
import java.util.List;

/**
 * One thing to maximize from several starts.
 *
 * @param name what figures call it
 * @param objective what is maximized
 * @param seed of its starts; each derives its own
 */
public record Goal(String name, Objective objective, Seed seed) {

  /**
   * One unit, neuron or channel of a layer. Its seed depends on its layer and number alone: it has
   * the same starts however it is asked for.
   *
   * @param choice what the number means
   * @param number from 0
   * @param root seed of everything
   * @throws io.github.unitscope.network.message.InvalidInputException if there is no such unit
   */
  public static Goal unit(UnitSelector choice, int number, Quantity quantity, Seed root) {
    Seed seed = root.derive("maximize").derive(choice.layer().index()).derive(number);
    return new Goal(String.valueOf(number), choice.objective(number, quantity), seed);
  }

  /**
   * An objective in words. A unit, neuron or channel by itself has the starts that it has wherever
   * it is asked for; whatever else has starts that depend on its words.
   *
   * @param root seed of everything
   * @throws io.github.unitscope.network.InvalidInputException if it cannot be read
   */
  public static Goal words(String text, ObjectiveParser parser, Quantity quantity, Seed root) {
    Objective objective = parser.parse(text);
    Seed seed =
        parser
            .soleUnit(text)
            .map(unit -> unit(unit.selector(), unit.number(), quantity, root).seed)
            .orElseGet(() -> root.derive("maximize").derive(text));
    return new Goal(text, objective, seed);
  }

  /**
   * The ascents to make: all restarts of the first goal, then of the next.
   *
   * @param restarts of every goal, at least 1
   */
  public static List<AscentJob> ascents(List<Goal> goals, int restarts) {
    UnitMaxima.requireMemory(goals.size(), restarts, 0);
    List<AscentJob> targets = new ArrayList<>();
    for (Goal goal : goals) {
      for (int restart = 0; restart < restarts; restart++) {
        targets.add(new AscentJob(goal.objective, goal.seed.derive(restart)));
      }
    }
    return targets;
  }
}
