package io.github.unitscope.visualize.combine;

import io.github.unitscope.network.Network;
import java.util.List;

/**
 * What linear combination found.
 *
 * @param network that was looked at
 * @param layer of the units, from 1
 * @param connections which were followed
 * @param combinations of every unit
 */
public record CombinationResult(
    Network network, int layer, Connections connections, List<Combination> combinations) {

  /** Copies the combinations. */
  public CombinationResult {
    combinations = List.copyOf(combinations);
  }
}
