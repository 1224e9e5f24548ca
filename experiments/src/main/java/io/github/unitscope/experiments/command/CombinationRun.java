package io.github.unitscope.experiments.command;

import io.github.unitscope.experiments.cli.CombinationOptions;
import io.github.unitscope.experiments.cli.UnitOptions;
import io.github.unitscope.experiments.report.Numbers;
import io.github.unitscope.network.Network;
import io.github.unitscope.visualize.combine.Combination;
import io.github.unitscope.visualize.combine.Connections;
import io.github.unitscope.visualize.combine.LinearCombination;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;

/**
 * Linear combination with everything settled; manifests record it.
 *
 * @param layer from 1
 * @param units from 0
 * @param connections which are followed
 */
record CombinationRun(int layer, List<Integer> units, Connections connections) {

  static CombinationRun of(CombinationOptions options, UnitOptions.Selection selection) {
    return new CombinationRun(selection.layer().index(), selection.units(), options.connections());
  }

  List<Combination> combine(Network network) {
    return new LinearCombination(network, connections).of(layer, units);
  }

  /** One line for a panel: the rule, and how many filters came of it. */
  String describe(List<Combination> combinations) {
    if (layer == 1) {
      return "the filters themselves";
    }
    IntSummaryStatistics filters =
        combinations.stream().mapToInt(Combination::filters).summaryStatistics();
    String number =
        filters.getMin() == filters.getMax()
            ? "%d".formatted(filters.getMin())
            : "%d to %d".formatted(filters.getMin(), filters.getMax());
    return "%s: %s filters".formatted(rule(), number);
  }

  private String rule() {
    if (connections.areAll()) {
      return "all connections";
    }
    List<String> words = new ArrayList<>();
    if (connections.most() != Connections.ANY_NUMBER) {
      words.add("the %d strongest connections".formatted(connections.most()));
    }
    if (connections.share() < 1) {
      words.add(
          "the strongest with %s %% of the squared weights"
              .formatted(Numbers.brief(100 * connections.share())));
    }
    return String.join(", ", words);
  }
}
