package io.github.unitscope.experiments.command;

import io.github.unitscope.experiments.cli.CombinationOptions;
import io.github.unitscope.experiments.cli.UnitOptions;
import io.github.unitscope.experiments.cli.UsageException;
import io.github.unitscope.network.Network;
import io.github.unitscope.visualize.combine.LinearCombination;
import java.util.List;

/**
 * Linear combination with everything settled; manifests record it.
 *
 * @param layer from 1
 * @param units from 0
 * @param strongest connections followed; 0 for all
 */
record CombinationRun(int layer, List<Integer> units, int strongest) {

  static CombinationRun of(CombinationOptions options, UnitOptions.Selection selection) {
    return new CombinationRun(selection.layer().index(), selection.units(), options.strongest());
  }

  float[][] images(Network network) {
    return UsageException.check(() -> new LinearCombination(network, strongest))
        .images(layer, units);
  }

  /** One line of settings for a panel. */
  String describe() {
    return strongest == LinearCombination.ALL
        ? "all connections"
        : "the %d strongest connections".formatted(strongest);
  }
}
