package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.random.Seed;
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
  public static Goal unit(UnitChoice choice, int number, Quantity quantity, Seed root) {
    Seed seed = root.derive("maximize").derive(choice.layer().index()).derive(number);
    return new Goal(String.valueOf(number), choice.objective(number, quantity), seed);
  }

  /** Anything else; its seed depends on its words. */
  static Goal combined(String words, Objective objective, Seed root) {
    return new Goal(words, objective, root.derive("maximize").derive(words));
  }

  /** The same under another name. */
  Goal called(String other) {
    return new Goal(other, objective, seed);
  }

  /**
   * The ascents to make: all restarts of the first goal, then of the next.
   *
   * @param restarts of every goal, at least 1
   */
  public static List<Target> ascents(List<Goal> goals, int restarts) {
    UnitMaxima.requireMemory(goals.size(), restarts, 0);
    List<Target> targets = new ArrayList<>();
    for (Goal goal : goals) {
      for (int restart = 0; restart < restarts; restart++) {
        targets.add(new Target(goal.objective, goal.seed.derive(restart)));
      }
    }
    return targets;
  }
}
