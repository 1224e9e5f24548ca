package io.github.unitscope.visualize.figures;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.Numbers;
import io.github.unitscope.visualize.combine.Combination;
import io.github.unitscope.visualize.combine.CombinationResult;
import io.github.unitscope.visualize.combine.Connections;
import io.github.unitscope.visualize.picture.Figure;
import io.github.unitscope.visualize.picture.Panel;
import io.github.unitscope.visualize.picture.Scale;
import io.github.unitscope.visualize.picture.Tile;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;

/** Figures of linear combination. */
public final class CombinationFigures {
  private CombinationFigures() {}

  /** The combination of every unit. */
  public static Figure combinations(CombinationResult found, List<String> caption) {
    return new Figure(title(found.layer()), List.of(panel(found)), caption);
  }

  /** What a figure of a layer's combinations is called. */
  public static String title(int layer) {
    return String.format(Locale.ROOT, "Linear combination of the filters below layer %d", layer);
  }

  /** The combination of every unit. */
  public static Panel panel(CombinationResult found) {
    return combination(
        found.network().inputShape(),
        found.combinations(),
        describe(found.layer(), found.connections(), found.combinations()));
  }

  /** The linear combination for every unit. */
  private static Panel combination(
      ImageShape shape, List<Combination> combinations, String subtitle) {
    List<Tile> tiles = new ArrayList<>();
    for (Combination unit : combinations) {
      tiles.add(new Tile(unit.image(), String.valueOf(unit.unit()), false));
    }
    return new Panel(
        "Linear combination",
        subtitle,
        shape,
        tiles,
        Panel.columnsFor(tiles.size()),
        Scale.PER_TILE);
  }

  /** The gradient of every unit. */
  public static Panel gradients(
      ImageShape shape, List<Integer> units, float[][] gradients, String subtitle) {
    List<Tile> tiles = new ArrayList<>();
    for (int i = 0; i < gradients.length; i++) {
      tiles.add(new Tile(gradients[i], String.valueOf(units.get(i)), false));
    }
    return new Panel(
        "Gradient", subtitle, shape, tiles, Panel.columnsFor(tiles.size()), Scale.PER_TILE);
  }

  /** One line for a panel: the rule, and how many filters came of it. */
  public static String describe(
      int layer, Connections connections, List<Combination> combinations) {
    if (layer == 1) {
      return "the filters themselves";
    }
    IntSummaryStatistics filters =
        combinations.stream().mapToInt(Combination::filters).summaryStatistics();
    String number =
        filters.getMin() == filters.getMax()
            ? String.format(Locale.ROOT, "%d", filters.getMin())
            : String.format(Locale.ROOT, "%d to %d", filters.getMin(), filters.getMax());
    return String.format(Locale.ROOT, "%s: %s filters", rule(connections), number);
  }

  private static String rule(Connections connections) {
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
              "the strongest connections, %s %% of the squared weights",
              Numbers.brief(100 * connections.share())));
    }
    return String.join(", ", words);
  }
}
