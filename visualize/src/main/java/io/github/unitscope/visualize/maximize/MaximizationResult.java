package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.Network;
import java.util.List;

/**
 * What activation maximization found.
 *
 * @param network that was looked at
 * @param plan what was maximized, and how
 * @param maxima of every goal, in their order; the number of each is that of its unit, or the
 *     position of its objective
 */
public record MaximizationResult(Network network, MaximizationPlan plan, List<UnitMaxima> maxima) {

  /** Copies the maxima. */
  public MaximizationResult {
    maxima = List.copyOf(maxima);
  }

  /** The best image of the first goal, and its value. */
  public Maximum best() {
    return maxima.get(0).best();
  }
}
