package io.github.unitscope.visualize.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is said about a panel's scale and marks. */
final class Legend {
  private Legend() {}

  /** The limit of the panel, or one for every tile. */
  static List<Double> limits(Panel panel) {
    if (!panel.scale().perTile()) {
      return List.of(panel.scale().limit(panel.tiles()));
    }
    return panel.tiles().stream().map(tile -> panel.scale().limit(List.of(tile))).toList();
  }

  /** A number with three significant digits. */
  static String number(double value) {
    if (value != 0 && (Math.abs(value) >= 1e5 || Math.abs(value) < 1e-3)) {
      return String.format(Locale.ROOT, "%.2e", value);
    }
    int digits = value == 0 ? 1 : (int) Math.floor(Math.log10(Math.abs(value))) + 1;
    return String.format(Locale.ROOT, "%." + Math.max(0, Math.min(5, 3 - digits)) + "f", value);
  }

  /** The numbers at the left, the middle and the right of the colour bar. */
  static List<String> barNumbers(Panel panel, List<Double> limits) {
    if (panel.scale().kind() == Scale.Kind.BETWEEN) {
      double low = panel.scale().low();
      double high = panel.scale().high();
      return List.of(number(low), number((low + high) / 2), number(high));
    }
    if (panel.scale().kind() == Scale.Kind.UNIT_INTERVAL) {
      return List.of("0", "0.5", "1");
    }
    if (panel.scale().kind() == Scale.Kind.FROM_ZERO) {
      return List.of("0", number(limits.get(0) / 2), number(limits.get(0)));
    }
    String limit = panel.scale().perTile() ? "tile max" : number(limits.get(0));
    return List.of("−" + limit, "0", "+" + limit);
  }

  /** Sentences below the colour bar; none where there is nothing to say. */
  static List<String> lines(Panel panel, List<Double> limits) {
    List<String> lines = new ArrayList<>();
    double clipped = clippedShare(panel, limits);
    if (clipped > 0) {
      lines.add(
          String.format(Locale.ROOT, "%s %% of the values are clipped", number(100 * clipped)));
    }
    long marked = panel.tiles().stream().filter(Tile::marked).count();
    if (marked > 0) {
      long shown = panel.tiles().stream().filter(tile -> !tile.isBlank()).count();
      lines.add(
          String.format(Locale.ROOT, "orange corner: %s, %d of %d", panel.mark(), marked, shown));
    }
    long notFinite = notFinite(panel);
    if (notFinite > 0) {
      String values =
          notFinite == 1 ? "value is not a finite number" : "values are not finite numbers";
      lines.add(String.format(Locale.ROOT, "magenta: %d %s", notFinite, values));
    }
    return lines;
  }

  private static double clippedShare(Panel panel, List<Double> limits) {
    if (!panel.scale().perTile()) {
      return panel.scale().clippedShare(panel.tiles(), limits.get(0));
    }
    double sum = 0;
    int shown = 0;
    for (int i = 0; i < limits.size(); i++) {
      sum += panel.scale().clippedShare(List.of(panel.tiles().get(i)), limits.get(i));
      shown += panel.tiles().get(i).isBlank() ? 0 : 1;
    }
    return sum / Math.max(1, shown);
  }

  private static long notFinite(Panel panel) {
    long count = 0;
    for (Tile tile : panel.tiles()) {
      for (float value : tile.values()) {
        count += Float.isFinite(value) ? 0 : 1;
      }
    }
    return count;
  }
}
