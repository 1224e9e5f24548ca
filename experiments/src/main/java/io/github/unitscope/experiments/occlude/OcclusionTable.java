package io.github.unitscope.experiments.occlude;

import io.github.unitscope.experiments.output.CsvTable;
import io.github.unitscope.visualize.occlude.ImageOcclusion;
import io.github.unitscope.visualize.occlude.Occluder;
import io.github.unitscope.visualize.occlude.OcclusionMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** {@code occlusion.csv}: a line for every image. */
final class OcclusionTable {
  private static final List<String> COLUMNS =
      List.of(
          "image", "name", "channel", "total", "leastTotal", "leastTotalRow", "leastTotalColumn");

  private static final List<String> CLASS_COLUMNS =
      List.of(
          "class",
          "probability",
          "leastProbability",
          "leastRow",
          "leastColumn",
          "classThere",
          "shareUnchanged");

  private final Occlusions occlusions;

  OcclusionTable(Occlusions occlusions) {
    this.occlusions = occlusions;
  }

  String text() {
    List<String> columns = new ArrayList<>(COLUMNS);
    columns.addAll(occlusions.classes().isEmpty() ? List.of() : CLASS_COLUMNS);
    CsvTable table = new CsvTable(columns);
    occlusions.images().forEach(image -> table.row(row(image)));
    return table.toString();
  }

  private List<Object> row(OccludedImage image) {
    List<Object> cells = new ArrayList<>();
    Collections.addAll(cells, image.number(), image.name(), image.occlusion().channel());
    cells.addAll(cells(image.occlusion().total()));
    image.occlusion().classes().ifPresent(maps -> cells.addAll(cells(maps)));
    return cells;
  }

  private List<Object> cells(ImageOcclusion.ClassMaps maps) {
    List<Object> cells = new ArrayList<>();
    cells.add(occlusions.classes().get(maps.subject()));
    cells.addAll(cells(maps.probability()));
    OcclusionMap probable = maps.mostProbable();
    int there = (int) probable.values()[maps.probability().lowest()];
    Collections.addAll(cells, occlusions.classes().get(there), probable.unchangedShare());
    return cells;
  }

  private List<Object> cells(OcclusionMap map) {
    Occluder occluder = occlusions.occluder();
    int lowest = map.lowest();
    return List.of(
        map.uncovered(),
        map.values()[lowest],
        occluder.centreRow(lowest / occluder.columns()),
        occluder.centreColumn(lowest % occluder.columns()));
  }
}
