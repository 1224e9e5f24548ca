package io.github.unitscope.experiments.combine;

import io.github.unitscope.experiments.options.UnitOptions;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.message.Numbers;
import io.github.unitscope.visualize.combine.Combination;
import io.github.unitscope.visualize.combine.Connections;
import io.github.unitscope.visualize.combine.LinearCombination;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;

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

  /** One line for a panel: the rule, and how many filters came of it. */
  public String describe(List<Combination> combinations) {
    if (layer == 1) {
      return "the filters themselves";
    }
    IntSummaryStatistics filters =
        combinations.stream().mapToInt(Combination::filters).summaryStatistics();
    String number =
        filters.getMin() == filters.getMax()
            ? String.format(Locale.ROOT, "%d", filters.getMin())
            : String.format(Locale.ROOT, "%d to %d", filters.getMin(), filters.getMax());
    return String.format(Locale.ROOT, "%s: %s filters", rule(), number);
  }

  private String rule() {
    if (connections.areAll()) {
      return "all connections";
    }
    List<String> words = new ArrayList<>();
    if (connections.most() != Connections.ANY_NUMBER) {
      words.add(String.format(Locale.ROOT, "the %d strongest connections", connections.most()));
    }
    if (connections.share() < 1) {
      words.add(
          String.format(
              Locale.ROOT,
              "the strongest with %s %% of the squared weights",
              Numbers.brief(100 * connections.share())));
    }
    return String.join(", ", words);
  }
}
