package io.github.unitscope.experiments.combine;

import io.github.unitscope.experiments.options.UnitOptions;
import io.github.unitscope.network.Network;
import io.github.unitscope.visualize.combine.Combination;
import io.github.unitscope.visualize.combine.CombinationResult;
import io.github.unitscope.visualize.combine.Connections;
import io.github.unitscope.visualize.combine.LinearCombination;
import java.util.List;

/**
 * Linear combination with everything settled; manifests record it.
 *
 * @param layer from 1
 * @param units from 0
 * @param connections which are followed
 */
public record CombinationRun(int layer, List<Integer> units, Connections connections) {

  public static CombinationRun of(CombinationOptions options, UnitOptions.Selection selection) {
    return new CombinationRun(selection.layer().index(), selection.units(), options.connections());
  }

  public List<Combination> combine(Network network) {
    return new LinearCombination(network, connections).of(layer, units);
  }

  /** What was found. */
  public CombinationResult result(Network network, List<Combination> combinations) {
    return new CombinationResult(network, layer, connections, combinations);
  }
}
