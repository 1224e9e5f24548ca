package io.github.unitscope.experiments.unimodality;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.visualize.picture.Panel;
import io.github.unitscope.visualize.picture.Scale;
import io.github.unitscope.visualize.picture.Tile;
import io.github.unitscope.visualize.unimodal.UnitModality;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The units with the most optima, a row each: all their optima, the one of most starts first. */
final class OptimaPanel {
  private static final int UNITS = 10;

  /** Wider than this no screen shows; the caption says what is left out. */
  private static final int MOST_COLUMNS = 20;

  private OptimaPanel() {}

  /** The panel for a layer of a model. */
  static Panel of(
      StudyResults results, LayerStudy study, ImageShape shape, Scale scale, String settings) {
    List<UnitModality> chosen = mostMultimodal(study.units());
    int most = chosen.stream().mapToInt(UnitModality::optima).max().orElse(1);
    int columns = Math.max(1, Math.min(MOST_COLUMNS, most));
    List<Tile> tiles = new ArrayList<>();
    for (UnitModality unit : chosen) {
      List<Tile> optima = tiles(results, study, unit);
      for (int column = 0; column < columns; column++) {
        tiles.add(column < optima.size() ? optima.get(column) : Tile.BLANK);
      }
    }
    String left =
        most > columns ? String.format(Locale.ROOT, "; %d of up to %d optima", columns, most) : "";
    return new Panel(
        String.format(Locale.ROOT, "The %d units with the most optima%s", chosen.size(), left),
        settings,
        shape,
        tiles,
        columns,
        scale);
  }

  /** Whether there is anything to draw. */
  static boolean isPossible(LayerStudy study) {
    return !mostMultimodal(study.units()).isEmpty();
  }

  /** Among units with as many optima, those whose starts are spread most evenly. */
  private static List<UnitModality> mostMultimodal(List<UnitModality> units) {
    return units.stream()
        .filter(UnitModality::isMeasured)
        .sorted(
            Comparator.comparingInt(UnitModality::optima)
                .reversed()
                .thenComparingDouble(UnitModality::largestShare)
                .thenComparingInt(UnitModality::unit))
        .limit(UNITS)
        .toList();
  }

  /** Of every optimum the image of greatest value. */
  private static List<Tile> tiles(StudyResults results, LayerStudy study, UnitModality unit) {
    Part part =
        study.parts().stream()
            .filter(candidate -> candidate.units().contains(unit.unit()))
            .findFirst()
            .orElseThrow();
    Ascents ascents = results.ascents(part);
    int first = part.units().indexOf(unit.unit()) * unit.restarts();
    List<Tile> tiles = new ArrayList<>();
    for (int optimum = 0; optimum < unit.optima(); optimum++) {
      int[] starts = unit.startsOf(optimum);
      int shown = starts[0];
      for (int start : starts) {
        shown = ascents.values()[first + start] > ascents.values()[first + shown] ? start : shown;
      }
      String label =
          String.format(
              Locale.ROOT,
              "%d: %.0f %%%s",
              unit.unit(),
              100.0 * starts.length / unit.settled(),
              shown == unit.best() ? " *" : "");
      tiles.add(new Tile(ascents.images()[first + shown], label, false));
    }
    return tiles;
  }
}
