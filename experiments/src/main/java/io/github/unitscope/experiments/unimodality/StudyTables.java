package io.github.unitscope.experiments.unimodality;

import io.github.unitscope.experiments.output.CsvTable;
import io.github.unitscope.experiments.output.ItemTable;
import io.github.unitscope.visualize.stat.Interval;
import io.github.unitscope.visualize.unimodal.LayerStatistic;
import io.github.unitscope.visualize.unimodal.UnitModality;
import java.util.ArrayList;
import java.util.List;

/** The tables of a study; a number that is not defined is left empty. */
final class StudyTables {
  private StudyTables() {}

  /** A row for every unit of every layer of every model. */
  static String units(List<LayerStudy> studies) {
    CsvTable table = new CsvTable(unitColumns());
    for (LayerStudy study : studies) {
      for (UnitModality unit : study.units()) {
        List<Object> cells = new ArrayList<>(List.of(study.model(), study.layer()));
        numbersOf(unit).forEach(number -> cells.add(CsvTable.defined(number)));
        table.row(cells);
      }
    }
    return table.toString();
  }

  private static List<String> unitColumns() {
    List<String> columns =
        new ArrayList<>(List.of("model", "layer", "unit", "restarts", "settled", "optima"));
    for (double threshold : UnitModality.THRESHOLDS) {
      columns.add("optima_at_" + threshold);
    }
    columns.addAll(List.of("largest_share", "best_share", "least_cosine", "cosine_q05"));
    columns.addAll(List.of("cosine_q25", "median_cosine", "best_value", "median_gap", "worst_gap"));
    return columns;
  }

  private static List<Number> numbersOf(UnitModality unit) {
    List<Number> numbers =
        new ArrayList<>(List.of(unit.unit(), unit.restarts(), unit.settled(), unit.optima()));
    for (int optima : unit.optimaAt()) {
      numbers.add(optima);
    }
    numbers.add(unit.largestShare());
    numbers.add(unit.bestShare());
    for (double cosine : unit.cosinesToBest()) {
      numbers.add(cosine);
    }
    numbers.addAll(List.of(unit.bestValue(), unit.medianGap(), unit.worstGap()));
    return numbers;
  }

  /** A row for every layer of every model. */
  static String layers(List<LayerStudy> studies) {
    ItemTable<LayerStudy> table =
        new ItemTable<>(studies)
            .column("model", LayerStudy::model)
            .column("layer", LayerStudy::layer)
            .column("units", study -> study.summary().units())
            .column("measured", study -> study.summary().measured())
            .column("starts", study -> study.summary().starts())
            .column("settled", study -> study.summary().settled());
    for (LayerStatistic statistic : LayerStatistic.values()) {
      String name = statistic.column();
      table
          .column(name, study -> CsvTable.defined(estimate(study, statistic).value()))
          .column(name + "_low", study -> CsvTable.defined(estimate(study, statistic).low()))
          .column(name + "_high", study -> CsvTable.defined(estimate(study, statistic).high()));
    }
    return table.csv();
  }

  private static Interval estimate(LayerStudy study, LayerStatistic statistic) {
    return study.summary().estimates().get(statistic);
  }
}
